import { ConflictError, ValidationError } from '../../kernel/index.ts'
import { holds } from '../cel/condition.ts'
import { processVariables } from './compile.ts'
import { type Arrival, arrive, begin, complete, fire, type Marking, nodeAt } from './machine.ts'
import type {
  Advance,
  AutomaticTask,
  Process,
  ProcessEvent,
  ProcessResult,
  ProcessStage,
  ProcessState,
  ProcessTimer,
  WorkItem,
} from './schema.ts'
import { PROCESS_INPUTS } from './schema.ts'

type Results = Readonly<Record<string, ProcessResult>>
type Variables = Readonly<Record<string, 'string' | 'double' | 'bool'>>

/**
 * Starts a case. `input` may hold what conditions read before any task is done (PROCESS_INPUTS).
 * @throws ValidationError `process.result-unknown`, `process.result-type`.
 */
export function startProcess(process: Process, input: Results = {}): Advance {
  checkResults(input, PROCESS_INPUTS, process.start)
  return settle(process, begin(process), input, { timers: [], waiting: [] })
}

/**
 * One step of a case: pure, with plain JSON in and out. `complete` ends a waiting task (officer's or automatic) and
 * brings its results; `timer` fires an armed timer.
 * @throws ConflictError `process.not-waiting` when the element waits no more (two officers at once, a late timer),
 *   ValidationError for results the task does not declare.
 */
export function advance(process: Process, state: ProcessState, event: ProcessEvent): Advance {
  const marking: Marking = { moving: [], waiting: state.waiting, joins: state.joins, timers: state.timers }
  const there = event.type === 'timer' ? state.timers : state.waiting
  if (!there.includes(event.element)) {
    throw new ConflictError('process.not-waiting', { params: { id: event.element } })
  }
  if (event.type === 'timer')
    return settle(process, fire(process, marking, event.element), state.results, marking, event.element)
  const node = nodeAt(process, event.element)
  const results = event.result ?? {}
  checkResults(results, node.kind === 'user' || node.kind === 'automatic' ? node.results : {}, event.element)
  return settle(
    process,
    complete(process, marking, event.element),
    { ...state.results, ...results },
    marking,
    event.element,
  )
}

/**
 * Runs the automatic tasks that an advance brought, and those that follow from them, until the case waits for a person
 * or has ended. `handle` does the work and gives the task's results. Returns everything as one advance.
 */
export async function runAutomatic(
  process: Process,
  first: Advance,
  handle: (task: AutomaticTask) => Promise<Results | undefined>,
): Promise<Advance> {
  let total = first
  for (let task = first.automatic[0]; task; task = total.automatic[0]) {
    const result = await handle(task)
    const step = advance(process, total.state, { type: 'complete', element: task.element, result: result ?? {} })
    total = merge(total, step, task.element)
  }
  return total
}

function merge(before: Advance, after: Advance, done: string): Advance {
  return {
    state: after.state,
    workItems: [...before.workItems, ...after.workItems],
    automatic: [...before.automatic.filter((task) => task.element !== done), ...after.automatic],
    timers: [...before.timers, ...after.timers],
    messages: [...before.messages, ...after.messages],
    cancelled: [...before.cancelled, ...after.cancelled],
    stages: [...before.stages, ...after.stages],
    ended: after.ended,
  }
}

/** Moves tokens until all wait, choosing at each exclusive gateway the first flow whose condition holds. */
function settle(
  process: Process,
  moved: Marking,
  results: Results,
  before: Pick<Marking, 'waiting' | 'timers'>,
  done?: string,
): Advance {
  const variables = processVariables(process)
  const effects = new Effects(process)
  let marking = moved
  for (let arrival = arrive(process, marking); arrival; arrival = arrive(process, marking)) {
    effects.enter(arrival)
    marking = choose(arrival, variables, results)
  }
  const ended = marking.waiting.length === 0 && marking.joins.length === 0
  const gone = [...before.waiting, ...before.timers].filter((id) => ![...moved.waiting, ...moved.timers].includes(id))
  const { waiting, joins, timers } = marking
  const state: ProcessState = { waiting, joins, timers, results, ended }
  return { ...effects.collected(), state, cancelled: gone.filter((id) => id !== done), ended }
}

function choose(arrival: Arrival, variables: Variables, results: Results): Marking {
  const { ways } = arrival
  const fits = ways.find(({ flow }) => flow?.condition !== undefined && holds(flow.condition, variables, results))
  const way = fits ?? ways.find(({ flow }) => flow?.otherwise) ?? ways[0]
  if (!way) throw new TypeError(`no way on from ${arrival.element}`)
  return way.marking
}

/** Collects what entering nodes brings. */
class Effects {
  readonly process: Process
  readonly workItems: WorkItem[] = []
  readonly automatic: AutomaticTask[] = []
  readonly timers: ProcessTimer[] = []
  readonly messages: Advance['messages'][number][] = []
  readonly stages: ProcessStage[] = []

  constructor(process: Process) {
    this.process = process
  }

  enter({ element, node }: Arrival): void {
    const { name } = node
    if ('stage' in node && node.stage) this.stages.push(node.stage)
    if (node.kind === 'user') {
      const { performer, action, stage } = node
      const lane = this.process.lanes.find((one) => one.id === node.lane)?.name
      this.workItems.push({ element, name, lane, performer, stage, action })
      this.arm(element)
    }
    if (node.kind === 'automatic') this.automatic.push({ element, name, stage: node.stage, handler: node.handler })
    if (node.kind === 'message') this.messages.push({ element, name, message: node.message, stage: node.stage })
  }

  arm(task: string): void {
    for (const [element, node] of Object.entries(this.process.nodes)) {
      if (node.kind !== 'timer' || node.attachedTo !== task) continue
      this.timers.push({ element, attachedTo: task, interrupting: node.interrupting, duration: node.duration })
    }
  }

  collected() {
    const { workItems, automatic, timers, messages, stages } = this
    return { workItems, automatic, timers, messages, stages }
  }
}

const TYPES = { string: 'string', double: 'number', bool: 'boolean' } as const

function checkResults(results: Results, declared: Variables, element: string): void {
  for (const [name, value] of Object.entries(results)) {
    const type = declared[name]
    const allowed = Object.keys(declared).join(', ')
    if (!type)
      throw new ValidationError('process.result-unknown', {
        field: name,
        params: { id: element, found: name, allowed },
      })
    const right = TYPES[type] === 'number' ? Number.isFinite(value) : typeof value === TYPES[type]
    if (!right)
      throw new ValidationError('process.result-type', { field: name, params: { id: element, name, allowed: type } })
  }
}
