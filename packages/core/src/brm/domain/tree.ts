import type { Id } from '../../kernel/index.ts'
import type { FunctionLevel } from './levels.ts'

/** A node of one version of the tree. */
export interface FunctionNode {
  readonly id: Id
  readonly code: string
  readonly level: FunctionLevel
  readonly name: string
  readonly parentId: Id | null
  readonly sort: number
}

/** Nodes in reading order: each before its children, siblings by their place. */
export function inReadingOrder<N extends FunctionNode>(nodes: readonly N[]): N[] {
  const children = new Map<Id | null, N[]>()
  for (const node of nodes) {
    const siblings = children.get(node.parentId)
    if (siblings === undefined) children.set(node.parentId, [node])
    else siblings.push(node)
  }
  const ordered: N[] = []
  const visit = (parent: Id | null) => {
    const siblings = children.get(parent) ?? []
    for (const node of siblings.sort((a, b) => a.sort - b.sort || (a.code < b.code ? -1 : 1))) {
      ordered.push(node)
      visit(node.id)
    }
  }
  visit(null)
  return ordered
}
