import type { Id } from '../../../kernel/index.ts'
import type { AccessScope } from '../../values.ts'

/** Who may know of a record: null units mean the whole agency. */
export interface Audience {
  readonly unitIds: readonly Id[] | null
  readonly personIds: readonly Id[]
}

/**
 * The 열람범위 of a record: those who take part always belong to it.
 * @param units the record's unit, and the units of its bureau
 */
export function audienceOf(
  scope: AccessScope,
  units: { readonly unitId: Id; readonly bureauUnitIds: readonly Id[] },
  people: readonly Id[],
): Audience {
  const personIds = [...new Set(people)].sort()
  if (scope === 'agency') return { unitIds: null, personIds }
  if (scope === 'participants') return { unitIds: [], personIds }
  return {
    unitIds: scope === 'unit' ? [units.unitId] : [...new Set([units.unitId, ...units.bureauUnitIds])].sort(),
    personIds,
  }
}

/** Each id once, in the order given. */
export function once(ids: readonly Id[]): Id[] {
  return [...new Set(ids)]
}
