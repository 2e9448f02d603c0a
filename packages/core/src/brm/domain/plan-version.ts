import {
  COLUMN_OF_LEVEL,
  COLUMNS,
  cell,
  type FileRow,
  type Rejection,
  readTaskDraft,
  type TaskDraft,
} from './file-row.ts'
import type { FunctionLevel } from './levels.ts'

/** A node as a file names it: by codes. */
export interface PlannedNode {
  readonly code: string
  readonly level: FunctionLevel
  readonly name: string
  readonly parentCode: string | null
  readonly sort: number
}

export interface PlannedTree {
  readonly nodes: ReadonlyMap<string, PlannedNode>
  readonly drafts: ReadonlyMap<string, TaskDraft>
  /** Sorted by line. */
  readonly rejected: readonly Rejection[]
}

/** What lines are held against: the agency's own codes. */
export interface Frame {
  readonly unitCodes: ReadonlySet<string>
  readonly serviceKeys: ReadonlySet<string>
  /** Levels of codes the agency ever used: a code never changes its level. */
  readonly levelOf: (code: string) => FunctionLevel | undefined
}

const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._\-/]*$/u

/**
 * Puts a file's lines together to one tree. A line that cannot be read, contradicts an earlier one or names a unit,
 * service or code wrongly is rejected with its column and reason; all faults of a file come back at once.
 */
export function planTree(rows: readonly FileRow[], frame: Frame): PlannedTree {
  const nodes = new Map<string, PlannedNode>()
  const lines = new Map<string, number>()
  const drafts = new Map<string, TaskDraft>()
  const rejected: Rejection[] = []
  for (const row of rows) {
    const faults: Rejection[] = []
    const refuse = (column: string, code: string, params: Rejection['params'] = {}) =>
      faults.push({ line: row.line, column, code, params })
    let parentCode: string | null = null
    const found: PlannedNode[] = []
    for (const { level, code: codeColumn, name: nameColumn } of COLUMN_OF_LEVEL) {
      const code = cell(row, codeColumn)
      const name = cell(row, nameColumn).normalize('NFC').replace(/\s+/g, ' ')
      const node: PlannedNode = { code, level, name, parentCode, sort: nodes.size + found.length }
      for (const fault of nodeFaults(node, nodes.get(code), lines.get(code) ?? 0, frame)) {
        refuse(fault.about === 'code' ? codeColumn : nameColumn, fault.code, fault.params)
      }
      if (found.some((above) => above.code === code && code !== '')) refuse(codeColumn, 'brm.code-repeated', { code })
      found.push(node)
      parentCode = code
    }
    const misplaced = faults.length > 0
    const { draft, rejected: unreadable } = readTaskDraft(row)
    faults.push(...unreadable)
    if (draft.unitCodes.length === 0) refuse(COLUMNS.units, 'brm.unit-missing')
    for (const unit of draft.unitCodes)
      if (!frame.unitCodes.has(unit)) refuse(COLUMNS.units, 'brm.unit-unknown', { unit: unit.slice(0, 60) })
    for (const service of draft.serviceKeys)
      if (!frame.serviceKeys.has(service))
        refuse(COLUMNS.services, 'brm.service-unknown', { service: service.slice(0, 60) })
    rejected.push(...faults)
    // A line with a place of its own joins the tree, so that its other faults do not look like an end of its task.
    if (misplaced) continue
    for (const node of found) {
      if (nodes.has(node.code)) continue
      nodes.set(node.code, node)
      lines.set(node.code, row.line)
    }
    const task = found.at(-1)
    if (task !== undefined) drafts.set(task.code, draft)
  }
  return { nodes: inPlaces(nodes), drafts, rejected: rejected.sort((a, b) => a.line - b.line) }
}

interface NodeFault {
  readonly about: 'code' | 'name'
  readonly code: string
  readonly params: Rejection['params']
}

function nodeFaults(node: PlannedNode, before: PlannedNode | undefined, line: number, frame: Frame): NodeFault[] {
  const { code, level, name } = node
  if (code === '') return [{ about: 'code', code: 'brm.code-missing', params: {} }]
  if (code.length > 40 || !CODE.test(code)) {
    return [{ about: 'code', code: 'brm.code-wrong', params: { code: code.slice(0, 60) } }]
  }
  if (name === '') return [{ about: 'name', code: 'brm.name-missing', params: { code } }]
  if (name.length > 200) return [{ about: 'name', code: 'brm.cell-too-long', params: { max: 200 } }]
  const known = frame.levelOf(code)
  if (known !== undefined && known !== level) return [{ about: 'code', code: 'brm.level-changed', params: { code } }]
  if (before === undefined) return []
  if (before.level !== level) return [{ about: 'code', code: 'brm.level-differs', params: { code, line } }]
  if (level === 'unit-task') return [{ about: 'code', code: 'brm.task-repeated', params: { code, line } }]
  if (before.name !== name)
    return [{ about: 'name', code: 'brm.name-differs', params: { code, name: before.name, line } }]
  if (before.parentCode !== node.parentCode) {
    return [{ about: 'code', code: 'brm.parent-differs', params: { code, parent: before.parentCode ?? '—', line } }]
  }
  return []
}

/** Siblings counted from 0 in the order the file first names them. */
function inPlaces(nodes: ReadonlyMap<string, PlannedNode>): Map<string, PlannedNode> {
  const next = new Map<string | null, number>()
  const placed = new Map<string, PlannedNode>()
  for (const node of [...nodes.values()].sort((a, b) => a.sort - b.sort)) {
    const sort = next.get(node.parentCode) ?? 0
    next.set(node.parentCode, sort + 1)
    placed.set(node.code, { ...node, sort })
  }
  return placed
}
