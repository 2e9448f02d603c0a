import { unitTasksByIds } from '../../../brm/index.ts'
import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { asOfDay, unitScope } from '../as-of.ts'
import { isInstant, packCursor, unpackCursor } from '../cursor.ts'
import { type CardLine, cardPage, type TaskSort } from '../list.store.ts'
import { TASK_LIMITS } from '../schema-parts.ts'
import {
  type TaskExportInput,
  type TaskExportOutput,
  type TaskListInput,
  type TaskListOutput,
  type TaskRow,
  taskExportInput,
  taskListInput,
} from '../schemas.ts'
import { containing } from '../sql-parts.store.ts'
import type { AsOf, CardFilter } from '../standing.store.ts'

/**
 * Task cards as of a day, filtered, sorted, in pages (R8, R13). Cards are open to all officers of the agency.
 * @throws ForbiddenError for who is no officer; ValidationError for a foreign cursor
 */
export async function listTasks(ctx: Ctx, raw: TaskListInput): Promise<TaskListOutput> {
  const input = parse(taskListInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const asOf = await asOfDay(tx, input.asOf)
    const { sort, limit } = input
    const after = unpackCursor(input.cursor, FITS[sort])
    const page = { sort, descending: input.order === 'desc', after, limit: limit + 1 }
    const { total, lines } = await cardPage(tx, await filterOf(tx, input, asOf), page)
    const shown = lines.slice(0, limit)
    const nextCursor = packCursor(lines.length > limit ? shown.at(-1) : undefined)
    return { rows: await withUnitTasks(tx, shown), total, nextCursor, asOf: asOf.day }
  })
}

/** The same cards all at once, for a file; at most 10,000. @throws ForbiddenError for who is no officer */
export async function exportTasks(ctx: Ctx, raw: TaskExportInput): Promise<TaskExportOutput> {
  const input = parse(taskExportInput, raw)
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const asOf = await asOfDay(tx, input.asOf)
    const page = { sort: input.sort, descending: input.order === 'desc', after: undefined, limit: TASK_LIMITS.export }
    const { total, lines } = await cardPage(tx, await filterOf(tx, input, asOf), page)
    return { rows: await withUnitTasks(tx, lines), truncated: total > lines.length, asOf: asOf.day }
  })
}

/** Only officers and the system look at tasks. @throws ForbiddenError */
export function requireOfficer(tx: TxCtx): void {
  if (tx.actor.kind !== 'officer' && tx.actor.kind !== 'system') throw new ForbiddenError()
}

const FITS: Readonly<Record<TaskSort, (key: string) => boolean>> = {
  name: (key) => key !== '',
  due: (key) => /^\d{4}-\d{2}-\d{2}$/.test(key) && isInstant(key),
  changed: isInstant,
  progress: (key) => /^-?\d{1,3}$/.test(key),
}

type Filters = ReturnType<typeof taskExportInput.parse>

async function filterOf(tx: TxCtx, input: Filters, asOf: AsOf): Promise<CardFilter> {
  const { scope, unitId, search, asOf: _day, sort: _sort, order: _order, ...same } = input
  const { actor } = tx
  const own = actor.kind === 'officer' ? actor : { personId: undefined, unitIds: undefined }
  const below = await unitScope(tx, unitId, asOf)
  return {
    ...same,
    asOf,
    personId: scope === 'mine' ? own.personId : undefined,
    unitIds: below ?? (scope === 'unit' ? own.unitIds : undefined),
    pattern: search === undefined || search === '' ? undefined : containing(search),
  }
}

async function withUnitTasks(tx: TxCtx, lines: readonly CardLine[]): Promise<TaskRow[]> {
  const tasks = await unitTasksByIds(tx, [...new Set(lines.map((line) => line.unitTaskId))])
  const byId = new Map(tasks.map(({ id, code, name }) => [id, { id, code, name }]))
  return lines.map(({ key: _key, weak: _weak, unitTaskId, ...line }) => ({
    ...line,
    unitTask: byId.get(unitTaskId) ?? { id: unitTaskId, code: '', name: '—' },
  }))
}
