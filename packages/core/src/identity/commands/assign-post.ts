import type { z } from 'zod'
import { ConflictError, type Ctx, type Id, NotFoundError, newId, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { personById, unitById } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { insertPost, overlappingPosts } from '../posts.store.ts'
import { assignPostInput } from '../schemas.ts'
import { lockOrganisation } from '../units.store.ts'
import { endSessionsForRights } from './end-sessions.ts'

/**
 * Gives a person a post in a unit for a time (R57): one main post, any number of concurrent ones, one head a unit.
 * @throws NotFoundError for an unknown person or unit
 * @throws ConflictError when the span meets another main post, post in the same unit, or head
 */
export async function assignPost(ctx: Ctx, raw: z.input<typeof assignPostInput>): Promise<{ id: Id }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const input = parse(assignPostInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const { personId, unitId, title, isHead, concurrent } = input
    const from = input.validFrom ?? tx.clock.now()
    const to = input.validTo ?? null
    if (to !== null && to <= from) throw new ValidationError('identity.date-order', { field: 'validTo' })
    if ((await personById(tx, personId)) === null) throw new NotFoundError('identity.person-not-found')
    if ((await unitById(tx, unitId, from)) === null) throw new NotFoundError('identity.unit-not-found')
    for (const other of await overlappingPosts(tx, { personId, unitId, from, to })) {
      const same = other.personId === personId
      if (same && other.unitId === unitId) throw new ConflictError('identity.post-exists')
      if (same && !concurrent && !other.concurrent) throw new ConflictError('identity.post-main-exists')
      if (isHead && other.unitId === unitId && other.isHead) throw new ConflictError('identity.head-exists')
    }
    const id = newId()
    await insertPost(tx, { id, personId, unitId, title, isHead, concurrent, validFrom: from, validTo: to })
    await audit(tx, {
      action: 'post.assign',
      subjectType: 'post',
      subjectId: id,
      after: { personId, unitId, title, isHead, concurrent, validFrom: from, validTo: to },
    })
    await endSessionsForRights(tx, personId)
    return { id }
  })
}
