import type { Ctx } from '../../kernel/index.ts'
import { authorise, claimRequest, parse, withTenant } from '../../platform/index.ts'
import { applyFile } from '../import/import-functions.ts'
import { readUploaded } from '../import/uploaded-file.ts'
import { canImportFunctions } from '../policy.ts'
import { type ApplyFunctionsInput, type ApplyFunctionsOutput, applyFunctionsInput } from '../schemas.ts'

/**
 * The tenant administrator makes an uploaded file the next version of the functions, with a reason (R2).
 * @throws ForbiddenError; NotFoundError `file.not-found`; ValidationError `brm.import-has-rejections`,
 *   `brm.valid-from-wrong`; ConflictError `brm.tree-changed` when the previewed version is no longer the newest
 */
export async function applyFunctions(ctx: Ctx, raw: ApplyFunctionsInput): Promise<ApplyFunctionsOutput> {
  const { idempotencyKey, ...input } = parse(applyFunctionsInput, raw)
  authorise(canImportFunctions(ctx.actor))
  const { name, file } = await readUploaded(ctx, input.fileId)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ApplyFunctionsOutput>(tx, {
      procedure: 'brm.applyImport',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const { label, year, reason, baseSequence } = input
    const validFrom = input.validFrom === undefined ? tx.clock.now() : new Date(`${input.validFrom}T00:00:00+09:00`)
    const head = { label, year, reason, source: name, validFrom }
    const { versionId, sequence, plan } = await applyFile(tx, file, head, baseSequence)
    const applied = { versionId, sequence, summary: plan.summary }
    await claim.settle(applied)
    return applied
  })
}
