import { type Ctx, isId } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { changesOf } from '../change.store.ts'
import { packCursor, unpackCursor } from '../cursor.ts'
import { namesOfPeople, namesOfUnits } from '../people.store.ts'
import { type TaskHistoryInput, type TaskHistoryOutput, taskHistoryInput } from '../schemas.ts'
import { requireCard } from './require-card.ts'

/**
 * 이력: who changed what of a card, when and why, the newest first; of all, of one area, or of one part (R10).
 * @throws NotFoundError `task.not-found`; ValidationError for a foreign cursor
 */
export async function getTaskHistory(ctx: Ctx, raw: TaskHistoryInput): Promise<TaskHistoryOutput> {
  const { cursor, limit, direction: _direction, ...filter } = parse(taskHistoryInput, raw)
  return withTenant(ctx, async (tx) => {
    await requireCard(tx, filter.taskCardId)
    const before = unpackCursor(cursor, () => true)?.id
    const found = await changesOf(tx, { ...filter, before, limit: limit + 1 })
    const rows = found.slice(0, limit)
    const named = idsIn(rows.flatMap((row) => [row.before, row.after]))
    const [people, units] = await Promise.all([namesOfPeople(tx, named), namesOfUnits(tx, named)])
    const last = found.length > limit ? rows.at(-1) : undefined
    return { rows, people, units, nextCursor: packCursor(last && { key: '', id: last.id }) }
  })
}

/** Every id in the changed parts: those that are of people or units get their names. */
function idsIn(parts: readonly (Readonly<Record<string, unknown>> | null)[]): string[] {
  const found = new Set<string>()
  for (const part of parts) {
    for (const value of Object.values(part ?? {}).flat()) if (typeof value === 'string' && isId(value)) found.add(value)
  }
  return [...found]
}
