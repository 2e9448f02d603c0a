import { type Id, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { recordAchievement, removeAchievement, taskCardsByIds } from '../task/index.ts'
import type { AccessScope } from '../values.ts'
import { type Audience, audienceOf } from './domain/scope.ts'
import { bureauUnits, type PersonLine, peopleByIds } from './people.store.ts'

type Achievement = Parameters<typeof recordAchievement>[1]

/** Names of the task cards a record is tied to, in its order. */
export async function taskLines(tx: TxCtx, taskCardIds: readonly Id[]): Promise<{ id: Id; name: string }[]> {
  if (taskCardIds.length === 0) return []
  const cards = await taskCardsByIds(tx, [...new Set(taskCardIds)])
  return cards.map(({ id, name }) => ({ id, name }))
}

/** @throws ValidationError `record.task-unknown` naming the field when a card is not this agency's */
export async function requireTaskCards(tx: TxCtx, taskCardIds: readonly Id[], field = 'taskCardIds'): Promise<void> {
  const wanted = new Set(taskCardIds)
  if (wanted.size === 0) return
  const found = await taskCardsByIds(tx, [...wanted])
  if (found.length < wanted.size) throw new ValidationError('record.task-unknown', { field })
}

/** @throws ValidationError `record.person-unknown` naming the field when somebody is not of this agency */
export async function requirePeople(
  tx: TxCtx,
  wanted: Readonly<Record<string, readonly Id[]>>,
): Promise<Map<Id, PersonLine>> {
  const people = await peopleByIds(tx, [...new Set(Object.values(wanted).flat())])
  for (const [field, ids] of Object.entries(wanted)) {
    if (ids.some((id) => !people.has(id))) throw new ValidationError('record.person-unknown', { field })
  }
  return people
}

/** The audience of a record of a unit; the bureau's units are read only when the scope needs them. */
export async function audienceFor(tx: TxCtx, scope: AccessScope, unitId: Id, people: readonly Id[]): Promise<Audience> {
  const bureauUnitIds = scope === 'bureau' ? await bureauUnits(tx, unitId) : []
  return audienceOf(scope, { unitId, bureauUnitIds }, people)
}

/** Enters a record into the 실적 of its task cards anew: ties that are gone vanish there. */
export async function retie(tx: TxCtx, before: readonly Id[], achievement: Achievement): Promise<void> {
  const now = new Set(achievement.taskCardIds)
  if (before.some((id) => !now.has(id))) {
    await removeAchievement(tx, achievement.kind, achievement.subjectId, achievement.taskCardIds)
  }
  if (now.size > 0) await recordAchievement(tx, achievement)
}
