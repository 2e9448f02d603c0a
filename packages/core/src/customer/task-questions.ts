import type { Process, ProcessResult } from '../model/index.ts'

/** What a task's result decides: the words of the gateway that reads it, and the values its conditions name. */
export interface TaskQuestion {
  /** The gateway's own words ("협조 필요?"); null when no gateway reads the result. */
  readonly question: string | null
  /** The values of a text that a condition names, and `otherwise` for the way that is left; empty for other types. */
  readonly choices: string[]
}

/** The choice that takes a gateway's default way. */
export const OTHERWISE = 'otherwise'

/**
 * The questions that ending a task answers, one for each of its declared results, read from the process itself.
 * Returns an empty object for elements that are no user task.
 */
export function questionsOf(process: Process, element: string): Record<string, TaskQuestion> {
  const node = process.nodes[element]
  if (node?.kind !== 'user') return {}
  return Object.fromEntries(Object.keys(node.results).map((name) => [name, questionOf(process, name)]))
}

function questionOf(process: Process, name: string): TaskQuestion {
  const reads = new RegExp(`\\b${name}\\b`)
  const gateway = Object.values(process.nodes)
    .filter((node) => node.kind === 'exclusive')
    .find((node) => node.outgoing.some((flow) => reads.test(flow.condition ?? '')))
  if (gateway === undefined) return { question: null, choices: [] }
  const named = gateway.outgoing.flatMap((flow) => valuesIn(flow.condition ?? '', name))
  const left = named.length > 0 && gateway.outgoing.some((flow) => flow.otherwise === true) ? [OTHERWISE] : []
  return { question: gateway.name, choices: [...new Set([...named, ...left])] }
}

function valuesIn(condition: string, name: string): string[] {
  const compared = condition.matchAll(new RegExp(`\\b${name}\\s*==\\s*(["'])(.*?)\\1`, 'g'))
  return [...compared].flatMap((match) => match[2] ?? [])
}

/** What of a step's facts are results of a task. */
export function resultsIn(facts: Readonly<Record<string, unknown>>): Record<string, ProcessResult> {
  const results: Record<string, ProcessResult> = {}
  for (const [name, value] of Object.entries(facts)) {
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') results[name] = value
  }
  return results
}

/** The name of the task that somebody does behind the answer before it goes out; null when the answer completes. */
export function taskAfterAnswer(process: Process): string | null {
  const answer = Object.entries(process.nodes).find(([, node]) => node.kind === 'user' && node.action === 'answer')
  const seen = new Set<string>(answer === undefined ? [] : [answer[0]])
  for (const id of seen) {
    const node = process.nodes[id]
    if (node === undefined) continue
    const isBehind = node.kind === 'user' && node.action !== 'answer' && node.action !== 'complete'
    if (isBehind) return node.name
    if (node.kind !== 'end') for (const flow of node.outgoing) seen.add(flow.to)
  }
  return null
}
