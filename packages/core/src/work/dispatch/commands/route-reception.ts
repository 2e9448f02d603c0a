import { unitById } from '../../../identity/index.ts'
import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import { type ReceptionActOutput, type RouteReceptionInput, routeReceptionInput } from '../types.ts'

/** 배부: another unit of the agency is in charge from now on. A number it has stays. @throws ValidationError naming `unitId` */
export async function routeReception(ctx: Ctx, raw: RouteReceptionInput): Promise<ReceptionActOutput> {
  const input = parse(routeReceptionInput, raw)
  return withTenant(ctx, async (tx) => {
    const reception = await openReception(tx, 'route', input)
    const { unitId, reason } = input
    if (unitId === reception.unitId) throw new ValidationError('reception.same-unit', { field: 'unitId' })
    if ((await unitById(tx, unitId)) === null) throw new ValidationError('document.unit-unknown', { field: 'unitId' })
    return recordReceptionAct(tx, reception, {
      verb: 'route',
      change: { unitId },
      reason,
      facts: { from: reception.unitId, to: unitId },
    })
  })
}
