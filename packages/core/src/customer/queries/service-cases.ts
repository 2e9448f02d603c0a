import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { answeredCases, caseFigures } from '../case.store.ts'
import { packCursor, unpackCursor } from '../cursor.ts'
import { oversees } from '../policy.ts'
import { type ServiceCasesInput, type ServiceCasesOutput, serviceCasesInput } from '../schemas.ts'
import { serviceNames } from './get-queue.ts'

/**
 * Past cases of services (R3): figures for every officer, the answered petitions themselves only as far as the officer
 * may read them.
 * @throws ForbiddenError for anybody but an officer
 */
export async function listServiceCases(ctx: Ctx, raw: ServiceCasesInput): Promise<ServiceCasesOutput> {
  const { serviceKeys, cursor, limit } = parse(serviceCasesInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer' && actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const after = unpackCursor(cursor)
    const [figures, found] = await Promise.all([
      caseFigures(tx, serviceKeys),
      answeredCases(tx, { serviceKeys, oversees: oversees(actor), after, limit: limit + 1 }),
    ])
    const page = found.slice(0, limit)
    const names = await serviceNames(tx, page)
    const last = found.length > limit ? page.at(-1) : undefined
    const rows = page.map(({ serviceKey: key, releaseHash, completedAt, ...row }) => ({
      ...row,
      service: names.get(`${releaseHash}:${key}`) ?? { ko: key, en: key },
      completedAt: completedAt.toISOString(),
    }))
    return { figures, rows, nextCursor: last === undefined ? null : packCursor(last.completedAt, last.petitionId) }
  })
}
