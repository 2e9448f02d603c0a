import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { audienceAfter, type DocumentActResult, openDocument, recordDocumentAct } from '../act.ts'
import { endRound, hasActed } from '../domain/route.ts'
import { documentWithdrawn } from '../events.ts'
import { type WithdrawDocumentInput, withdrawDocumentInput } from '../types.ts'

/**
 * The drafter takes a running document back (회수), to change it or let it be. Until the first on the route has acted
 * without a word, from then on with a reason; never after approval.
 * @throws ValidationError `document.reason-needed`; ConflictError
 */
export async function withdrawDocument(ctx: Ctx, raw: WithdrawDocumentInput): Promise<DocumentActResult> {
  const { idempotencyKey, ...input } = parse(withdrawDocumentInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DocumentActResult>(tx, {
      procedure: 'document.withdraw',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const opened = await openDocument(tx, 'withdraw', input)
    const { document, round } = opened
    if (hasActed(round) && input.reason === '') {
      throw new ValidationError('document.reason-needed', { field: 'reason' })
    }
    const open = round.filter((step) => step.state !== 'done')
    const steps = endRound(open)
    const earlier = opened.steps.filter((step) => !open.includes(step))
    const state = 'withdrawn' as const
    const audience = await audienceAfter(tx, document, { state }, [...earlier, ...steps])
    const { id, kindKey: kind, unitId, drafterId: personId } = document
    const output = await recordDocumentAct(tx, opened, {
      verb: 'withdraw',
      change: { state, audience, routeVersion: document.routeVersion + 1 },
      steps,
      history: { kind: 'withdrawn', person: document.drafter, reason: input.reason },
      events: [documentWithdrawn.of({ documentId: id, kind, unitId, personId })],
      reason: input.reason,
      achievement: 'withdrawn',
    })
    await claim.settle(output)
    return output
  })
}
