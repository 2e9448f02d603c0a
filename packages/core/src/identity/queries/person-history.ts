import type { z } from 'zod'
import { type Ctx, NotFoundError } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { personById } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { postsOfPerson } from '../posts.store.ts'
import { personHistoryInput, type personHistoryOutput } from '../schemas.ts'

/** The posts a person has held, oldest first. @throws NotFoundError for an unknown person */
export async function personHistory(
  ctx: Ctx,
  raw: z.input<typeof personHistoryInput>,
): Promise<z.output<typeof personHistoryOutput>> {
  authorise(can(ctx.actor, 'organisation.read'))
  const { personId } = parse(personHistoryInput, raw)
  return withTenant(ctx, async (tx) => {
    if ((await personById(tx, personId)) === null) throw new NotFoundError('identity.person-not-found')
    const posts = await postsOfPerson(tx, personId)
    return posts.map(({ id, personId: _, ...post }) => ({ postId: id, ...post }))
  })
}
