import { ConflictError, type Ctx, ValidationError } from '../../kernel/index.ts'
import { authorise, type TxCtx, withTenant } from '../../platform/index.ts'
import { FUNCTION_LEVELS } from '../domain/levels.ts'
import { canImportFunctions } from '../policy.ts'
import type { PreviewFunctionsOutput } from '../schemas.ts'
import { lockFunctions } from '../version-write.store.ts'
import { applyPlan, type VersionHead } from './apply-plan.ts'
import { type PlannedImport, planImport } from './plan-import.ts'
import { type FunctionFile, readFunctionFile } from './read-function-file.ts'

/** A file handed in by the command line or a tenant's folder. */
export interface FunctionSource {
  readonly name: string
  readonly bytes: Buffer
}

/** What a file holds against the newest version: the preview of screens and of `--dry-run`. */
export function previewOf(name: string, file: FunctionFile, plan: PlannedImport): PreviewFunctionsOutput {
  const levels = Object.fromEntries(FUNCTION_LEVELS.map((level) => [level, 0])) as PreviewFunctionsOutput['levels']
  for (const node of plan.tree.nodes.values()) levels[node.level] += 1
  return {
    fileName: name,
    rows: file.rows.length,
    levels,
    summary: plan.summary,
    changes: [...plan.changes],
    rejected: plan.tree.rejected.map((one) => ({ ...one, params: { ...one.params } })),
    ignoredColumns: [...file.ignoredColumns],
    baseSequence: plan.base?.sequence ?? 0,
  }
}

/**
 * Applies a read file as the next version, all of it or nothing.
 * @param baseSequence the version the caller compared with; undefined takes the newest
 * @throws ValidationError `brm.import-has-rejections` naming the first line, `brm.valid-from-wrong`;
 *   ConflictError `brm.tree-changed` when another version came first
 */
export async function applyFile(
  tx: TxCtx,
  file: FunctionFile,
  head: VersionHead,
  baseSequence?: number,
): Promise<{ versionId: string; plan: PlannedImport; sequence: number }> {
  await lockFunctions(tx)
  const plan = await planImport(tx, file.rows)
  const [first] = plan.tree.rejected
  if (first !== undefined) {
    const params = { count: new Set(plan.tree.rejected.map(({ line }) => line)).size, line: first.line }
    throw new ValidationError('brm.import-has-rejections', { field: 'fileId', params })
  }
  const { base } = plan
  if (baseSequence !== undefined && baseSequence !== (base?.sequence ?? 0)) {
    const params = { who: base?.importedBy ?? '—', at: base?.importedAt ?? '—' }
    throw new ConflictError('brm.tree-changed', { params })
  }
  const now = tx.clock.now()
  const from = base === undefined ? undefined : new Date(base.validFrom)
  if (head.validFrom > now || (from !== undefined && head.validFrom < from)) {
    const params = { from: from === undefined ? '—' : dayOf(from), to: dayOf(now) }
    throw new ValidationError('brm.valid-from-wrong', { field: 'validFrom', params })
  }
  const { id, sequence } = await applyPlan(tx, plan, head)
  return { versionId: id, sequence, plan }
}

/**
 * Imports a file from the command line or a tenant's folder: the same reading, plan and writing as from the screens.
 * With rejections, or as a dry run, nothing is written and `applied` is null.
 * @throws ForbiddenError for anybody but the system; errors of the file as `readFunctionFile` names them
 */
export async function importFunctions(
  ctx: Ctx,
  source: FunctionSource,
  head: Omit<VersionHead, 'source'>,
  options: { dryRun?: boolean } = {},
): Promise<PreviewFunctionsOutput & { applied: { versionId: string; sequence: number } | null }> {
  authorise(ctx.actor.kind === 'system' && canImportFunctions(ctx.actor))
  const file = await readFunctionFile(source.bytes)
  return withTenant(ctx, async (tx) => {
    const plan = await planImport(tx, file.rows)
    const preview = previewOf(source.name, file, plan)
    if (options.dryRun === true || preview.rejected.length > 0) return { ...preview, applied: null }
    const { versionId, sequence } = await applyFile(tx, file, { ...head, source: source.name })
    return { ...preview, applied: { versionId, sequence } }
  })
}

/** The calendar day in Seoul. */
export function dayOf(at: Date): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' }).format(at)
}
