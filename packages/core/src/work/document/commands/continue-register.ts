import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../../platform/index.ts'
import { requireUnits } from '../content-checks.ts'
import { keepsRecords } from '../policy.ts'
import { continueFrom } from '../register.store.ts'
import { type ContinueRegisterInput, type ContinueRegisterOutput, continueRegisterInput } from '../types.ts'

/**
 * A unit goes on from the register it kept in another system: its next number of the year is `last` + 1. Once, before it
 * has taken a number here.
 * @throws ForbiddenError but for the unit's head and the administrator; ConflictError `document.register-begun`
 */
export async function continueRegister(ctx: Ctx, raw: ContinueRegisterInput): Promise<ContinueRegisterOutput> {
  const input = parse(continueRegisterInput, raw)
  authorise(keepsRecords(ctx.actor, input.unitId))
  return withTenant(ctx, async (tx) => {
    await requireUnits(tx, [input.unitId], 'unitId')
    if (!(await continueFrom(tx, input))) throw new ConflictError('document.register-begun')
    const { unitId, year, last } = input
    await audit(tx, {
      action: 'register.continue',
      subjectType: 'register',
      subjectId: unitId,
      after: { year, last },
      reason: input.reason,
    })
    return { unitId, year, last }
  })
}
