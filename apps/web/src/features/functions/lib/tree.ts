import type { functionTreeOutput } from '@harmony/core/brm/schemas'
import { matchHangul } from '@harmony/ui'
import type { z } from 'zod'

export type FunctionTree = z.output<typeof functionTreeOutput>
export type FunctionNode = FunctionTree['nodes'][number]

/** A node of the levels above the unit tasks, with how many of the shown tasks hang below it. */
export interface Branch {
  readonly node: FunctionNode
  readonly count: number
  readonly children: readonly Branch[]
}

/** A unit task with its nodes from 정책분야 to 소기능. */
export interface TaskRow {
  readonly task: FunctionNode
  readonly above: readonly FunctionNode[]
}

/** What the reader looks for: words, a unit, or the tasks below one node. */
export interface FunctionFilter {
  readonly query: string
  readonly unitId: string
  readonly nodeId: string
  readonly versionId: string
}

/** The unit tasks with their paths, in reading order. */
export function taskRows(tree: FunctionTree): TaskRow[] {
  const byId = new Map(tree.nodes.map((node) => [node.id, node]))
  return tree.nodes
    .filter((node) => node.level === 'unit-task')
    .map((task) => {
      const above: FunctionNode[] = []
      for (let at = parentOf(byId, task); at !== undefined && above.length < 6; at = parentOf(byId, at))
        above.unshift(at)
      return { task, above }
    })
}

function parentOf(byId: ReadonlyMap<string, FunctionNode>, node: FunctionNode): FunctionNode | undefined {
  return node.parentId === null ? undefined : byId.get(node.parentId)
}

/** Tasks whose own name or code, or a name above, holds the words or their 초성, and which the unit does. */
export function filterTasks(
  rows: readonly TaskRow[],
  { query, unitId }: Pick<FunctionFilter, 'query' | 'unitId'>,
): TaskRow[] {
  return rows.filter(({ task, above }) => {
    if (unitId !== '' && !task.unitIds.includes(unitId)) return false
    return [task.name, task.code, ...above.map(({ name }) => name)].some((text) => matchHangul(query, text))
  })
}

/** Tasks below a node; all of them without one. */
export function tasksBelow(rows: readonly TaskRow[], nodeId: string): TaskRow[] {
  return nodeId === '' ? [...rows] : rows.filter(({ above }) => above.some(({ id }) => id === nodeId))
}

/** The levels above the tasks as branches; those without a shown task are left out. */
export function branchesOf(tree: FunctionTree, shown: readonly TaskRow[]): Branch[] {
  const counts = new Map<string, number>()
  for (const { above } of shown) for (const { id } of above) counts.set(id, (counts.get(id) ?? 0) + 1)
  const children = new Map<string | null, FunctionNode[]>()
  for (const node of tree.nodes) {
    if (node.level === 'unit-task' || !counts.has(node.id)) continue
    children.set(node.parentId, [...(children.get(node.parentId) ?? []), node])
  }
  const below = (parentId: string | null): Branch[] =>
    (children.get(parentId) ?? []).map((node) => ({ node, count: counts.get(node.id) ?? 0, children: below(node.id) }))
  return below(null)
}

/** Nodes open at the start: the two highest levels, or everything when only few tasks are shown. */
export function openAtFirst(branches: readonly Branch[], shown: number): Set<string> {
  const open = new Set<string>()
  const visit = (branch: Branch, depth: number) => {
    if (depth >= 2 && shown > 15) return
    open.add(branch.node.id)
    for (const child of branch.children) visit(child, depth + 1)
  }
  for (const branch of branches) visit(branch, 0)
  return open
}

/** The filter as the address holds it. */
export function readFilter(search: Readonly<Record<string, string | undefined>>): FunctionFilter {
  return {
    query: search.q ?? '',
    unitId: search.unit ?? '',
    nodeId: search.node ?? '',
    versionId: search.version ?? '',
  }
}

/** The filter as an address's query, empty values left out. */
export function writeFilter(filter: FunctionFilter): Record<string, string> {
  const { query, unitId, nodeId, versionId } = filter
  return {
    ...(query ? { q: query } : {}),
    ...(unitId ? { unit: unitId } : {}),
    ...(nodeId ? { node: nodeId } : {}),
    ...(versionId ? { version: versionId } : {}),
  }
}

/** The columns of a function file, level by level: what is exported can be changed and brought back. */
export const LEVEL_COLUMNS: readonly string[] = [
  '정책분야',
  '정책영역',
  '대기능',
  '중기능',
  '소기능',
  '단위과제',
].flatMap((name) => [`${name}코드`, name])
