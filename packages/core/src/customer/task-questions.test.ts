import { describe, expect, it } from 'vitest'
import type { Process } from '../model/index.ts'
import { questionsOf } from './task-questions.ts'

const user = (results: Record<string, 'string' | 'bool'>): Process['nodes'][string] => ({
  kind: 'user',
  name: '검토',
  incoming: [],
  outgoing: [{ id: 'on', to: 'decision' }],
  performer: 'unit:duty',
  action: 'review',
  results,
})

const process: Process = {
  id: 'suggestion',
  name: '건의',
  start: 'study',
  lanes: [],
  nodes: {
    study: user({ decision: 'string', urgent: 'bool', note: 'string' }),
    decision: {
      kind: 'exclusive',
      name: '채택 여부',
      incoming: [],
      outgoing: [
        { id: 'a', to: 'plan', condition: 'decision == "adopt" || decision == "adopt-in-part"' },
        { id: 'b', to: 'urgent', otherwise: true },
      ],
    },
    urgent: {
      kind: 'exclusive',
      name: '긴급?',
      incoming: [],
      outgoing: [
        { id: 'c', to: 'plan', condition: 'urgent' },
        { id: 'd', to: 'plan', otherwise: true },
      ],
    },
    plan: user({}),
  },
}

describe('what ending a task answers', () => {
  it('is asked in the words of the gateway that reads it', () => {
    expect(questionsOf(process, 'study')).toMatchObject({ urgent: { question: '긴급?', choices: [] } })
  })

  it('offers the values that conditions name, and the way that is left', () => {
    const choices = ['adopt', 'adopt-in-part', 'otherwise']
    expect(questionsOf(process, 'study')).toMatchObject({ decision: { question: '채택 여부', choices } })
  })

  it('has no words where no gateway reads the result, and nothing to ask elsewhere', () => {
    expect(questionsOf(process, 'study').note).toEqual({ question: null, choices: [] })
    expect(questionsOf(process, 'plan')).toEqual({})
    expect(questionsOf(process, 'decision')).toEqual({})
  })
})
