import { type Ctx, ForbiddenError, newId } from '../../../kernel/index.ts'
import { claimRequest, parse, sendEnvelope, type TxCtx, withTenant } from '../../../platform/index.ts'
import { getTenantBySlug } from '../../../tenancy/index.ts'
import { actorAs, checkReceivers, seoulDay, takeNumber } from '../../document/index.ts'
import { openDispatch, recordDispatchAct } from '../act.ts'
import type { StoredDispatch } from '../dispatch.store.ts'
import { dispatchReleased } from '../events.ts'
import { DISPATCH } from '../letters.ts'
import { receiversOf, type StoredReceiver, tellReceiver } from '../receiver.store.ts'
import { insertReception } from '../reception.store.ts'
import { sentAs } from '../sender-name.store.ts'
import { type DispatchActOutput, type ReleaseDispatchInput, releaseDispatchInput } from '../types.ts'

/**
 * 시행승인: the head of the drafting unit lets a dispatch go. It takes its number from the unit's register and reaches every
 * receiver: units of the agency at once, other agencies by letter.
 * @throws ForbiddenError for anybody else; ValidationError when a receiver is no more; ConflictError
 */
export async function releaseDispatch(ctx: Ctx, raw: ReleaseDispatchInput): Promise<DispatchActOutput> {
  const { idempotencyKey, ...input } = parse(releaseDispatchInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DispatchActOutput>(tx, {
      procedure: 'dispatch.release',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const dispatch = await openDispatch(tx, 'release', input)
    const receivers = await receiversOf(tx, [dispatch.id])
    await checkReceivers(tx, receivers.map(planned), 'receivers')
    const releasedBy = await actorAs(tx)
    if (releasedBy === null) throw new ForbiddenError()
    const now = tx.clock.now()
    const { id: dispatchId, documentId, unitId, drafterId: personId } = dispatch
    const year = Number(seoulDay(now).slice(0, 4))
    const { number } = await takeNumber(tx, { unitId, year, kind: 'dispatch', subjectId: dispatchId })
    await deliver(tx, { ...dispatch, number, releasedAt: now }, receivers)
    const output = await recordDispatchAct(tx, dispatch, {
      verb: 'release',
      change: { state: 'sent', number, releasedBy, releasedAt: now },
      facts: { number },
      event: dispatchReleased.of({ dispatchId, documentId, unitId, personId, receivers: receivers.length }),
      touches: receivers.flatMap((one) => (one.unitId === null ? [] : [`reception:${one.unitId}`])),
    })
    await claim.settle(output)
    return output
  })
}

function planned(one: StoredReceiver) {
  return one.unitId === null
    ? { kind: 'agency' as const, agency: one.agency ?? '' }
    : { kind: 'unit' as const, unitId: one.unitId }
}

async function deliver(
  tx: TxCtx,
  dispatch: StoredDispatch & { number: string; releasedAt: Date },
  receivers: readonly StoredReceiver[],
): Promise<void> {
  const { agency: from, senderName } = await sentAs(tx, dispatch, receivers, dispatch.releasedAt)
  const sender = {
    agency: from,
    unit: dispatch.drafter.unit ?? { ko: '—', en: '—' },
    drafter: dispatch.drafter.name,
    number: dispatch.number,
    paper: { senderName, receivers: receivers.map((one) => one.name) },
  }
  const { title, body, disclosure, disclosureGrounds, releasedAt, fileIds } = dispatch
  const approvers = dispatch.showApprovers ? dispatch.approvers : []
  for (const one of receivers) {
    const target = { dispatchId: dispatch.id, receiverId: one.id }
    const words = { title, body, approvers, disclosure, disclosureGrounds }
    if (one.unitId !== null) {
      const receptionId = newId()
      await insertReception(tx, {
        id: receptionId,
        unitId: one.unitId,
        ...words,
        fileIds,
        sender: { ...sender, sameAgency: true },
        fromTenantId: tx.tenantId,
        fromDispatchId: dispatch.id,
        fromReceiverId: one.id,
        releasedAt,
      })
      await tellReceiver(tx, target, { state: 'arrived', receptionId })
      continue
    }
    const agency = await getTenantBySlug(tx.db, one.agency ?? '')
    const payload = { ...target, ...words, sender, releasedAt: releasedAt.toISOString(), origin: tx.origin }
    await sendEnvelope(tx, { toTenantId: agency?.id ?? '', kind: DISPATCH, payload, fileIds })
    await tellReceiver(tx, target, { state: 'on-its-way' })
  }
}
