import { inTreeOrder, listUnits, type Unit } from '../../identity/index.ts'
import { NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { chosenDesk } from './reception.store.ts'

/**
 * The unit that takes in what other agencies send (문서과): the one an administrator has chosen; else the first team right
 * below the agency, else the first team, else the agency itself.
 * @throws NotFoundError `identity.unit-not-found` for an agency without units
 */
export async function receptionDesk(tx: TxCtx): Promise<{ unit: Unit; chosen: boolean }> {
  const [units, deskId] = [inTreeOrder(await listUnits(tx)), await chosenDesk(tx)]
  const chosen = units.find((unit) => unit.id === deskId)
  if (chosen !== undefined) return { unit: chosen, chosen: true }
  const agency = units.find((unit) => unit.kind === 'agency')
  const teams = units.filter((unit) => unit.kind === 'team')
  const unit = teams.find((team) => team.parentId === agency?.id) ?? teams[0] ?? agency
  if (unit === undefined) throw new NotFoundError('identity.unit-not-found')
  return { unit, chosen: false }
}
