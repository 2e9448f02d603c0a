import { z } from 'zod'
import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { updateTenantStatus } from '../tenant.store.ts'

const setTenantStatusInput = z.strictObject({
  status: z.enum(['active', 'suspended']),
  reason: z.string().trim().min(1).max(1_000),
})

/**
 * Closes the ctx's agency to everybody, or opens it again; its data stay as they are. The operator's, from the command
 * line in the worker's role.
 * @throws ForbiddenError, ConflictError `tenant.status-unchanged`
 */
export async function setTenantStatus(ctx: Ctx, raw: z.input<typeof setTenantStatusInput>): Promise<void> {
  const { status, reason } = parse(setTenantStatusInput, raw)
  authorise(can(ctx.actor, 'tenants.register'))
  await withTenant(ctx, async (tx) => {
    if (!(await updateTenantStatus(ctx.db, tx.tenantSlug, status))) throw new ConflictError('tenant.status-unchanged')
    await audit(tx, {
      action: 'tenant.status',
      subjectType: 'tenant',
      subjectId: tx.tenantId,
      after: { status },
      reason,
    })
  })
}
