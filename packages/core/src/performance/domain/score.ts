import { divideHalfUp, MICRO, type Micro, microToNumber, toMicro } from './fixed.ts'
import type { Cell } from './fold.ts'
import type { MissingRule, Rule, RuleInputs } from './model.ts'
import { type CompiledIndicator, feeds, type ScoringModel } from './scoring-model.ts'

/** What an indicator's rule is applied to at one unit. */
export interface IndicatorSum {
  readonly sum: Micro
  readonly count: bigint
}

/** An indicator at a unit that rolls up from its children: their scores by weight, and the sums for information. */
export interface IndicatorInput extends IndicatorSum {
  readonly children?: readonly Weighted[] | undefined
}

export interface Weighted {
  readonly weight: Micro
  readonly score: Micro | null
}

export interface IndicatorScore extends IndicatorSum {
  readonly score: Micro | null
}

/** The scores of one unit in one month, in the order of the release; null is "no data" and never zero. */
export interface UnitScore {
  readonly score: Micro | null
  readonly perspectives: readonly (Micro | null)[]
  readonly objectives: readonly (Micro | null)[]
  readonly indicators: readonly IndicatorScore[]
}

/** The sums of every indicator, in the order of the release, over a unit's cells of one month. */
export function indicatorSums(model: ScoringModel, cells: Iterable<Cell>): IndicatorSum[] {
  const sums = model.indicators.map(() => ({ sum: 0n, count: 0n }))
  for (const cell of cells) {
    model.indicators.forEach((indicator, index) => {
      const sum = sums[index]
      if (!sum || !feeds(indicator.spec, cell.source, cell.serviceKey)) return
      sum.sum += cell.sum
      sum.count += cell.count
    })
  }
  return sums
}

/** Scores a unit from nothing. Pure; each node is rounded half-up to six places and parents use the rounded child. */
export function scoreUnit(model: ScoringModel, inputs: readonly IndicatorInput[]): UnitScore {
  const indicators = model.indicators.map((indicator, index) => scoreIndicator(model, indicator, inputs[index]))
  const objectives = model.objectives.map((objective) =>
    weightedMean(
      weigh(objective.children, model.indicators, (i) => indicators[i]?.score ?? null),
      model.missing,
    ),
  )
  const perspectives = model.perspectives.map((perspective) =>
    weightedMean(
      weigh(perspective.children, model.objectives, (o) => objectives[o] ?? null),
      model.missing,
    ),
  )
  const score = weightedMean(
    model.perspectives.map((p, index) => ({ weight: p.weight, score: perspectives[index] ?? null })),
    model.missing,
  )
  return { score, perspectives, objectives, indicators }
}

/**
 * The same scores after some indicators changed, computing only the nodes on their way up.
 * `changed` maps an indicator's index to its new input.
 */
export function rescoreUnit(
  model: ScoringModel,
  before: UnitScore,
  changed: ReadonlyMap<number, IndicatorInput>,
): UnitScore {
  const indicators = [...before.indicators]
  const objectives = [...before.objectives]
  const perspectives = [...before.perspectives]
  const dirtyObjectives = new Set<number>()
  const dirtyPerspectives = new Set<number>()
  for (const [index, input] of changed) {
    const indicator = model.indicators[index]
    if (!indicator) continue
    const after = scoreIndicator(model, indicator, input)
    if (after.score !== before.indicators[index]?.score) dirtyObjectives.add(indicator.objective)
    indicators[index] = after
  }
  for (const index of dirtyObjectives) {
    const objective = model.objectives[index]
    if (!objective) continue
    const terms = weigh(objective.children, model.indicators, (i) => indicators[i]?.score ?? null)
    const after = weightedMean(terms, model.missing)
    const first = model.indicators[objective.children[0] ?? -1]
    if (after !== objectives[index] && first) dirtyPerspectives.add(first.perspective)
    objectives[index] = after
  }
  for (const index of dirtyPerspectives) {
    const perspective = model.perspectives[index]
    if (!perspective) continue
    const terms = weigh(perspective.children, model.objectives, (o) => objectives[o] ?? null)
    perspectives[index] = weightedMean(terms, model.missing)
  }
  if (dirtyPerspectives.size === 0) return { score: before.score, perspectives, objectives, indicators }
  const score = weightedMean(
    model.perspectives.map((p, index) => ({ weight: p.weight, score: perspectives[index] ?? null })),
    model.missing,
  )
  return { score, perspectives, objectives, indicators }
}

/** The doubles a rule reads, from exact sums; the mean is that of the sum and count as doubles. */
export function ruleInputs(indicator: CompiledIndicator, input: IndicatorSum): RuleInputs {
  const sum = microToNumber(input.sum)
  const count = Number(input.count)
  return { sum, count, mean: sum / count, target: indicator.target, min: indicator.min, max: indicator.max }
}

/** Σ weight × score ÷ Σ weight over the children, with those that have no data treated as the release declares (B8). */
export function weightedMean(terms: readonly Weighted[], missing: MissingRule): Micro | null {
  let total = 0n
  let weights = 0n
  let measured = false
  for (const { weight, score } of terms) {
    if (score === null) {
      if (missing === 'not-applicable') return null
      if (missing === 'zero') weights += weight
      continue
    }
    measured = true
    total += weight * score
    weights += weight
  }
  return measured && weights > 0n ? divideHalfUp(total, weights) : null
}

const HUNDRED = 100n * MICRO

function scoreIndicator(
  model: ScoringModel,
  indicator: CompiledIndicator,
  input: IndicatorInput = { sum: 0n, count: 0n },
): IndicatorScore {
  const { sum, count } = input
  if (input.children) return { sum, count, score: weightedMean(input.children, model.missing) }
  if (count === 0n) return { sum, count, score: null }
  return { sum, count, score: applyRule(indicator.rule, ruleInputs(indicator, input)) }
}

/** A rule's result rounded to six places and held within 0 and 100; no number (0 ÷ 0) is no score. */
export function applyRule(rule: Rule, inputs: RuleInputs): Micro | null {
  const result = rule(inputs)
  if (result === null || Number.isNaN(result)) return null
  if (result >= 100) return HUNDRED
  return result <= 0 ? 0n : toMicro(result)
}

function weigh(
  children: readonly number[],
  siblings: readonly { readonly weight: Micro }[],
  scoreOf: (index: number) => Micro | null,
): Weighted[] {
  return children.map((index) => ({ weight: siblings[index]?.weight ?? 0n, score: scoreOf(index) }))
}
