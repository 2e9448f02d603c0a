import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { claimRequest, parse, withTenant } from '../../../platform/index.ts'
import { postsOf } from '../../document/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import { receptionReceived } from '../events.ts'
import { tellSender } from '../tell-sender.ts'
import { type AssignReceptionInput, assignReceptionInput, type ReceptionActOutput } from '../types.ts'
import { receptionNumber } from './receive-reception.ts'

/**
 * Gives a reception to a person of the unit: by its head, or a member takes it. One that nobody has received yet is
 * received with it.
 * @throws ValidationError `reception.not-a-member`; ForbiddenError; ConflictError
 */
export async function assignReception(ctx: Ctx, raw: AssignReceptionInput): Promise<ReceptionActOutput> {
  const { idempotencyKey, ...input } = parse(assignReceptionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ReceptionActOutput>(tx, {
      procedure: 'dispatch.assign',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const reception = await openReception(tx, 'assign', input, input.personId)
    const posts = await postsOf(tx, [input.personId])
    const post = posts.find((one) => one.unitId === reception.unitId)
    if (post === undefined) throw new ValidationError('reception.not-a-member', { field: 'personId' })
    const number = await receptionNumber(tx, reception)
    await tellSender(tx, reception, { state: 'assigned', receptionNumber: number })
    const output = await recordReceptionAct(tx, reception, {
      verb: 'assign',
      change: {
        state: 'assigned',
        number,
        person: post.person,
        receivedAt: reception.receivedAt ?? tx.clock.now(),
      },
      reason: input.note,
      facts: { number, to: post.person.name },
      event: receptionReceived.of({ receptionId: reception.id, unitId: reception.unitId, personId: input.personId }),
    })
    await claim.settle(output)
    return output
  })
}
