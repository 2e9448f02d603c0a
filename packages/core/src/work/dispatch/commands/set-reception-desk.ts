import { unitById } from '../../../identity/index.ts'
import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../../platform/index.ts'
import { receptionDesk } from '../desk.ts'
import { chooseDesk } from '../reception.store.ts'
import { type ReceptionDesk, type SetReceptionDeskInput, setReceptionDeskInput } from '../types.ts'

/** Makes a unit the agency's 문서과. @throws ForbiddenError but for the administrator; ValidationError naming `unitId` */
export async function setReceptionDesk(ctx: Ctx, raw: SetReceptionDeskInput): Promise<ReceptionDesk> {
  const { unitId } = parse(setReceptionDeskInput, raw)
  authorise(mayChooseDesk(ctx))
  return withTenant(ctx, async (tx) => {
    if ((await unitById(tx, unitId)) === null) throw new ValidationError('document.unit-unknown', { field: 'unitId' })
    const before = await receptionDesk(tx)
    await chooseDesk(tx, unitId)
    await audit(tx, {
      action: 'reception-desk.set',
      subjectType: 'reception-desk',
      subjectId: tx.tenantId,
      before: { unitId: before.unit.id },
      after: { unitId },
    })
    const { unit, chosen } = await receptionDesk(tx)
    return { unit: { id: unit.id, name: unit.name }, chosen, canChange: true }
  })
}

/** Whether the actor may choose the unit that takes in what other agencies send. */
export function mayChooseDesk({ actor }: Ctx): boolean {
  return actor.kind === 'system' || (actor.kind === 'officer' && actor.roles.includes('tenant-admin'))
}
