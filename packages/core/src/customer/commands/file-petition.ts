import { type Ctx, type Id, ValidationError } from '../../kernel/index.ts'
import { authorise, calendarFor, claimRequest, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { currentRelease, type Release } from '../../tenancy/index.ts'
import { customerFor, insertCustomer } from '../customer.store.ts'
import { deleteDraft } from '../draft.store.ts'
import { enterPetition, placementsFor } from '../enter-petition.ts'
import { canFile } from '../policy.ts'
import { type FilePetitionInput, type FilePetitionOutput, filePetitionInput } from '../schemas.ts'

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
    // The release the agency ran a moment ago tells which units to ask for in the same round trip; a wrong guess asks again.
    const guess = lastRelease.get(tx.tenantId)
    const known = guess?.customer.services.some((service) => service.key === input.serviceKey) ? guess : undefined
    const [claim, release, calendar, customerId, units] = await Promise.all([
      claimRequest<FilePetitionOutput>(tx, { procedure: 'petition.file', key: idempotencyKey, body: input }),
      currentRelease(tx),
      calendarFor(tx),
      customerOf(tx, input.caller),
      known === undefined ? undefined : placementsFor(tx, known, input.serviceKey),
    ])
    lastRelease.set(tx.tenantId, release)
    if (claim.replayed) return claim.response
    const { serviceKey, title, body, visibility, channel, fileIds, draftId } = input
    const filed = await enterPetition(tx, {
      release,
      calendar,
      serviceKey,
      customerId,
      title,
      body,
      visibility,
      channel,
      externalRef: input.externalRef ?? null,
      fileIds,
      from: null,
      firstStep: { kind: 'filed', stage: 'received', personId: null },
      units: known === release ? units : undefined,
    })
    await Promise.all([
      claim.settle(filed),
      draftId === undefined || customerId === null ? undefined : deleteDraft(tx, draftId, customerId),
    ])
    return filed
  })
}

const lastRelease = new Map<Id, Release>()

/** The citizen's own row, a new row for a caller, nobody for imported history without names. */
async function customerOf(tx: TxCtx, caller: ReturnType<typeof filePetitionInput.parse>['caller']): Promise<Id | null> {
  if (tx.actor.kind === 'citizen') return customerFor(tx, tx.actor.accountId, tx.actor.customerId)
  if (caller === undefined && tx.actor.kind === 'system') return null
  if (caller === undefined) throw new ValidationError('petition.caller-needed', { field: 'caller' })
  const { name, email = null, phone = null, kind = 'general' } = caller
  return insertCustomer(tx, { accountId: null, name, email, phone, kind })
}
