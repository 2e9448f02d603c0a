import type { Id, LocalizedText } from '../../kernel/index.ts'
import { divideHalfUp, formatMicro, type Micro, toMicro } from './fixed.ts'
import type { MissingRule, Rule, RuleInputs } from './model.ts'
import { applyRule, ruleInputs, type UnitScore, weightedMean } from './score.ts'
import type { ScoringModel } from './scoring-model.ts'
import { type Signal, signalOf } from './signal.ts'

/** A node's name in links: `unit`, or its level and key as in `objective:fast-service`. */
export type NodeKey = string

/** One line of a weighted mean. `share` is the part of the whole its weight had after sharing out missing ones. */
export interface ExplainTerm {
  readonly nodeKey: NodeKey | null
  readonly unitId: Id | null
  readonly weight: string
  /** Share in per cent, six places; null when the line was left out for want of data. */
  readonly share: string | null
  readonly score: string | null
  /** share × score: what the line adds to the result. For display; the result itself is rounded once. */
  readonly contribution: string | null
}

export type Formula =
  | { readonly kind: 'weighted-mean'; readonly missing: MissingRule; readonly terms: readonly ExplainTerm[] }
  | { readonly kind: 'children'; readonly missing: MissingRule; readonly terms: readonly ExplainTerm[] }
  | {
      readonly kind: 'rule'
      readonly expression: string
      readonly inputs: RuleInputs
      readonly sum: string
      readonly count: number
    }
  | { readonly kind: 'no-data' }

/** Why a node has its score: the formula with its numbers, and the same for each node below. */
export interface Explanation {
  readonly nodeKey: NodeKey
  readonly level: 'unit' | 'perspective' | 'objective' | 'indicator'
  readonly name: LocalizedText | null
  readonly score: string | null
  readonly signal: Signal
  readonly formula: Formula
  readonly children: readonly Explanation[]
}

/** A child unit's part in a score that rolls up from children. */
export interface ExplainPart {
  readonly unitId: Id
  readonly weight: Micro
  readonly scores: UnitScore
}

/** The whole tree of a unit's scores. `parts` is given for a unit that rolls up from its children. */
export function explainUnit(model: ScoringModel, scores: UnitScore, parts?: readonly ExplainPart[]): Explanation {
  const indicators = model.indicators.map((_, index) => explainIndicator(model, scores, index, parts))
  const objectives = model.objectives.map((objective, index) =>
    parentNode(
      model,
      'objective',
      objective.key,
      scores.objectives[index] ?? null,
      model.spec.objectives[index]?.name,
      objective.children.map((child) => ({ weight: model.indicators[child]?.weight ?? 0n, node: indicators[child] })),
    ),
  )
  const perspectives = model.perspectives.map((perspective, index) =>
    parentNode(
      model,
      'perspective',
      perspective.key,
      scores.perspectives[index] ?? null,
      model.spec.perspectives[index]?.name,
      perspective.children.map((child) => ({ weight: model.objectives[child]?.weight ?? 0n, node: objectives[child] })),
    ),
  )
  return parentNode(
    model,
    'unit',
    '',
    scores.score,
    undefined,
    model.perspectives.map((perspective, index) => ({ weight: perspective.weight, node: perspectives[index] })),
  )
}

/** The node of that name in the tree, or null. */
export function findNode(tree: Explanation, nodeKey: NodeKey): Explanation | null {
  if (tree.nodeKey === nodeKey) return tree
  for (const child of tree.children) {
    const found = findNode(child, nodeKey)
    if (found) return found
  }
  return null
}

/** Recomputes a node from nothing but what its explanation says: the proof that the explanation is the score. */
export function recompute(node: Explanation, compileRule: (text: string) => Rule): string | null {
  const { formula } = node
  if (formula.kind === 'no-data') return null
  if (formula.kind === 'rule') {
    const result = applyRule(compileRule(formula.expression), formula.inputs)
    return result === null ? null : formatMicro(result)
  }
  const below = new Map(node.children.map((child) => [child.nodeKey, recompute(child, compileRule)]))
  const terms = formula.terms.map((term) => {
    const score = term.nodeKey && formula.kind === 'weighted-mean' ? (below.get(term.nodeKey) ?? null) : term.score
    return { weight: toMicro(term.weight), score: score === null ? null : toMicro(score) }
  })
  const mean = weightedMean(terms, formula.missing)
  return mean === null ? null : formatMicro(mean)
}

function explainIndicator(
  model: ScoringModel,
  scores: UnitScore,
  index: number,
  parts: readonly ExplainPart[] | undefined,
): Explanation {
  const indicator = model.indicators[index]
  const own = scores.indicators[index]
  if (!indicator || !own) throw new RangeError(`no indicator ${index}`)
  const formula = ((): Formula => {
    if (parts) {
      const terms = parts.map((part) => ({
        nodeKey: `indicator:${indicator.key}`,
        unitId: part.unitId,
        weight: part.weight,
        score: part.scores.indicators[index]?.score ?? null,
      }))
      return { kind: 'children', missing: model.missing, terms: explainTerms(terms, model.missing) }
    }
    if (own.count === 0n) return { kind: 'no-data' }
    const inputs = ruleInputs(indicator, own)
    return {
      kind: 'rule',
      expression: indicator.spec.rule,
      inputs,
      sum: formatMicro(own.sum),
      count: Number(own.count),
    }
  })()
  return {
    nodeKey: `indicator:${indicator.key}`,
    level: 'indicator',
    name: indicator.spec.name,
    score: own.score === null ? null : formatMicro(own.score),
    signal: signalOf(own.score, model.thresholds),
    formula,
    children: [],
  }
}

function parentNode(
  model: ScoringModel,
  level: Explanation['level'],
  key: string,
  score: Micro | null,
  name: LocalizedText | undefined,
  children: readonly { readonly weight: Micro; readonly node: Explanation | undefined }[],
): Explanation {
  const present = children.flatMap(({ weight, node }) => (node ? [{ weight, node }] : []))
  const terms = present.map(({ weight, node }) => ({
    nodeKey: node.nodeKey,
    unitId: null,
    weight,
    score: node.score === null ? null : toMicro(node.score),
  }))
  return {
    nodeKey: level === 'unit' ? 'unit' : `${level}:${key}`,
    level,
    name: name ?? null,
    score: score === null ? null : formatMicro(score),
    signal: signalOf(score, model.thresholds),
    formula: { kind: 'weighted-mean', missing: model.missing, terms: explainTerms(terms, model.missing) },
    children: present.map(({ node }) => node),
  }
}

function explainTerms(
  terms: readonly { nodeKey: NodeKey; unitId: Id | null; weight: Micro; score: Micro | null }[],
  missing: MissingRule,
): ExplainTerm[] {
  const counted = terms.filter((term) => term.score !== null || missing === 'zero')
  const total = counted.reduce((sum, term) => sum + term.weight, 0n)
  return terms.map((term) => {
    const share = counted.includes(term) && total > 0n ? divideHalfUp(term.weight * 100_000_000n, total) : null
    const contribution = share === null || total === 0n ? null : divideHalfUp(term.weight * (term.score ?? 0n), total)
    return {
      nodeKey: term.nodeKey,
      unitId: term.unitId,
      weight: formatMicro(term.weight),
      share: share === null ? null : formatMicro(share),
      score: term.score === null ? null : formatMicro(term.score),
      contribution: contribution === null ? null : formatMicro(contribution),
    }
  })
}
