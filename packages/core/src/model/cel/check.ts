import { type ASTNode, type TypeError as CelTypeError, Environment, type ParseError } from '@marcbachmann/cel-js'
import type { Problem } from '../problem.ts'

export type CelType = 'double' | 'bool' | 'string'

/** What an expression may use and must give. */
export interface CelScope {
  readonly environment: Environment
  readonly names: readonly string[]
  readonly functions: readonly string[]
  readonly result: CelType
}

const OPERATORS: ReadonlySet<string> = new Set(
  'value id call list ?: || && !_ -_ == != < <= > >= + - * / in'.split(' '),
)

/** A CEL environment with these typed names and no unlisted ones; deep nesting is refused by the parser. */
export function celEnvironment(variables: Readonly<Record<string, CelType>>): Environment {
  const environment = new Environment({
    unlistedVariablesAreDyn: false,
    limits: { maxAstNodes: 500, maxDepth: 40, maxListElements: 50, maxMapEntries: 0, maxCallArguments: 8 },
  })
  for (const [name, type] of Object.entries(variables)) environment.registerVariable(name, type)
  return environment
}

/**
 * Parses and type-checks an expression; nothing is evaluated.
 * Integer literals are refused (in CEL `100*2/3` is 66), and so is everything outside the small list of operators
 * and functions: no clock, no text search, no macros. Returns all problems found, with an empty path.
 */
export function checkCel(
  source: string,
  scope: CelScope,
): { run: (context: object) => unknown; uses: string[]; problems: Problem[] } {
  const uses = new Set<string>()
  try {
    const parsed = scope.environment.parse(source)
    const problems = inspect(parsed.ast, scope, uses)
    if (problems.length === 0) problems.push(...typeProblems(parsed.check(), source, scope))
    return { run: (context) => parsed(context as Record<string, unknown>), uses: [...uses], problems }
  } catch (error) {
    const message = (error as ParseError).summary ?? String(error)
    return {
      run: () => undefined,
      uses: [],
      problems: [{ path: '', code: 'rule.syntax', params: { rule: source, found: message } }],
    }
  }
}

function typeProblems(
  checked: { valid: boolean; type?: string; error?: ParseError | CelTypeError },
  source: string,
  scope: CelScope,
): Problem[] {
  if (!checked.valid)
    return [{ path: '', code: 'rule.type', params: { rule: source, found: checked.error?.summary ?? '' } }]
  if (checked.type === scope.result) return []
  return [{ path: '', code: 'rule.result', params: { rule: source, found: checked.type ?? '', allowed: scope.result } }]
}

function inspect(node: ASTNode, scope: CelScope, uses: Set<string>): Problem[] {
  const refuse = (code: string, found: string, allowed: readonly string[]): Problem[] => [
    { path: '', code, params: { found, allowed: allowed.join(', ') } },
  ]
  if (!OPERATORS.has(node.op)) return refuse('rule.operator', nameOf(node), scope.functions)
  if (node.op === 'id') {
    uses.add(node.args)
    return scope.names.includes(node.args) ? [] : refuse('rule.name', node.args, scope.names)
  }
  if (node.op === 'value') return literalProblems(node.args)
  if (node.op === 'call') {
    const [name, args] = node.args
    if (!scope.functions.includes(name)) return refuse('rule.function', name, scope.functions)
    return [...shapeProblems(name, args), ...args.flatMap((arg) => inspect(arg, scope, uses))]
  }
  return children(node).flatMap((child) => inspect(child, scope, uses))
}

function literalProblems(value: unknown): Problem[] {
  if (typeof value === 'bigint')
    return [{ path: '', code: 'rule.integer', params: { found: String(value), allowed: `${value}.0` } }]
  if (typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean') return []
  return [{ path: '', code: 'rule.literal', params: { found: String(value) } }]
}

/** bands(x, limits, scores) wants literal lists, limits rising, one score more than limits. */
function shapeProblems(name: string, args: readonly ASTNode[]): Problem[] {
  if (name !== 'bands') return []
  const [limits, scores] = args.slice(1).map(doubles)
  const rising = limits?.every((limit, i) => i === 0 || limit > (limits[i - 1] ?? Number.NEGATIVE_INFINITY))
  if (limits && scores && rising && limits.length > 0 && scores.length === limits.length + 1) return []
  return [{ path: '', code: 'rule.bands', params: {} }]
}

function doubles(node: ASTNode): number[] | undefined {
  if (node.op !== 'list') return undefined
  const values = node.args.map((item) =>
    item.op === 'value' && typeof item.args === 'number' ? item.args : Number.NaN,
  )
  return values.some(Number.isNaN) ? undefined : values
}

function children(node: ASTNode): ASTNode[] {
  if (Array.isArray(node.args)) return node.args as ASTNode[]
  return [node.args as ASTNode]
}

function nameOf(node: ASTNode): string {
  return node.op === 'rcall' ? `.${node.args[0]}()` : node.op
}
