import type { Problem } from '../problem.ts'
import { type CelScope, celEnvironment, checkCel } from './check.ts'

/** What an indicator's rule reads: all doubles, in the indicator's own unit. */
export interface RuleInputs {
  /** Sum of the evidence; for rates the number of hits. */
  readonly sum: number
  readonly count: number
  /** sum ÷ count; NaN without evidence. */
  readonly mean: number
  readonly target: number
  readonly min?: number | undefined
  readonly max?: number | undefined
}

export const RULE_NAMES = ['sum', 'count', 'mean', 'target', 'min', 'max'] as const
export const RULE_FUNCTIONS = ['ratio', 'clamp', 'bands', 'grade'] as const

export interface CompiledRule {
  readonly expression: string
  /** Which of RULE_NAMES it reads. */
  readonly uses: readonly string[]
  /** The score, or null where it cannot be told (no evidence, division by zero): missing, never 0 (B8). */
  readonly evaluate: (inputs: RuleInputs) => number | null
}

const scope: CelScope = {
  environment: ruleEnvironment(),
  names: RULE_NAMES,
  functions: RULE_FUNCTIONS,
  result: 'double',
}

/** Type-checks an indicator's rule without compiling it into a release. Returns all problems, none if it is right. */
export function checkRule(expression: string): { problems: Problem[]; uses: readonly string[] } {
  return checkCel(expression, scope)
}

const compiled = new Map<string, CompiledRule>()

/**
 * A rule ready to run, compiled once per process and expression. It has no clock, no randomness and no I/O, so equal
 * inputs give equal scores everywhere (G8).
 * @throws TypeError for an expression that checkRule refuses; a stored release holds none.
 */
export function compileRule(expression: string): CompiledRule {
  const known = compiled.get(expression)
  if (known) return known
  const { run, uses, problems } = checkCel(expression, scope)
  if (problems.length > 0) throw new TypeError(`rule ${expression}: ${problems.map((p) => p.code).join(', ')}`)
  const rule: CompiledRule = { expression, uses, evaluate: (inputs) => finite(run(inputs)) }
  compiled.set(expression, rule)
  return rule
}

function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}

function ruleEnvironment() {
  return celEnvironment(Object.fromEntries(RULE_NAMES.map((name) => [name, 'double'] as const)))
    .registerFunction('ratio(double, double): double', ratio)
    .registerFunction('clamp(double, double, double): double', clamp)
    .registerFunction('grade(double, double, double): double', grade)
    .registerFunction('bands(double, list<double>, list<double>): double', bands)
}

/** a ÷ b; nothing to divide by is missing, not an error. */
function ratio(a: number, b: number): number {
  return b === 0 ? Number.NaN : a / b
}

function clamp(x: number, low: number, high: number): number {
  return Math.max(low, Math.min(x, high))
}

/** 0 at `worst`, 100 at `best`, straight between, never outside; `best` may be the smaller one. */
function grade(x: number, worst: number, best: number): number {
  return clamp(ratio(x - worst, best - worst) * 100, 0, 100)
}

/** The score of the first band whose upper limit is above x. */
function bands(x: number, limits: readonly number[], scores: readonly number[]): number {
  if (Number.isNaN(x)) return x
  const band = limits.findIndex((limit) => x < limit)
  return scores[band === -1 ? limits.length : band] ?? Number.NaN
}
