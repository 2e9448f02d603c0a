import type { Ctx } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { readPublications } from '../publication.store.ts'
import { type ReadPublishedInput, type ReadPublishedOutput, readPublishedInput } from '../schemas.ts'

/**
 * What other agencies have published to this one, the newest of each month. Every read leaves a row in the reader's
 * audit and one with each publisher (tenant wall, point 7). @throws ForbiddenError
 */
export async function readPublishedScores(ctx: Ctx, raw: ReadPublishedInput): Promise<ReadPublishedOutput> {
  const input = parse(readPublishedInput, raw)
  return withTenant(ctx, async (tx) => {
    authorise(can(tx.actor, 'published.read'))
    const personId = tx.actor.kind === 'officer' ? tx.actor.personId : null
    const publications = await readPublications(tx, input.periodKey ?? null, personId)
    for (const { id, agency, periodKey } of publications) {
      await audit(tx, {
        action: 'score.read-published',
        subjectType: 'score',
        subjectId: id,
        after: { agency: agency.slug, periodKey },
      })
    }
    return publications.map((publication) => ({
      agency: publication.agency,
      publishedId: publication.id,
      periodKey: publication.periodKey,
      releaseHash: publication.releaseHash,
      releaseVersion: publication.releaseVersion,
      publishedAt: publication.publishedAt.toISOString(),
      document: publication.document,
    }))
  })
}
