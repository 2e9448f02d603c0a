import type { Problem } from '../problem.ts'
import type { Process, ProcessFlow, ProcessNode } from './schema.ts'

/** What is wrong with the shape of the graph: open ends, gateways that cannot choose, loops that never wait. */
export function graphProblems(process: Process): Problem[] {
  const entries = Object.entries(process.nodes)
  const shape = entries.flatMap(([id, node]) => nodeProblems(id, node))
  if (shape.length > 0) return shape
  const reached = reach([process.start], (id) => [...next(process, id), ...timersOn(process, id)])
  const ends = entries.filter(([, node]) => node.kind === 'end').map(([id]) => id)
  const ending = reach(ends, (id) => before(process, id))
  return [
    ...entries.flatMap(([id]) => (reached.has(id) ? [] : at(id, 'process.unreachable'))),
    ...entries.flatMap(([id]) => (ending.has(id) ? [] : at(id, 'process.no-end'))),
    ...endlessLoops(process),
    ...resultClashes(process),
  ]
}

const at = (id: string, code: string, params: Problem['params'] = {}): Problem[] => [
  { path: id, code, params: { id, ...params } },
]

function nodeProblems(id: string, node: ProcessNode): Problem[] {
  const outgoing = outgoingOf(node)
  const entered = node.kind === 'start' || node.kind === 'timer' ? node.incoming.length === 0 : node.incoming.length > 0
  if (!entered) return at(id, node.incoming.length === 0 ? 'process.disconnected' : 'process.entry')
  if (node.kind === 'end') return []
  if (outgoing.length === 0) return at(id, 'process.disconnected')
  if (node.kind === 'exclusive' && outgoing.length > 1)
    return outgoing.flatMap((flow) => choiceProblems(id, flow, outgoing))
  const misplaced = outgoing.filter((flow) => flow.condition !== undefined)
  if (misplaced.length > 0) return misplaced.flatMap((flow) => at(flow.id, 'process.condition-misplaced'))
  if (node.kind !== 'parallel' && outgoing.length > 1) return at(id, 'process.fork')
  return []
}

function choiceProblems(id: string, flow: ProcessFlow, all: readonly ProcessFlow[]): Problem[] {
  if (flow === all[0] && !all.some((one) => one.otherwise)) return at(id, 'process.default-missing')
  if (flow.otherwise && flow.condition !== undefined) return at(flow.id, 'process.condition-on-default')
  if (!flow.otherwise && !flow.condition) return at(flow.id, 'process.condition-missing')
  return []
}

/** A loop without an officer's task would spin for ever in one transaction. */
function endlessLoops(process: Process): Problem[] {
  return Object.entries(process.nodes).flatMap(([id, node]) => {
    if (node.kind === 'user' || node.kind === 'timer') return []
    const after = (from: string) => next(process, from).filter((to) => process.nodes[to]?.kind !== 'user')
    return reach(after(id), after).has(id) ? at(id, 'process.endless-loop') : []
  })
}

function resultClashes(process: Process): Problem[] {
  const types = new Map<string, string>()
  return Object.entries(process.nodes).flatMap(([id, node]) => {
    if (node.kind !== 'user' && node.kind !== 'automatic') return []
    return Object.entries(node.results).flatMap(([name, type]) => {
      const known = types.get(name) ?? type
      types.set(name, known)
      return known === type ? [] : at(id, 'process.result-clash', { name, found: type, allowed: known })
    })
  })
}

/** The flows that leave a node; an end has none. */
export function outgoingOf(node: ProcessNode): readonly ProcessFlow[] {
  return node.kind === 'end' ? [] : node.outgoing
}

/** The timers attached to a task. */
export function timersOn(process: Process, id: string): string[] {
  return Object.entries(process.nodes).flatMap(([timer, node]) =>
    node.kind === 'timer' && node.attachedTo === id ? [timer] : [],
  )
}

function next(process: Process, id: string): string[] {
  const node = process.nodes[id]
  return node ? outgoingOf(node).map((flow) => flow.to) : []
}

function before(process: Process, id: string): string[] {
  return Object.entries(process.nodes).flatMap(([from, node]) =>
    outgoingOf(node).some((flow) => flow.to === id) ? [from] : [],
  )
}

function reach(from: readonly string[], step: (id: string) => readonly string[]): Set<string> {
  const seen = new Set<string>(from)
  for (const id of seen) for (const to of step(id)) seen.add(to)
  return seen
}
