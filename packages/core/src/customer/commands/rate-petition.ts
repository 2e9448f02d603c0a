import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { audit, claimRequest, emit, parse, withTenant } from '../../platform/index.ts'
import { releaseByHash } from '../../tenancy/index.ts'
import { openFor, topicsOf } from '../act.ts'
import { rateUntil } from '../domain/windows.ts'
import { petitionRated } from '../events.ts'
import { insertSteps } from '../petition.store.ts'
import { insertRating } from '../rating.store.ts'
import { type RatePetitionInput, type RatePetitionOutput, ratePetitionInput } from '../schemas.ts'

/**
 * The citizen rates one completion, once: 신속성·친절성·담당자 태도·전반 from 1 to 5, and a comment (R19). It counts for the
 * unit and person who completed it.
 * @throws ConflictError `petition.not-completed`, `petition.already-rated`, `petition.rating-late`; NotFoundError for others' petitions
 */
export async function ratePetition(ctx: Ctx, raw: RatePetitionInput): Promise<RatePetitionOutput> {
  const { idempotencyKey, ...input } = parse(ratePetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<RatePetitionOutput>(tx, {
      procedure: 'petition.rate',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const { petition, now } = await openFor(tx, 'rate', { petitionId: input.petitionId })
    const { completedAt, sequence, unitId, personId, serviceKey } = petition
    if (completedAt === null) throw new ConflictError('petition.not-completed')
    const rules = (await releaseByHash(tx, petition.releaseHash)).customer.satisfaction
    const until = rateUntil(petition, rules)
    if (until !== null && now > until)
      throw new ConflictError('petition.rating-late', { params: { days: rules.windowDays } })
    const { promptness, kindness, attitude, overall } = input
    const stars = { promptness, kindness, attitude, overall }
    const ratingId = await insertRating(tx, petition, stars, input.comment || null)
    if (ratingId === undefined) throw new ConflictError('petition.already-rated')
    const output = { ratingId, sequence }
    await Promise.all([insertSteps(tx, petition, [{ kind: 'rated', facts: { overall } }]), claim.settle(output)])
    await audit(tx, {
      action: 'petition.rate',
      subjectType: 'petition',
      subjectId: petition.id,
      after: { ratingId, sequence, ...stars },
    })
    const rated = {
      petitionId: petition.id,
      serviceKey,
      unitId,
      personId,
      completedAt: completedAt.toISOString(),
      ratedAt: now.toISOString(),
      ...stars,
      sequence,
    }
    await emit(tx, petitionRated.of(rated), { touches: topicsOf(petition) })
    return output
  })
}
