import type { Problem } from '../problem.ts'
import { type CelType, celEnvironment, checkCel } from './check.ts'

type Variables = Readonly<Record<string, CelType>>

/** Type-checks the condition of a flow over the results a process declares. Returns all problems, none if right. */
export function checkCondition(expression: string, variables: Variables): Problem[] {
  return compile(expression, variables).problems
}

/**
 * True when the condition holds over the results so far. A result that has not come yet makes it false, so the case
 * takes the gateway's default flow.
 */
export function holds(expression: string, variables: Variables, results: Readonly<Record<string, unknown>>): boolean {
  const { run, uses } = compile(expression, variables)
  return uses.every((name) => results[name] !== undefined) && run(results) === true
}

const compiled = new Map<string, ReturnType<typeof checkCel>>()

function compile(expression: string, variables: Variables) {
  const names = Object.keys(variables).sort()
  const key = `${names.map((name) => `${name}:${variables[name]}`).join(',')}|${expression}`
  const known = compiled.get(key)
  if (known) return known
  const made = checkCel(expression, { environment: celEnvironment(variables), names, functions: [], result: 'bool' })
  compiled.set(key, made)
  return made
}
