import type { Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { peopleByIds, searchPeople } from '../people.store.ts'
import { officerOf } from '../policy.ts'
import { type FindPeopleInput, type FindPeopleOutput, findPeopleInput } from '../schemas.ts'

/** People of the agency by name or unit (20 at most, heads first), or those of given ids. @throws ForbiddenError but for officers */
export async function findPeople(ctx: Ctx, raw: FindPeopleInput): Promise<FindPeopleOutput> {
  const { search, ids } = parse(findPeopleInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    if (ids === undefined) return { rows: await searchPeople(tx, search) }
    return { rows: [...(await peopleByIds(tx, ids)).values()] }
  })
}
