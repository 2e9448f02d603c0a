import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { packCursor, unpackCursor } from '../cursor.ts'
import { petitionsOfAccount } from '../listing.store.ts'
import { type MyPetitionsInput, type MyPetitionsOutput, myPetitionsInput } from '../schemas.ts'
import { serviceNames } from './get-queue.ts'

/** The citizen's own petitions at the agency, the newest first, in pages. */
export async function listMyPetitions(ctx: Ctx, raw: MyPetitionsInput): Promise<MyPetitionsOutput> {
  const input = parse(myPetitionsInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'citizen') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const found = await petitionsOfAccount(tx, actor.accountId, unpackCursor(input.cursor), input.limit + 1)
    const page = found.slice(0, input.limit)
    const names = await serviceNames(tx, page)
    const last = found.length > input.limit ? page.at(-1) : undefined
    const rows = page.map(({ serviceKey, releaseHash, filedAt, dueAt, completedAt, ...row }) => ({
      ...row,
      service: names.get(`${releaseHash}:${serviceKey}`) ?? { ko: serviceKey, en: serviceKey },
      filedAt: filedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      completedAt: completedAt?.toISOString() ?? null,
    }))
    return { rows, nextCursor: last === undefined ? null : packCursor(last.filedAt, last.id) }
  })
}
