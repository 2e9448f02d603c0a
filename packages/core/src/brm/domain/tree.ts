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

/** Names from 정책분야 down to the node's parent. */
export function pathOf(nodes: ReadonlyMap<Id, FunctionNode>, node: FunctionNode): string[] {
  const path: string[] = []
  let parent = node.parentId === null ? undefined : nodes.get(node.parentId)
  while (parent !== undefined && path.length < 6) {
    path.unshift(parent.name)
    parent = parent.parentId === null ? undefined : nodes.get(parent.parentId)
  }
  return path
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
