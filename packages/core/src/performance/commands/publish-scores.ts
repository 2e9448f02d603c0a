import { listUnitStates } from '../../identity/index.ts'
import { ConflictError, type Ctx, NotFoundError, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, claimRequest, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { getTenantBySlug } from '../../tenancy/index.ts'
import type { ScoreDocument } from '../domain/document.ts'
import { toMicro } from '../domain/fixed.ts'
import { organisationOf } from '../domain/organisation.ts'
import type { ScoringModel } from '../domain/scoring-model.ts'
import { signalOf } from '../domain/signal.ts'
import { hiddenNodes, type Publishable } from '../domain/suppress.ts'
import { findPeriod } from '../period.store.ts'
import { can } from '../policy.ts'
import { insertPublication } from '../publication.store.ts'
import {
  type PublishedDocument,
  type PublishScoresInput,
  type PublishScoresOutput,
  publishScoresInput,
} from '../schemas.ts'
import { readScores } from '../score.store.ts'
import { modelOf } from '../scoring.ts'

/**
 * Lets other agencies read the agency's own scores of a closed month: the whole agency only, no unit, no person, and
 * no figure of fewer than five answers. A later publication of the same month stands beside the first.
 * @throws ForbiddenError, NotFoundError, ConflictError `performance.period-open`, ValidationError for an unknown reader
 */
export async function publishScores(ctx: Ctx, raw: PublishScoresInput): Promise<PublishScoresOutput> {
  const { idempotencyKey, ...input } = parse(publishScoresInput, raw)
  return withTenant(ctx, async (tx) => {
    authorise(can(tx.actor, 'scores.publish'))
    const claim = await claimRequest<PublishScoresOutput>(tx, {
      procedure: 'score.publish',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const params = { period: input.periodKey }
    const period = await findPeriod(tx, input.periodKey)
    if (!period) throw new NotFoundError('performance.period-unknown', { params })
    if (period.state === 'open') throw new ConflictError('performance.period-open', { params })
    const [readers, { release, model }, states] = await Promise.all([
      readerIds(tx, input.readers),
      modelOf(tx, period),
      listUnitStates(tx),
    ])
    const agency = organisationOf(states).agency()
    const [stored] = agency ? await readScores(tx, period.id, [agency.id]) : []
    if (!stored) throw new NotFoundError('performance.period-unknown', { params })
    const { document, suppressed } = publishedDocument(model, stored.document)
    const publishedId = await insertPublication(tx, {
      periodKey: period.key,
      releaseHash: release.hash,
      releaseVersion: release.version,
      document,
      publishedBy: tx.actor.kind === 'officer' ? tx.actor.personId : null,
      reason: input.reason,
      readers,
    })
    await audit(tx, {
      action: 'score.publish',
      subjectType: 'score',
      subjectId: publishedId,
      after: { periodKey: period.key, readers: input.readers, suppressed },
      reason: input.reason,
    })
    await claim.settle({ publishedId, suppressed })
    return { publishedId, suppressed }
  })
}

async function readerIds(tx: TxCtx, slugs: readonly string[]): Promise<string[]> {
  const ids = []
  for (const slug of new Set(slugs)) {
    const tenant = await getTenantBySlug(tx.db, slug)
    if (!tenant) throw new ValidationError('performance.reader-unknown', { field: 'readers', params: { reader: slug } })
    ids.push(tenant.id)
  }
  return ids
}

type Leaf = PublishedDocument['perspectives'][number]['objectives'][number]['indicators'][number]

/** The agency's map as others may see it, and how many of its nodes are hidden. */
function publishedDocument(
  model: ScoringModel,
  document: ScoreDocument,
): { document: PublishedDocument; suppressed: number } {
  const { spec } = model
  const indicators = spec.indicators.map((one) => {
    const stored = document.indicators[one.key]
    return {
      one,
      node: { score: stored?.score ?? null, count: stored?.count ?? 0, children: [] } satisfies Publishable,
    }
  })
  const objectives = spec.objectives.map((one) => {
    const below = indicators.filter((indicator) => indicator.one.objective === one.key)
    const score = document.objectives[one.key] ?? null
    return {
      one,
      below,
      node: { score, count: null, children: below.map((indicator) => indicator.node) } satisfies Publishable,
    }
  })
  const perspectives = spec.perspectives.map((one) => {
    const below = objectives.filter((objective) => objective.one.perspective === one.key)
    const score = document.perspectives[one.key] ?? null
    return {
      one,
      below,
      node: { score, count: null, children: below.map((objective) => objective.node) } satisfies Publishable,
    }
  })
  const root: Publishable = { score: document.score, count: null, children: perspectives.map((one) => one.node) }
  const hidden = hiddenNodes(root)
  const shown = (node: Publishable) => {
    const suppressed = hidden.has(node)
    const score = suppressed ? null : node.score
    return { score, signal: signalOf(score === null ? null : toMicro(score), model.thresholds), suppressed }
  }
  const leaf = ({ one, node }: (typeof indicators)[number]): Leaf => ({
    key: one.key,
    name: one.name,
    unit: one.unit,
    weight: one.weight,
    ...shown(node),
    count: hidden.has(node) ? null : node.count,
  })
  return {
    suppressed: hidden.size,
    document: {
      total: shown(root),
      perspectives: perspectives.map(({ one, node, below }) => ({
        key: one.key,
        name: one.name,
        weight: one.weight,
        ...shown(node),
        objectives: below.map((objective) => ({
          key: objective.one.key,
          name: objective.one.name,
          weight: objective.one.weight,
          ...shown(objective.node),
          indicators: objective.below.map(leaf),
        })),
      })),
    },
  }
}
