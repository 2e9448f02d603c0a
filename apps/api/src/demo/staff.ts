import { listUnits, membersOf } from '@harmony/core/identity'
import type { Actor, Ctx, Id } from '@harmony/core/kernel'
import { withTenant } from '@harmony/core/platform'

export type Officer = Extract<Actor, { kind: 'officer' }>

/** The officers of an agency as actors, to act in their own names. */
export interface Staff {
  person(personId: Id): Officer | undefined
  head(unitId: Id): Officer | undefined
  members(unitId: Id): readonly Officer[]
  unitId(code: string): Id | undefined
  /** Another team of the agency to move work to. */
  neighbour(unitId: Id): Id | undefined
}

/** Reads who works where today. */
export async function readStaff(ctx: Ctx): Promise<Staff> {
  return withTenant(ctx, async (tx) => {
    const units = await listUnits(tx, {})
    const byUnit = new Map<Id, Officer[]>()
    const heads = new Map<Id, Officer>()
    const people = new Map<Id, Officer>()
    for (const unit of units) {
      const officers: Officer[] = []
      for (const member of await membersOf(tx, unit.id)) {
        const headRole = unit.kind === 'team' ? ('team-head' as const) : ('bureau-head' as const)
        const officer: Officer = {
          kind: 'officer',
          accountId: member.personId,
          personId: member.personId,
          roles: member.isHead ? [headRole, 'reviewer'] : ['team-member', 'petition-handler'],
          unitIds: [unit.id],
          headOf: member.isHead ? [unit.id] : [],
        }
        people.set(member.personId, officer)
        if (member.isHead) heads.set(unit.id, officer)
        else officers.push(officer)
      }
      byUnit.set(unit.id, officers)
    }
    const teams = units.filter((unit) => unit.kind === 'team')
    return {
      person: (personId) => people.get(personId),
      head: (unitId) => heads.get(unitId),
      members: (unitId) => byUnit.get(unitId) ?? [],
      unitId: (code) => units.find((unit) => unit.code === code)?.id,
      neighbour: (unitId) => teams[(teams.findIndex((unit) => unit.id === unitId) + 1) % teams.length]?.id,
    }
  })
}
