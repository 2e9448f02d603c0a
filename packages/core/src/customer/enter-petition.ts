import { type Id, newId, ValidationError } from '../kernel/index.ts'
import { audit, type DomainEvent, emit, type TxCtx, type WorkingCalendar } from '../platform/index.ts'
import type { Release } from '../tenancy/index.ts'
import { topicsOf } from './act.ts'
import { deadlineOf, startClock } from './domain/deadline.ts'
import type { StepDraft } from './domain/petition.ts'
import { petitionAssigned, petitionFiled, petitionNotice, petitionReceived } from './events.ts'
import { inspectionClock } from './inspection.ts'
import { insertPetition, type NewPetition } from './petition.store.ts'
import { serviceOf } from './release-of.ts'
import { beginRun, type Placement, unitCodesOf } from './run-process.ts'
import { placementsByCode } from './staff.store.ts'

/** What comes in, from a citizen, a caller, a log or another agency. */
export interface Arrival {
  readonly release: Release
  readonly calendar: WorkingCalendar
  readonly serviceKey: string
  readonly customerId: Id | null
  readonly title: string
  readonly body: string
  readonly visibility: 'private' | 'public'
  readonly channel: string
  readonly externalRef: string | null
  readonly fileIds: readonly Id[]
  readonly from: { readonly tenantId: Id; readonly petitionId: Id } | null
  readonly firstStep: StepDraft
  /** The units the process may go to, when they have been read already. */
  readonly units?: ReadonlyMap<string, Placement> | undefined
}

export interface Entered {
  readonly petitionId: Id
  readonly number: string
  readonly unitId: Id
  readonly personId: Id | null
  readonly dueAt: string
}

/**
 * Enters a petition: its process runs from the start (receipt, assignment) and it gets its number, owner and deadline.
 * @throws ValidationError `petition.service-unknown`, `petition.unit-unknown`, `file.unknown`; ConflictError for a known reference
 */
export async function enterPetition(tx: TxCtx, arrival: Arrival): Promise<Entered> {
  const { release, calendar, channel } = arrival
  const now = tx.clock.now()
  const { service, process } = serviceOf(release, arrival.serviceKey)
  const dutyCode = service.duty.unitCode
  const units = arrival.units ?? (await placementsFor(tx, release, arrival.serviceKey))
  const duty = units.get(dutyCode)
  if (duty === undefined)
    throw new ValidationError('petition.unit-unknown', { field: 'serviceKey', params: { unit: dutyCode } })

  const run = await beginRun(
    process.compiled,
    { channel, petitionType: service.petitionType },
    { now, calendar, duty, units },
  )
  const { petitionType } = service
  const clock = inspectionClock(startClock(service.period, now), {
    petitionType,
    before: [],
    after: run.tasks,
    now,
    calendar,
  })
  const petition: NewPetition = {
    id: newId(),
    customerId: arrival.customerId,
    serviceKey: service.key,
    releaseHash: release.hash,
    processKey: process.key,
    title: arrival.title,
    body: arrival.body,
    visibility: arrival.visibility,
    channel,
    filedAt: now,
    receivedAt: now,
    dueAt: deadlineOf(clock, calendar),
    clock,
    processState: run.processState,
    tasks: run.tasks,
    timers: run.timers,
    stage: run.stage,
    status: 'open',
    unitId: run.placement.unitId,
    personId: run.placement.personId,
    dutyUnitId: duty.unitId,
    supplementUntil: null,
    completedAt: null,
    closedAt: null,
    outcome: null,
    withinDeadline: null,
    workingMinutes: null,
    statutoryDays: null,
    sequence: 0,
    fromTenantId: arrival.from?.tenantId ?? null,
    fromPetitionId: arrival.from?.petitionId ?? null,
    externalRef: arrival.externalRef,
    fileIds: arrival.fileIds,
  }
  const number = await insertPetition(tx, petition, Number(calendar.dayOf(now).slice(0, 4)), [
    arrival.firstStep,
    ...run.steps,
  ])
  const { id: petitionId, serviceKey, unitId, personId } = petition
  const after = { number, serviceKey, channel, unitId, personId }
  await audit(tx, { action: 'petition.file', subjectType: 'petition', subjectId: petitionId, after })
  const touches = topicsOf(petition)
  const notices = run.notices.map(({ message, name }) => petitionNotice.of({ petitionId, message, name }))
  for (const event of [...eventsOf(petition), ...notices]) await emit(tx, event, { touches })
  return { petitionId, number, unitId, personId, dueAt: petition.dueAt.toISOString() }
}

/** The units that the process of a service may send work to, by code. */
export async function placementsFor(
  tx: TxCtx,
  release: Release,
  serviceKey: string,
): Promise<ReadonlyMap<string, Placement>> {
  const { service, process } = serviceOf(release, serviceKey)
  return placementsByCode(tx, unitCodesOf(process.compiled, service.duty.unitCode), tx.clock.now())
}

function eventsOf(petition: NewPetition): DomainEvent[] {
  const { id: petitionId, serviceKey, channel, unitId, personId } = petition
  const receivedAt = petition.receivedAt.toISOString()
  return [
    petitionFiled.of({ petitionId, serviceKey, channel }),
    petitionReceived.of({ petitionId, serviceKey, receivedAt, dueAt: petition.dueAt.toISOString() }),
    petitionAssigned.of({ petitionId, unitId, personId }),
  ]
}
