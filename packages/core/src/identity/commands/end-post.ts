import type { z } from 'zod'
import { type Ctx, NotFoundError, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { closePost, postById } from '../posts.store.ts'
import { endPostInput } from '../schemas.ts'
import { lockOrganisation } from '../units.store.ts'
import { endSessionsForRights } from './end-sessions.ts'

/** Ends a post at a date; history keeps it. @throws NotFoundError, or ValidationError for a date before its start */
export async function endPost(ctx: Ctx, raw: z.input<typeof endPostInput>): Promise<{ done: true }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const input = parse(endPostInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const validTo = input.validTo ?? tx.clock.now()
    const post = await postById(tx, input.postId)
    if (post === null || (post.validTo !== null && post.validTo <= validTo))
      throw new NotFoundError('identity.post-not-found')
    if (validTo <= post.validFrom) throw new ValidationError('identity.date-order', { field: 'validTo' })
    await closePost(tx, post.id, validTo)
    await audit(tx, {
      action: 'post.end',
      subjectType: 'post',
      subjectId: post.id,
      before: { validTo: post.validTo },
      after: { validTo },
    })
    await endSessionsForRights(tx, post.personId)
    return { done: true }
  })
}
