import type { FunctionLevel } from './levels.ts'
import type { PlannedNode } from './plan-version.ts'

/** A node of the standing version, by codes. */
export interface StandingNode extends PlannedNode {
  /** 수행주체 by code, in no order; empty above the unit tasks. */
  readonly unitCodes: readonly string[]
}

export type ChangeKind = 'added' | 'renamed' | 'moved' | 'ended' | 'revived' | 'reassigned'

/** One difference between two versions of the tree. */
export interface FunctionChange {
  readonly kind: ChangeKind
  readonly level: FunctionLevel
  readonly code: string
  readonly name: string
  readonly from: string | null
  readonly to: string | null
}

export type Summary = Record<ChangeKind, number>

/**
 * What a file changes against the standing version: a code that is new is added, one that stood in an older version is
 * revived, one the file leaves out is ended; names, parents and performing units of the others are compared.
 * @param everUsed codes of all versions
 */
export function diffTrees(
  standing: ReadonlyMap<string, StandingNode>,
  next: ReadonlyMap<string, PlannedNode>,
  unitsOf: (code: string) => readonly string[],
  everUsed: ReadonlySet<string>,
): FunctionChange[] {
  const changes: FunctionChange[] = []
  for (const node of next.values()) {
    const { code, level, name } = node
    const before = standing.get(code)
    const say = (kind: ChangeKind, from: string | null, to: string | null) =>
      changes.push({ kind, level, code, name, from, to })
    if (before === undefined) {
      say(everUsed.has(code) ? 'revived' : 'added', null, pathName(next, node.parentCode))
      continue
    }
    if (before.name !== name) say('renamed', before.name, name)
    if (before.parentCode !== node.parentCode) {
      say('moved', pathName(standing, before.parentCode), pathName(next, node.parentCode))
    }
    if (level === 'unit-task') {
      const [was, is] = [[...before.unitCodes].sort(), [...unitsOf(code)].sort()]
      if (was.join() !== is.join()) say('reassigned', was.join('; '), is.join('; '))
    }
  }
  for (const node of standing.values()) {
    if (next.has(node.code)) continue
    const { code, level, name } = node
    changes.push({ kind: 'ended', level, code, name, from: pathName(standing, node.parentCode), to: null })
  }
  return changes
}

/** How many changes of each kind. */
export function summaryOf(changes: readonly FunctionChange[]): Summary {
  const summary: Summary = { added: 0, renamed: 0, moved: 0, ended: 0, revived: 0, reassigned: 0 }
  for (const change of changes) summary[change.kind] += 1
  return summary
}

function pathName(nodes: ReadonlyMap<string, PlannedNode>, code: string | null): string | null {
  const names: string[] = []
  for (let at = code === null ? undefined : nodes.get(code); at !== undefined && names.length < 6; ) {
    names.unshift(at.name)
    at = at.parentCode === null ? undefined : nodes.get(at.parentCode)
  }
  return names.length === 0 ? null : names.join(' > ')
}
