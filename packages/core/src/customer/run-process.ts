import type { Id } from '../kernel/index.ts'
import {
  type Advance,
  advance,
  type Process,
  type ProcessEvent,
  type ProcessResult,
  type ProcessState,
  type ProcessTimer,
  runAutomatic,
  startProcess,
} from '../model/index.ts'
import type { WorkingCalendar } from '../platform/index.ts'
import type { ArmedTimer, OpenTask, Stage, StepDraft } from './domain/petition.ts'

/** The unit a task goes to and the person who would take it there. */
export interface Placement {
  readonly unitId: Id
  readonly personId: Id | null
}

/** What a run needs to know of the organisation, read beforehand. */
export interface RunFacts {
  readonly now: Date
  readonly calendar: WorkingCalendar
  /** The unit in charge. */
  readonly duty: Placement
  /** By unit code; a code the agency does not have falls to the unit in charge. */
  readonly units: ReadonlyMap<string, Placement>
}

/** Where a petition stands after a run. */
export interface Run {
  readonly processState: ProcessState
  readonly tasks: readonly OpenTask[]
  readonly timers: readonly ArmedTimer[]
  readonly stage: Stage
  readonly placement: Placement
  readonly steps: readonly StepDraft[]
  /** Messages of the process to the citizen, the answer's aside. */
  readonly notices: readonly { readonly message: string; readonly name: string }[]
  readonly ended: boolean
}

interface Before {
  readonly tasks: readonly OpenTask[]
  readonly timers: readonly ArmedTimer[]
  readonly stage: Stage
  readonly placement: Placement
}

/** Starts the petition's process: automatic tasks run at once, until a person is needed. */
export async function beginRun(
  process: Process,
  input: Readonly<Record<string, ProcessResult>>,
  facts: RunFacts,
): Promise<Run> {
  const before: Before = { tasks: [], timers: [], stage: 'received', placement: facts.duty }
  return settle(process, startProcess(process, input), before, facts)
}

/** Goes on after a task was finished or a timer went off. @throws ConflictError when the element waits no more */
export async function continueRun(
  process: Process,
  state: ProcessState,
  event: ProcessEvent,
  before: Before,
  facts: RunFacts,
): Promise<Run> {
  return settle(process, advance(process, state, event), before, facts)
}

async function settle(process: Process, first: Advance, before: Before, facts: RunFacts): Promise<Run> {
  const steps: StepDraft[] = []
  let { placement, stage } = before
  const done = await runAutomatic(process, first, async (task) => {
    stage = task.stage ?? stage
    if (task.handler === 'receive')
      steps.push({ kind: 'received', element: task.element, ...placement, personId: null, stage })
    if (task.handler === 'assign-by-duty') {
      placement = facts.duty
      steps.push({ kind: 'assigned', element: task.element, ...placement, stage })
    }
    const node = process.nodes[task.element]
    const declared = node?.kind === 'automatic' ? node.results : {}
    return 'assigned' in declared ? { assigned: placement.personId !== null } : {}
  })

  const fresh = done.workItems.filter((item) => done.state.waiting.includes(item.element))
  const kept = before.tasks.filter((task) => done.state.waiting.includes(task.element))
  const tasks = [...kept]
  for (const { element, name, action, performer, stage: at } of fresh) {
    const goal = placeOf(performer, placement, facts)
    tasks.push({ element, name, action, performer, stage: at ?? null, unitId: goal.unitId })
    // One task alone carries the whole petition to its unit; beside others, or to consult, it only asks for a hand.
    const carries = kept.length === 0 && fresh.length === 1 && action !== 'consult'
    if (carries && goal.unitId !== placement.unitId) {
      placement = goal
      steps.push({ kind: 'assigned', element, ...placement, stage: at ?? stage })
    }
    stage = at ?? stage
  }
  // The answer's own notice is the completion; others tell the citizen how it goes on.
  const notices = done.messages.filter(({ message }) => message !== 'answered')
  const armed = done.timers.filter((timer) => done.state.timers.includes(timer.element))
  const timers = [
    ...before.timers.filter(
      (t) => done.state.timers.includes(t.element) && !armed.some((a) => a.element === t.element),
    ),
    ...armed.map((timer) => ({ element: timer.element, at: goesOffAt(timer, facts).toISOString() })),
  ]
  return {
    processState: done.state,
    tasks,
    timers,
    stage: done.ended ? 'completed' : stage,
    placement,
    steps: [
      ...steps,
      ...notices.map(({ element, name, stage: at }) => ({ kind: 'notice', element, reason: name, stage: at ?? stage })),
    ],
    notices: notices.map(({ message, name }) => ({ message, name })),
    ended: done.ended,
  }
}

/** `unit:duty` is the unit in charge, `unit:<code>` a unit, a role stays with the owner. */
function placeOf(performer: string, owner: Placement, facts: RunFacts): Placement {
  if (!performer.startsWith('unit:')) return owner
  const code = performer.slice('unit:'.length)
  const goal = code === 'duty' ? facts.duty : (facts.units.get(code) ?? facts.duty)
  return goal.unitId === owner.unitId ? owner : goal
}

/** A timer's span runs in working time. */
function goesOffAt({ duration }: ProcessTimer, { now, calendar }: RunFacts): Date {
  if (duration.unit === 'days') return calendar.endOf(calendar.addWorkingDays(calendar.dayOf(now), duration.amount))
  return calendar.addWorkingMs(now, duration.amount * (duration.unit === 'hours' ? 3_600_000 : 60_000))
}

/** The unit codes a process may send work to, the unit in charge of the service first. */
export function unitCodesOf(process: Process, dutyCode: string): string[] {
  const codes = new Set([dutyCode])
  for (const node of Object.values(process.nodes)) {
    if (node.kind !== 'user' || !node.performer.startsWith('unit:')) continue
    const code = node.performer.slice('unit:'.length)
    if (code !== 'duty') codes.add(code)
  }
  return [...codes]
}
