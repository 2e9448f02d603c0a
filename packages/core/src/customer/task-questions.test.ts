import { describe, expect, it } from 'vitest'
import type { Process } from '../model/index.ts'
import { questionsOf, resultsIn, taskAfterAnswer } from './task-questions.ts'

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

describe('what comes behind the answer', () => {
  const behind = (name: string, action: 'review' | 'complete') => {
    const answer = { ...user({}), name: '답변', action: 'answer' as const, outgoing: [{ id: 'e', to: 'again' }] }
    const again = { kind: 'exclusive' as const, name: '', incoming: [], outgoing: [{ id: 'f', to: 'last' }] }
    const last = { ...user({}), name, action, outgoing: [{ id: 'g', to: 'answer' }] }
    return { ...process, nodes: { answer, again, last } } satisfies Process
  }

  it('is the task that lets it go out', () => {
    expect(taskAfterAnswer(behind('팀장 확인', 'review'))).toBe('팀장 확인')
  })

  it('is nothing where the answer completes, or where nobody answers', () => {
    expect(taskAfterAnswer(behind('종결', 'complete'))).toBeNull()
    expect(taskAfterAnswer(process)).toBeNull()
  })
})

describe('what a task settled', () => {
  it('is read from the facts of its step, and nothing else', () => {
    expect(resultsIn({ approved: false, hours: 2, decision: 'adopt', until: null })).toEqual({
      approved: false,
      hours: 2,
      decision: 'adopt',
    })
  })
})
