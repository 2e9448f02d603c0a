import type { Ctx } from '../../kernel/index.ts'
import { authorise, withTenant } from '../../platform/index.ts'
import { hasVersion } from '../function.store.ts'
import { type FunctionSource, importFunctions } from '../import/import-functions.ts'

/**
 * Gives an agency its first tree when it is opened; an agency that has one keeps it, so every start may run it.
 * @returns whether a version was written
 * @throws Error naming the lines of a file that does not fit the agency
 */
export async function openFunctions(ctx: Ctx, source: FunctionSource, validFrom: Date): Promise<boolean> {
  authorise(ctx.actor.kind === 'system')
  return withTenant(ctx, async (tx) => {
    if (await hasVersion(tx)) return false
    const year = validFrom.getUTCFullYear()
    const head = { label: `${year}년 정부기능분류체계`, year, validFrom, reason: '기관 개설' }
    const { applied, rejected } = await importFunctions(tx, source, head)
    if (applied !== null) return true
    const lines = rejected.map(
      ({ line, column, code, params }) => `  ${line} ${column}: ${code} ${JSON.stringify(params)}`,
    )
    throw new Error(`${source.name} of ${ctx.tenantSlug} is refused:\n${lines.join('\n')}`)
  })
}
