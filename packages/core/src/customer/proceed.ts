import type { ProcessEvent, ProcessState } from '../model/index.ts'
import { calendarFor, type DomainEvent, type TxCtx, type WorkingCalendar } from '../platform/index.ts'
import { releaseByHash } from '../tenancy/index.ts'
import { deadlineOf, readClock, timeUsed } from './domain/deadline.ts'
import type { StepDraft } from './domain/petition.ts'
import { petitionAssigned, petitionCompleted, petitionNotice } from './events.ts'
import { inspectionClock } from './inspection.ts'
import type { StoredPetition, StoredState } from './petition.store.ts'
import { compiledOf, serviceOf } from './release-of.ts'
import { beginRun, continueRun, type Placement, type Run, type RunFacts, unitCodesOf } from './run-process.ts'
import { placementsByCode } from './staff.store.ts'

/** How a petition's process goes on under the release it began with. */
export interface Course {
  /** Ends a task or lets a timer go off; the petition as it stands then, and what happened on the way. */
  advance(petition: StoredPetition, event: ProcessEvent): Promise<{ run: Run; moved: StoredPetition }>
  restart(petition: StoredPetition): Promise<Run>
  readonly calendar: WorkingCalendar
  readonly petitionType: string
  /** The declared results of a waiting task. */
  resultsOf(element: string): Readonly<Record<string, 'string' | 'double' | 'bool'>>
}

/** Reads what the process of a petition needs: its release, the calendar, the units it may go to. */
export async function courseOf(tx: TxCtx, petition: StoredPetition): Promise<Course> {
  const now = tx.clock.now()
  const [release, calendar] = await Promise.all([releaseByHash(tx, petition.releaseHash), calendarFor(tx)])
  const process = compiledOf(release, petition.processKey)
  const { service } = serviceOf(release, petition.serviceKey)
  const units = await placementsByCode(tx, unitCodesOf(process, service.duty.unitCode), now)
  const duty = dutyOf(petition, units)
  const facts: RunFacts = { now, calendar, duty, units }
  const { petitionType } = service
  return {
    calendar,
    petitionType,
    advance: async (from, event) => {
      const run = await continueRun(process, from.processState, event, before(from), facts)
      const clock = inspectionClock(from.clock, { petitionType, before: from.tasks, after: run.tasks, now, calendar })
      const dueAt = clock === from.clock ? from.dueAt : deadlineOf(clock, calendar)
      return { run, moved: { ...from, ...changeOf(run), clock, dueAt } }
    },
    restart: () => beginRun(process, { channel: petition.channel, petitionType }, facts),
    resultsOf: (element) => {
      const node = process.nodes[element]
      return node?.kind === 'user' ? node.results : {}
    },
  }
}

/** Where the petition stands after a run, as a change to be written. */
export function changeOf(
  run: Run,
): Pick<StoredState, 'processState' | 'tasks' | 'timers' | 'stage' | 'unitId' | 'personId'> {
  return {
    processState: run.processState satisfies ProcessState,
    tasks: run.tasks,
    timers: run.timers,
    stage: run.stage,
    unitId: run.placement.unitId,
    personId: run.placement.personId,
  }
}

/** What others hear of a run: a new owner, and what the process tells the citizen. */
export function runEvents(
  petition: Pick<StoredPetition, 'id' | 'unitId' | 'personId'>,
  run: Pick<Run, 'placement' | 'notices'>,
): DomainEvent[] {
  const { unitId, personId } = run.placement
  const petitionId = petition.id
  const same = unitId === petition.unitId && personId === petition.personId
  const notices = run.notices.map(({ message, name }) => petitionNotice.of({ petitionId, message, name }))
  return same ? notices : [petitionAssigned.of({ petitionId, unitId, personId }), ...notices]
}

/** A completion at this instant: what the clock says, who answers for it, and the event that tells performance. */
export function completionOf(
  petition: StoredPetition,
  calendar: WorkingCalendar,
  now: Date,
): { change: Partial<StoredState>; steps: StepDraft[]; events: DomainEvent[] } {
  const read = readClock(petition.clock, calendar, now)
  const used = timeUsed(petition.clock, read)
  const sequence = petition.sequence + 1
  const { unitId, personId } = petition
  const change: Partial<StoredState> = {
    status: 'completed',
    stage: 'completed',
    tasks: [],
    timers: [],
    completedAt: now,
    closedAt: now,
    outcome: 'answered',
    dueAt: read.dueAt,
    supplementUntil: null,
    withinDeadline: read.withinDeadline,
    workingMinutes: used.minutes,
    statutoryDays: used.days,
    sequence,
  }
  const completed = petitionCompleted.of({
    petitionId: petition.id,
    serviceKey: petition.serviceKey,
    unitId,
    personId,
    receivedAt: petition.receivedAt.toISOString(),
    completedAt: now.toISOString(),
    dueAt: read.dueAt.toISOString(),
    withinDeadline: read.withinDeadline,
    workingMinutes: used.minutes,
    statutoryDays: used.days,
    sequence,
  })
  const facts = { withinDeadline: read.withinDeadline, statutoryDays: used.days, sequence }
  return { change, steps: [{ kind: 'completed', stage: 'completed', facts }], events: [completed] }
}

/** What of a moved petition is written. */
export function stateOf(petition: StoredPetition): Partial<StoredState> {
  const { processState, tasks, timers, stage, unitId, personId, clock, dueAt } = petition
  return { processState, tasks, timers, stage, unitId, personId, clock, dueAt }
}

/** The unit in charge today: the owner keeps a petition it already has; after a transfer it is the new unit. */
function dutyOf(petition: StoredPetition, units: ReadonlyMap<string, Placement>): Placement {
  const { dutyUnitId, unitId, personId } = petition
  if (dutyUnitId === unitId) return { unitId, personId }
  const known = [...units.values()].find((placement) => placement.unitId === dutyUnitId)
  return known ?? { unitId: dutyUnitId, personId: null }
}

function before(petition: StoredPetition) {
  const { tasks, timers, stage, unitId, personId } = petition
  return { tasks, timers, stage, placement: { unitId, personId } }
}
