import { type Ctx, type Id, newId, ValidationError } from '../../kernel/index.ts'
import {
  audit,
  authorise,
  calendarFor,
  claimRequest,
  type DomainEvent,
  emit,
  parse,
  type TxCtx,
  withTenant,
} from '../../platform/index.ts'
import { currentRelease } from '../../tenancy/index.ts'
import { topicsOf } from '../act.ts'
import { customerFor, insertCustomer } from '../customer.store.ts'
import { deadlineOf, startClock } from '../domain/deadline.ts'
import { deleteDraft } from '../draft.store.ts'
import { petitionAssigned, petitionFiled, petitionReceived } from '../events.ts'
import { insertPetition, type NewPetition } from '../petition.store.ts'
import { canFile } from '../policy.ts'
import { serviceOf } from '../release-of.ts'
import { beginRun, unitCodesOf } from '../run-process.ts'
import { type FilePetitionInput, type FilePetitionOutput, filePetitionInput } from '../schemas.ts'
import { placementsByCode } from '../staff.store.ts'

/**
 * A citizen files a petition, or an officer or the importer for a caller. The process of the agency's release runs at
 * once: receipt, assignment to the unit in charge and to its handler with the fewest open petitions (R16, R17).
 * @returns the petition's id, number, owner and deadline
 * @throws ValidationError for an unknown service or file; ConflictError for a replayed key with another body
 */
export async function filePetition(ctx: Ctx, raw: FilePetitionInput): Promise<FilePetitionOutput> {
  const { idempotencyKey, ...input } = parse(filePetitionInput, raw)
  authorise(canFile(ctx.actor))
  return withTenant(ctx, async (tx) => {
    const now = tx.clock.now()
    const [claim, release, calendar, customerId] = await Promise.all([
      claimRequest<FilePetitionOutput>(tx, { procedure: 'petition.file', key: idempotencyKey, body: input }),
      currentRelease(tx),
      calendarFor(tx),
      customerOf(tx, input.caller),
    ])
    if (claim.replayed) return claim.response
    const { service, process } = serviceOf(release, input.serviceKey)
    const dutyCode = service.duty.unitCode
    const units = await placementsByCode(tx, unitCodesOf(process.compiled, dutyCode), now)
    const duty = units.get(dutyCode)
    if (duty === undefined) throw new ValidationError('petition.unit-unknown', { field: 'serviceKey', params: { unit: dutyCode } })

    const facts = { now, calendar, duty, units }
    const run = await beginRun(process.compiled, { channel: input.channel, petitionType: service.petitionType }, facts)
    const clock = startClock(service.period, now)
    const petition: NewPetition = {
      id: newId(),
      customerId,
      serviceKey: service.key,
      releaseHash: release.hash,
      processKey: process.key,
      title: input.title,
      body: input.body,
      visibility: input.visibility,
      channel: input.channel,
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
      fromTenantId: null,
      fromPetitionId: null,
      externalRef: input.externalRef ?? null,
      fileIds: input.fileIds,
    }
    const filed = { kind: 'filed', stage: 'received', personId: null } as const
    const [number] = await Promise.all([
      insertPetition(tx, petition, Number(calendar.dayOf(now).slice(0, 4)), [filed, ...run.steps]),
      input.draftId === undefined || customerId === null ? undefined : deleteDraft(tx, input.draftId, customerId),
    ])
    const { id: petitionId, unitId, personId } = petition
    const output = { petitionId, number, unitId, personId, dueAt: petition.dueAt.toISOString() }
    await Promise.all([claim.settle(output), audit(tx, filedEntry(petition, number))])
    const touches = topicsOf({ ...petition, accountId: tx.actor.kind === 'citizen' ? tx.actor.accountId : null })
    for (const event of filingEvents(petition)) await emit(tx, event, { touches })
    return output
  })
}

/** The citizen's own row, a new row for a caller, nobody for imported history without names. */
async function customerOf(tx: TxCtx, caller: ReturnType<typeof filePetitionInput.parse>['caller']): Promise<Id | null> {
  if (tx.actor.kind === 'citizen') return customerFor(tx, tx.actor.accountId, tx.actor.customerId)
  if (caller === undefined && tx.actor.kind === 'system') return null
  if (caller === undefined) throw new ValidationError('petition.caller-needed', { field: 'caller' })
  const { name, email = null, phone = null, kind = 'general' } = caller
  return insertCustomer(tx, { accountId: null, name, email, phone, kind })
}

function filedEntry(petition: NewPetition, number: string) {
  const { id, serviceKey, channel, unitId, personId } = petition
  return { action: 'petition.file', subjectType: 'petition', subjectId: id, after: { number, serviceKey, channel, unitId, personId } }
}

/** What happened at a filing, for the consumers; also used when a petition comes from another agency. */
export function filingEvents(petition: NewPetition): DomainEvent[] {
  const { id: petitionId, serviceKey, channel, unitId, personId } = petition
  const receivedAt = petition.receivedAt.toISOString()
  return [
    petitionFiled.of({ petitionId, serviceKey, channel }),
    petitionReceived.of({ petitionId, serviceKey, receivedAt, dueAt: petition.dueAt.toISOString() }),
    petitionAssigned.of({ petitionId, unitId, personId }),
  ]
}
