import { type Ctx, isId, NotFoundError, ValidationError } from '../../kernel/index.ts'
import { compileRule } from '../../model/index.ts'
import { parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { recordsOfSubjects } from '../../work/index.ts'
import { foldFromEvidence, readCells } from '../aggregate.store.ts'
import { childParts } from '../domain/agency.ts'
import { fromDocument } from '../domain/document.ts'
import { sequenceOf } from '../domain/evidence.ts'
import { type Explanation, explainUnit, findNode, recompute } from '../domain/explain.ts'
import { formatMicro } from '../domain/fixed.ts'
import { endOfDay } from '../domain/period.ts'
import { applyRule, ruleInputs, scoreUnit } from '../domain/score.ts'
import { rollUpOf } from '../domain/scoring-model.ts'
import { type EvidenceFilter, type EvidenceLine, evidencePage, evidenceTotal } from '../evidence.store.ts'
import { can } from '../policy.ts'
import {
  type ExplainedRecord,
  type ExplainScoreInput,
  type ExplainScoreOutput,
  type ExplanationView,
  explainScoreInput,
} from '../schemas.ts'
import { openView, periodView, scoresIn, unitView, type View } from './view.ts'

/**
 * Why a score is what it is (B1): the formula with its numbers for a node and all below it, and for an indicator the
 * rows of evidence page by page, each with the petition it came from. The answer is computed a second time from what
 * it shows; `agrees` says whether that gives the same decimal.
 * @throws NotFoundError for an unknown unit, month or node; ForbiddenError; ValidationError for a broken cursor
 */
export async function explainScore(ctx: Ctx, raw: ExplainScoreInput): Promise<ExplainScoreOutput> {
  const input = parse(explainScoreInput, raw)
  return withTenant(ctx, async (tx) => {
    const view = await openView(tx, input)
    const node = findNode(await explain(tx, view), input.nodeKey)
    if (!node) throw new NotFoundError('performance.node-unknown', { params: { node: input.nodeKey } })
    const evidence = await evidenceOf(tx, view, node, { limit: input.limit, after: readCursor(input.cursor) })
    const recomputed = evidence?.score ?? recompute(node, (text) => compileRule(text).evaluate)
    return {
      unit: unitView(view.unit),
      period: periodView(view),
      asOf: view.asOf,
      node: withUnitNames(node, view),
      recomputed,
      agrees: recomputed === node.score,
      evidence: evidence?.page ?? null,
    }
  })
}

async function explain(tx: TxCtx, view: View): Promise<Explanation> {
  const { model, organisation, unit, period } = view
  const nothing = scoreUnit(model, [])
  const children = rollUpOf(model, unit.kind) === 'children'
  const cells = !period || !children ? [] : await cellsOf(tx, view, period)
  const below = [...new Set(cells.filter((cell) => cell.unitId === unit.id).map((cell) => cell.viaUnitId))]
  const scores = await scoresIn(tx, view, period, [unit.id, ...below])
  const own = scores.get(unit.id)
  const score = own ? fromDocument(model, own.document) : nothing
  if (!children) return explainUnit(model, score)
  const mine = cells.filter((cell) => cell.unitId === unit.id)
  const parts = childParts(model, unit, mine, organisation.unitOf, (id) => {
    const child = scores.get(id)
    return child ? fromDocument(model, child.document) : nothing
  })
  return explainUnit(model, score, parts)
}

function cellsOf(tx: TxCtx, view: View, period: NonNullable<View['period']>) {
  if (view.asOf === null) return readCells(tx, period, [view.unit.id])
  const end = endOfDay(view.asOf)
  return foldFromEvidence(tx, period, view.known === 'then' ? { recorded: end } : { occurred: end })
}

/** The rows under an indicator whose rule was applied to evidence, and the score those rows give. */
async function evidenceOf(
  tx: TxCtx,
  view: View,
  node: Explanation,
  page: Parameters<typeof evidencePage>[2],
): Promise<{ score: string | null; page: ExplainScoreOutput['evidence'] } | null> {
  const indicator = view.model.indicators.find((one) => `indicator:${one.key}` === node.nodeKey)
  if (!indicator || !view.period || !can(tx.actor, 'evidence.read', view)) return null
  const end = view.asOf === null ? null : endOfDay(view.asOf)
  const filter: EvidenceFilter = {
    periodId: view.period.id,
    unitId: view.unit.id,
    source: indicator.spec.source,
    services: indicator.spec.filter?.services ?? null,
    recordedBefore: view.known === 'then' ? end : null,
    occurredBefore: view.known === 'now' ? end : null,
  }
  const [total, lines] = await Promise.all([
    evidenceTotal(tx, filter),
    evidencePage(tx, filter, { ...page, limit: page.limit + 1 }),
  ])
  const shown = lines.slice(0, page.limit)
  const last = shown.at(-1)
  const recordOf = await recordsBehind(tx, view, shown)
  const score = total.count === 0n ? null : applyRule(indicator.rule, ruleInputs(indicator, total))
  return {
    score: node.formula.kind === 'children' ? node.score : score === null ? null : formatMicro(score),
    page: {
      total: { sum: formatMicro(total.sum), count: Number(total.count) },
      lines: shown.map(({ revision, value, ...line }) => ({
        ...line,
        sequence: sequenceOf({ source: line.source, revision }),
        occurredAt: line.occurredAt.toISOString(),
        recordedAt: line.recordedAt.toISOString(),
        unitName: view.organisation.stateOf(line.unitId, line.occurredAt)?.name ?? null,
        value: formatMicro(value),
        record: recordOf(line),
      })),
      next: lines.length > page.limit && last ? `${last.occurredAt.toISOString()}_${last.id}` : null,
    },
  }
}

/** What to open for each row; null where the reader is outside its 열람범위. */
async function recordsBehind(tx: TxCtx, view: View, lines: readonly EvidenceLine[]) {
  const subjects = lines.flatMap(({ subjectType, subjectId }) =>
    subjectType === 'petition' ? [] : [{ type: subjectType, id: subjectId }],
  )
  const records = new Map((await recordsOfSubjects(tx, subjects)).map((record) => [record.subjectId, record]))
  return ({ subjectType, subjectId }: Pick<EvidenceLine, 'subjectType' | 'subjectId'>): ExplainedRecord => {
    if (subjectType === 'petition') return { kind: 'petition', id: subjectId, number: null, title: null, part: null }
    const found = records.get(subjectId)
    if (!found) return null
    const { kind, id, number, title, part } = found
    return { kind, id, number, title, part: part === null ? null : (stageName(view, subjectType, part) ?? both(part)) }
  }
}

/** A quality stage goes by the name in the release; one that is not there, or before work was in it, by its key. */
function stageName({ release }: View, subjectType: EvidenceLine['subjectType'], key: string) {
  const work: typeof release.work | undefined = release.work
  return subjectType === 'quality-stage' ? work?.qualityStages.find((stage) => stage.key === key)?.name : undefined
}

function both(text: string) {
  return { ko: text, en: text }
}

function readCursor(cursor: string | undefined): { occurredAt: Date; id: string } | null {
  if (cursor === undefined) return null
  const [instant = '', id] = cursor.split('_')
  const occurredAt = new Date(instant)
  if (Number.isNaN(occurredAt.getTime()) || !isId(id)) {
    throw new ValidationError('performance.cursor-invalid', { field: 'cursor' })
  }
  return { occurredAt, id }
}

function withUnitNames(node: Explanation, view: View): ExplanationView {
  const { formula } = node
  const name = (unitId: string | null) =>
    unitId === null ? null : (view.organisation.stateOf(unitId, view.at)?.name ?? null)
  const named =
    formula.kind === 'weighted-mean' || formula.kind === 'children'
      ? {
          ...formula,
          terms: formula.terms.map((term) => ({ ...term, name: name(term.unitId) ?? nameBelow(node, term.nodeKey) })),
        }
      : formula
  return { ...node, formula: named, children: node.children.map((child) => withUnitNames(child, view)) }
}

function nameBelow(node: Explanation, nodeKey: string | null) {
  return node.children.find((child) => child.nodeKey === nodeKey)?.name ?? null
}
