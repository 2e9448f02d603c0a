import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { authorise, withTenant } from '../../platform/index.ts'
import { personByCode } from '../organisation.store.ts'
import { can } from '../policy.ts'

/** The id of a person by personnel number. @throws NotFoundError when the agency has none */
export async function personIdByCode(ctx: Ctx, code: string): Promise<Id> {
  authorise(can(ctx.actor, 'organisation.read'))
  const person = await withTenant(ctx, (tx) => personByCode(tx, code))
  if (person === null) throw new NotFoundError('identity.person-not-found')
  return person.id
}
