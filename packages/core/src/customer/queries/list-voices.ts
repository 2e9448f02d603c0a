import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { parse, withTenant } from '../../platform/index.ts'
import { packCursor, unpackCursor } from '../cursor.ts'
import { ratedComments } from '../listing.store.ts'
import { type VoicesInput, type VoicesOutput, voicesInput } from '../schemas.ts'
import { serviceNames } from './get-queue.ts'

/** Overall marks of praise and of complaint, out of 5. */
const TONES = { praise: [4, 5], complaint: [1, 2], all: [1, 5] } as const

/** 고객의 소리: comments of ratings for all staff, without who said them (R19, R20). */
export async function listVoices(ctx: Ctx, raw: VoicesInput): Promise<VoicesOutput> {
  const input = parse(voicesInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  const [least, most] = TONES[input.tone]
  return withTenant(ctx, async (tx) => {
    const after = unpackCursor(input.cursor)
    const { serviceKey, unitId } = input
    const found = await ratedComments(tx, { least, most, serviceKey, unitId, after, limit: input.limit + 1 })
    const page = found.slice(0, input.limit)
    const names = await serviceNames(tx, page)
    const last = found.length > input.limit ? page.at(-1) : undefined
    const rows = page.map(({ serviceKey: key, releaseHash, ratedAt, ...row }) => ({
      ...row,
      service: names.get(`${releaseHash}:${key}`) ?? { ko: key, en: key },
      ratedAt: ratedAt.toISOString(),
    }))
    return { rows, nextCursor: last === undefined ? null : packCursor(last.ratedAt, last.ratingId) }
  })
}
