import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { diffTrees, type FunctionChange, type StandingNode, type Summary, summaryOf } from '../domain/diff.ts'
import type { FileRow } from '../domain/file-row.ts'
import type { FunctionLevel } from '../domain/levels.ts'
import { type PlannedTree, planTree } from '../domain/plan-version.ts'
import { knownNodes, listVersions, nodesOfVersion, type PlacedNode } from '../function.store.ts'
import type { FunctionVersionView } from '../schemas.ts'
import { serviceKeysOf } from '../services-of-release.ts'
import { unitCodes } from '../version-write.store.ts'

/** A file held against the agency's newest version: what it would change, and all that applying needs. */
export interface PlannedImport {
  readonly tree: PlannedTree
  readonly changes: readonly FunctionChange[]
  readonly summary: Summary
  /** The newest version, also when its day has not come; undefined before the first. */
  readonly base: FunctionVersionView | undefined
  readonly standing: ReadonlyMap<string, StandingNode & { readonly id: Id }>
  readonly known: ReadonlyMap<string, { readonly id: Id; readonly level: FunctionLevel }>
  readonly unitIdOf: ReadonlyMap<string, Id>
}

/** Plans what a file's lines would make of the tree; writes nothing. */
export async function planImport(tx: TxCtx, rows: readonly FileRow[]): Promise<PlannedImport> {
  const [base] = await listVersions(tx)
  const [nodes, known, units, serviceKeys] = await Promise.all([
    base === undefined ? [] : nodesOfVersion(tx, base.sequence),
    knownNodes(tx),
    unitCodes(tx),
    serviceKeysOf(tx),
  ])
  const standing = byCode(nodes, units.codeOf)
  const tree = planTree(rows, {
    unitCodes: new Set(units.idOf.keys()),
    serviceKeys,
    levelOf: (code) => known.get(code)?.level,
  })
  const unitsOf = (code: string) => tree.drafts.get(code)?.unitCodes ?? []
  const changes = diffTrees(standing, tree.nodes, unitsOf, new Set(known.keys()))
  return { tree, changes, summary: summaryOf(changes), base, standing, known, unitIdOf: units.idOf }
}

function byCode(nodes: readonly PlacedNode[], codeOf: ReadonlyMap<Id, string>) {
  const codes = new Map(nodes.map((node) => [node.id, node.code]))
  return new Map(
    nodes.map(({ id, code, level, name, parentId, sort, unitIds }) => [
      code,
      {
        id,
        code,
        level,
        name,
        sort,
        parentCode: parentId === null ? null : (codes.get(parentId) ?? null),
        unitCodes: unitIds.flatMap((unitId) => codeOf.get(unitId) ?? []),
      },
    ]),
  )
}
