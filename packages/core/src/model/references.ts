import type { Problem } from './problem.ts'

/** A reference to a key that must exist; names the path and the keys there are. */
export function referenceProblem(path: string, found: string, keys: readonly string[]): Problem[] {
  if (keys.includes(found)) return []
  return [{ path, code: 'model.reference', params: { found, allowed: keys.join(', ') } }]
}

/** Weights that must make 100; names the path and the sum found, to six places. */
export function sumProblem(path: string, weights: readonly number[]): Problem[] {
  const sum = Math.round(weights.reduce((total, weight) => total + weight, 0) * 1e6) / 1e6
  return sum === 100 ? [] : [{ path, code: 'model.weights', params: { found: sum, allowed: 100 } }]
}

/** A circle in a directed graph, if there is one: its nodes in order. */
export function findCircle(edges: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const done = new Set<string>()
  const visit = (node: string, path: readonly string[]): string[] | undefined => {
    if (path.includes(node)) return [...path.slice(path.indexOf(node)), node]
    if (done.has(node)) return undefined
    done.add(node)
    for (const next of edges.get(node) ?? []) {
      const circle = visit(next, [...path, node])
      if (circle) return circle
    }
    return undefined
  }
  for (const node of edges.keys()) {
    const circle = visit(node, [])
    if (circle) return circle
  }
  return undefined
}
