import type { Ctx, Id } from '../../kernel/index.ts'
import { authorise, parse, withTenant } from '../../platform/index.ts'
import { previewOf } from '../import/import-functions.ts'
import { planImport } from '../import/plan-import.ts'
import { readUploaded } from '../import/uploaded-file.ts'
import { canImportFunctions } from '../policy.ts'
import { type PreviewFunctionsOutput, previewFunctionsInput } from '../schemas.ts'

/**
 * What an uploaded file would change: every difference and every rejected line at once; writes nothing.
 * @throws ForbiddenError; NotFoundError `file.not-found`; errors of a file that cannot be read at all
 */
export async function previewFunctions(ctx: Ctx, raw: { fileId: Id }): Promise<PreviewFunctionsOutput> {
  const { fileId } = parse(previewFunctionsInput, raw)
  authorise(canImportFunctions(ctx.actor))
  const { name, file } = await readUploaded(ctx, fileId)
  return withTenant(ctx, async (tx) => previewOf(name, file, await planImport(tx, file.rows)))
}
