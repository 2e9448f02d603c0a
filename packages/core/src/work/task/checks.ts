import { unitTasksByIds } from '../../brm/index.ts'
import { membersOf, unitById } from '../../identity/index.ts'
import { type Id, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { Release } from '../../tenancy/index.ts'
import { countPeople } from './people.store.ts'

/** The unit stands now and the person in charge holds a post in it. @throws ValidationError `task.unit-unknown`, `task.person-not-in-unit` */
export async function requirePlacement(tx: TxCtx, unitId: Id, ownerId: Id): Promise<void> {
  const [unit, members] = await Promise.all([unitById(tx, unitId), membersOf(tx, unitId)])
  if (unit === null) throw new ValidationError('task.unit-unknown', { field: 'unitId' })
  if (!members.some((member) => member.personId === ownerId)) {
    throw new ValidationError('task.person-not-in-unit', { field: 'ownerId' })
  }
}

/** All are people of the agency. @throws ValidationError `task.person-unknown` */
export async function requirePeople(tx: TxCtx, personIds: readonly Id[]): Promise<void> {
  const distinct = [...new Set(personIds)]
  if ((await countPeople(tx, distinct)) !== distinct.length) {
    throw new ValidationError('task.person-unknown', { field: 'memberIds' })
  }
}

/** The unit task stands in the function classification. @throws ValidationError `task.unit-task-unknown` */
export async function requireUnitTask(tx: TxCtx, unitTaskId: Id): Promise<void> {
  const [found] = await unitTasksByIds(tx, [unitTaskId])
  if (found?.active !== true) throw new ValidationError('task.unit-task-unknown', { field: 'unitTaskId' })
}

/** The release has the objective (R33). @throws ValidationError `task.objective-unknown` */
export function requireObjective(release: Release, key: string | null): void {
  if (key === null) return
  const keys = release.performance.objectives.map((objective) => objective.key)
  if (!keys.includes(key)) {
    throw new ValidationError('task.objective-unknown', { field: 'objectiveKey', params: { allowed: keys.join(', ') } })
  }
}
