import { describe, expect, it } from 'vitest'
import { advance, runAutomatic, startProcess } from './advance.ts'
import { automatic, bpmn, end, flow, gateway, send, start, timer, user } from './bpmn.fixture.ts'
import { compileBpmn } from './compile.ts'
import type { Process } from './schema.ts'

const line = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, i) => flow(ids[i] ?? '', id))
    .join('')

async function compiled(elements: string): Promise<Process> {
  const { process, problems } = await compileBpmn(bpmn(elements))
  if (!process) throw new Error(JSON.stringify(problems))
  return process
}

describe('a case on its way', () => {
  it('is received by itself, waits for the officer and ends with a message', async () => {
    const process = await compiled(
      start +
        automatic('receive') +
        automatic('assign', 'assign-by-duty') +
        user('review', 'harmony:stage="review"') +
        send('answered') +
        end() +
        line('start', 'receive', 'assign', 'review', 'answered', 'end'),
    )
    const handled: string[] = []
    const begun = await runAutomatic(process, startProcess(process), async (task) => {
      handled.push(task.handler)
      return undefined
    })
    expect(handled).toEqual(['receive', 'assign-by-duty'])
    expect(begun.workItems).toEqual([
      { element: 'review', name: 'review', lane: '처리팀', performer: 'unit:duty', stage: 'review', action: 'handle' },
    ])
    expect(begun.ended).toBe(false)
    const done = advance(process, begun.state, { type: 'complete', element: 'review' })
    expect(done.messages.map((m) => m.message)).toEqual(['answered'])
    expect(done).toMatchObject({ ended: true, stages: ['completed'], state: { ended: true, waiting: [], joins: [] } })
  })

  it('takes the first flow whose condition holds, else the default', async () => {
    const process = await compiled(
      start +
        user('review', 'harmony:results="onSite:bool, hours:double"') +
        gateway('exclusive', 'g', 'g_answer') +
        user('inspect') +
        user('answer') +
        end() +
        line('start', 'review', 'g') +
        flow('g', 'answer') +
        flow('g', 'inspect', 'onSite && hours > 2.0') +
        line('inspect', 'end') +
        line('answer', 'end'),
    )
    const at = (result: Record<string, boolean | number>) =>
      advance(process, startProcess(process).state, { type: 'complete', element: 'review', result }).state.waiting
    expect(at({ onSite: true, hours: 3 })).toEqual(['inspect'])
    expect(at({ onSite: true, hours: 1 })).toEqual(['answer'])
    expect(at({ onSite: true })).toEqual(['answer'])
    expect(at({})).toEqual(['answer'])
  })

  it('waits at a join for every branch, in whatever order', async () => {
    const process = await compiled(
      start +
        gateway('parallel', 'fork') +
        user('review') +
        user('consult') +
        gateway('parallel', 'join') +
        user('answer') +
        end() +
        line('start', 'fork', 'review', 'join', 'answer', 'end') +
        line('fork', 'consult', 'join'),
    )
    const begun = startProcess(process)
    expect(begun.workItems.map((w) => w.element)).toEqual(['review', 'consult'])
    for (const [first, second] of [
      ['review', 'consult'],
      ['consult', 'review'],
    ] as const) {
      const half = advance(process, begun.state, { type: 'complete', element: first })
      expect(half.state).toMatchObject({ waiting: [second], joins: [`${first}_join`], ended: false })
      expect(advance(process, half.state, { type: 'complete', element: second }).state.waiting).toEqual(['answer'])
    }
  })

  it('refuses a task that waits no more, and results it did not declare', async () => {
    const process = await compiled(start + user('a', 'harmony:results="ok:bool"') + end() + line('start', 'a', 'end'))
    const { state } = startProcess(process)
    const done = advance(process, state, { type: 'complete', element: 'a', result: { ok: true } })
    expect(() => advance(process, done.state, { type: 'complete', element: 'a' })).toThrow('process.not-waiting')
    expect(() => advance(process, state, { type: 'complete', element: 'nowhere' })).toThrow('process.not-waiting')
    expect(() => advance(process, state, { type: 'complete', element: 'a', result: { no: true } })).toThrow(
      'process.result-unknown',
    )
    expect(() => advance(process, state, { type: 'complete', element: 'a', result: { ok: 'yes' } })).toThrow(
      'process.result-type',
    )
  })
})

describe('timers', () => {
  const timed = (interrupting: boolean) =>
    compiled(
      start +
        user('inspect') +
        timer('t', 'inspect', 'P14D', interrupting) +
        send('warn') +
        end() +
        end('late') +
        line('start', 'inspect', 'end') +
        line('t', 'warn', 'late'),
    )

  it('an interrupting timer takes the task away', async () => {
    const process = await timed(true)
    const begun = startProcess(process)
    expect(begun.timers).toEqual([
      { element: 't', attachedTo: 'inspect', interrupting: true, duration: { unit: 'days', amount: 14 } },
    ])
    const fired = advance(process, begun.state, { type: 'timer', element: 't' })
    expect(fired).toMatchObject({ ended: true, cancelled: ['inspect'], messages: [{ message: 'warn' }] })
  })

  it('a warning timer fires once and leaves the task', async () => {
    const process = await timed(false)
    const fired = advance(process, startProcess(process).state, { type: 'timer', element: 't' })
    expect(fired).toMatchObject({ ended: false, cancelled: [], state: { waiting: ['inspect'], timers: [] } })
    expect(() => advance(process, fired.state, { type: 'timer', element: 't' })).toThrow('process.not-waiting')
  })

  it('a finished task disarms its timers', async () => {
    const process = await timed(true)
    const done = advance(process, startProcess(process).state, { type: 'complete', element: 'inspect' })
    expect(done).toMatchObject({ ended: true, cancelled: ['t'], state: { timers: [] } })
  })
})
