import type { Ctx } from '../../kernel/index.ts'
import { authorise, withTenant } from '../../platform/index.ts'
import type { Rejection } from '../domain/file-row.ts'
import { hasVersion } from '../function.store.ts'
import { type FunctionSource, importFunctions } from '../import/import-functions.ts'

/**
 * Gives an agency its first tree when it is opened; an agency that has one keeps it, so every start may run it.
 * @returns whether a version was written, and the lines that do not fit the agency as it stands (then none was)
 */
export async function openFunctions(
  ctx: Ctx,
  source: FunctionSource,
  validFrom: Date,
): Promise<{ readonly opened: boolean; readonly rejected: readonly Rejection[] }> {
  authorise(ctx.actor.kind === 'system')
  return withTenant(ctx, async (tx) => {
    if (await hasVersion(tx)) return { opened: false, rejected: [] }
    const year = validFrom.getUTCFullYear()
    const head = { label: `${year}년 정부기능분류체계`, year, validFrom, reason: '기관 개설' }
    const { applied, rejected } = await importFunctions(tx, source, head)
    return { opened: applied !== null, rejected }
  })
}
