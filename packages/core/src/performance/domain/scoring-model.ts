import { type Micro, toMicro } from './fixed.ts'
import type { IndicatorSpec, MissingRule, PerformanceModel, RollUp, Rule, Source, UnitKind } from './model.ts'

export interface CompiledIndicator {
  readonly key: string
  readonly spec: IndicatorSpec
  /** Index of its objective, and of that one's perspective. */
  readonly objective: number
  readonly perspective: number
  readonly weight: Micro
  readonly rule: Rule
  readonly target: number
  readonly min: number
  readonly max: number
}

export interface CompiledParent {
  readonly key: string
  readonly weight: Micro
  readonly children: readonly number[]
}

/** A release made ready for scoring: weights in millionths, rules compiled, parents knowing their children by index. */
export interface ScoringModel {
  readonly spec: PerformanceModel
  readonly perspectives: readonly CompiledParent[]
  readonly objectives: readonly CompiledParent[]
  readonly indicators: readonly CompiledIndicator[]
  readonly missing: MissingRule
  readonly thresholds: { readonly green: number; readonly yellow: number }
}

/** Compiles the performance part of a release once; `compileRule` turns a rule's text into a function. */
export function compileScoringModel(spec: PerformanceModel, compileRule: (text: string) => Rule): ScoringModel {
  const perspectiveIndex = indexByKey(spec.perspectives)
  const objectiveIndex = indexByKey(spec.objectives)
  const indicators = spec.indicators.map((indicator): CompiledIndicator => {
    const objective = indexOf(objectiveIndex, indicator.objective)
    return {
      key: indicator.key,
      spec: indicator,
      objective,
      perspective: indexOf(perspectiveIndex, spec.objectives[objective]?.perspective ?? ''),
      weight: toMicro(indicator.weight),
      rule: compileRule(indicator.rule),
      target: indicator.target,
      min: indicator.min ?? 0,
      max: indicator.max ?? 0,
    }
  })
  const parent = (entry: { key: string; weight: number }, children: readonly number[]): CompiledParent => ({
    key: entry.key,
    weight: toMicro(entry.weight),
    children,
  })
  return {
    spec,
    perspectives: spec.perspectives.map((p) =>
      parent(
        p,
        indexesWhere(spec.objectives, (o) => o.perspective === p.key),
      ),
    ),
    objectives: spec.objectives.map((o) =>
      parent(
        o,
        indexesWhere(spec.indicators, (i) => i.objective === o.key),
      ),
    ),
    indicators,
    missing: spec.missing,
    thresholds: spec.signals,
  }
}

/** True when evidence of this source and service feeds the indicator. */
export function feeds(spec: IndicatorSpec, source: Source, serviceKey: string): boolean {
  if (spec.source !== source) return false
  return spec.filter?.services === undefined || spec.filter.services.includes(serviceKey)
}

/** How units of a kind get their indicator scores under this release. */
export function rollUpOf(model: ScoringModel, kind: UnitKind): RollUp {
  return model.spec.rollUp[kind]
}

/** The declared weight of a child unit where a level rolls up from its children; 1 when not named. */
export function childWeight(model: ScoringModel, unitCode: string): Micro {
  return toMicro(model.spec.rollUp.weights?.[unitCode] ?? 1)
}

function indexByKey(entries: readonly { readonly key: string }[]): Map<string, number> {
  return new Map(entries.map((entry, index) => [entry.key, index]))
}

function indexOf(index: ReadonlyMap<string, number>, key: string): number {
  const found = index.get(key)
  if (found === undefined) throw new RangeError(`the release names no ${key}`)
  return found
}

function indexesWhere<T>(entries: readonly T[], holds: (entry: T) => boolean): number[] {
  return entries.flatMap((entry, index) => (holds(entry) ? [index] : []))
}
