import { type Ctx, ValidationError } from '../../kernel/index.ts'
import { parse, sendEnvelope, withTenant } from '../../platform/index.ts'
import { getTenantBySlug } from '../../tenancy/index.ts'
import { openFor, recordAct } from '../act.ts'
import { customerContact } from '../customer.store.ts'
import { PETITION_TRANSFER, type PetitionLetter } from '../exchange.ts'
import { fileIdsOf } from '../files.store.ts'
import { type ActOutput, type TransferToAgencyInput, transferToAgencyInput } from '../schemas.ts'
import { insertTransfer } from '../transfer.store.ts'

/**
 * Sends a petition to the agency in charge of it (민원처리법 §16): the receiver makes its own copy with the attachments
 * and starts its own clock; this agency's petition closes when the receipt has come back.
 * @throws ValidationError `petition.agency-unknown`, `petition.same-agency`; ForbiddenError; ConflictError
 */
export async function transferToAgency(ctx: Ctx, raw: TransferToAgencyInput): Promise<ActOutput> {
  const input = parse(transferToAgencyInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition } = await openFor(tx, 'transfer-to-agency', input)
    const agency = await getTenantBySlug(tx.db, input.agency)
    if (agency === undefined || agency.status !== 'active') {
      throw new ValidationError('petition.agency-unknown', { field: 'agency', params: { agency: input.agency } })
    }
    if (agency.id === tx.tenantId) throw new ValidationError('petition.same-agency', { field: 'agency' })
    const { id, number, serviceKey, title, body, visibility, channel, filedAt, customerId } = petition
    const contact = customerId === null ? undefined : await customerContact(tx, customerId)
    const { reason } = input
    const letter: PetitionLetter = {
      petitionId: id,
      number,
      serviceKey,
      title,
      body,
      visibility,
      channel,
      filedAt: filedAt.toISOString(),
      reason,
      origin: tx.origin,
      customer: contact === undefined ? null : { ...contact, kind: contact.kind },
    }
    const fileIds = await fileIdsOf(tx, id, ['request', 'supplement'])
    await sendEnvelope(tx, { toTenantId: agency.id, kind: PETITION_TRANSFER, payload: letter, fileIds })
    await insertTransfer(tx, {
      petitionId: id,
      direction: 'out',
      otherTenantId: agency.id,
      otherPetitionId: null,
      otherNumber: null,
      reason,
      status: 'sent',
    })
    return recordAct(tx, petition, {
      verb: 'transfer-to-agency',
      change: { status: 'transferring', supplementUntil: null },
      steps: [{ kind: 'transfer-sent', reason, facts: { agency: agency.slug } }],
      events: [],
      reason,
    })
  })
}
