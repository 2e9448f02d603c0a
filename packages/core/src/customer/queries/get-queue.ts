import { type Ctx, ForbiddenError, type Id, type LocalizedText } from '../../kernel/index.ts'
import { authorise, calendarFor, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { releaseByHash } from '../../tenancy/index.ts'
import { packCursor, unpackCursor } from '../cursor.ts'
import { can, canReadQueue, turnOf } from '../policy.ts'
import { type QueueLine, queueFigures, queuePage, type Turn } from '../queue.store.ts'
import {
  type QueueCountsInput,
  type QueueCountsOutput,
  type QueueInput,
  type QueueOutput,
  queueCountsInput,
  queueInput,
} from '../schemas.ts'
import { unitLine } from '../staff.store.ts'

/**
 * Petitions of the officer, of a unit, or of the agency, by deadline or receipt; filtered, searched, in pages.
 * @throws ForbiddenError for a unit the officer does not belong to, head or oversee
 */
export async function getQueue(ctx: Ctx, raw: QueueInput): Promise<QueueOutput> {
  const input = parse(queueInput, raw)
  return withTenant(ctx, async (tx) => {
    const scope = await scopeOf(tx, input.scope, input.unitId)
    const lines = await queuePage(tx, {
      ...scope,
      closed: input.state === 'closed',
      status: input.status,
      serviceKey: input.serviceKey,
      search: input.search,
      sort: input.sort,
      descending: input.order === 'desc',
      after: unpackCursor(input.cursor),
      limit: input.limit + 1,
    })
    const page = lines.slice(0, input.limit)
    const names = await serviceNames(tx, page)
    const now = tx.clock.now()
    const last = lines.length > input.limit ? page.at(-1) : undefined
    const rows = page.map(({ releaseHash, receivedAt, dueAt, completedAt, customerName, tasks, ...line }) => ({
      ...line,
      task: tasks[0]?.name ?? null,
      ...forActor(tx, line, tasks),
      customerName: customerName === null ? null : maskName(customerName),
      service: names.get(`${releaseHash}:${line.serviceKey}`) ?? { ko: line.serviceKey, en: line.serviceKey },
      receivedAt: receivedAt.toISOString(),
      dueAt: dueAt.toISOString(),
      completedAt: completedAt?.toISOString() ?? null,
      overdue: line.status !== 'supplement' && (completedAt ?? now) > dueAt,
    }))
    const nextCursor =
      last === undefined ? null : packCursor(input.sort === 'due' ? last.dueAt : last.receivedAt, last.id)
    return { rows, nextCursor }
  })
}

/** How many wait, are late, end today, have nobody, and are the officer's own. */
export async function getQueueCounts(ctx: Ctx, raw: QueueCountsInput): Promise<QueueCountsOutput> {
  const input = parse(queueCountsInput, raw)
  return withTenant(ctx, async (tx) => {
    const [{ unitId }, calendar] = await Promise.all([scopeOf(tx, 'unit', input.unitId), calendarFor(tx)])
    const now = tx.clock.now()
    const personId = tx.actor.kind === 'officer' ? tx.actor.personId : null
    return queueFigures(tx, {
      unitId,
      personId,
      turn: turnFor(tx),
      now,
      endOfToday: calendar.endOf(calendar.dayOf(now)),
    })
  })
}

type QueueScope = 'mine' | 'turn' | 'unit' | 'unassigned' | 'all'

/** What a row says to this officer: the step that waits, and whether it may be taken. */
function forActor(tx: TxCtx, line: Pick<QueueLine, 'unit' | 'person' | 'status'>, tasks: QueueLine['tasks']) {
  const owner = { unitId: line.unit.id, personId: line.person?.id ?? null }
  const subject = { ...owner, accountId: null, unitLine: [owner.unitId] }
  return {
    turn: line.status === 'open' ? turnOf(tx.actor, tasks, owner) : null,
    canTake: line.status === 'open' && owner.personId === null && can(tx.actor, 'take', subject),
  }
}

function turnFor({ actor }: TxCtx): Turn | undefined {
  if (actor.kind !== 'officer') return undefined
  const { personId, unitIds, headOf, roles } = actor
  return { personId, unitIds, headOf, roles }
}

async function scopeOf(tx: TxCtx, scope: QueueScope, wanted: Id | undefined) {
  const { actor } = tx
  if (actor.kind !== 'officer' && actor.kind !== 'system') throw new ForbiddenError()
  const own = actor.kind === 'officer' ? actor.unitIds[0] : undefined
  if (scope === 'mine' && actor.kind === 'officer')
    return { unitId: undefined, personId: actor.personId, unassigned: false, turn: undefined }
  if (scope === 'turn' && actor.kind === 'officer')
    return { unitId: undefined, personId: undefined, unassigned: false, turn: turnFor(tx) }
  const unitId = scope === 'all' ? undefined : (wanted ?? own)
  const member = unitId !== undefined && actor.kind === 'officer' && actor.unitIds.includes(unitId)
  const line = unitId === undefined || member ? [unitId ?? ''] : await unitLine(tx, unitId, tx.clock.now())
  authorise(canReadQueue(actor, line))
  return { unitId, personId: undefined, unassigned: scope === 'unassigned', turn: undefined }
}

/** A name as a list shows it: the first letter only; the whole name is on the petition, where its reading is recorded. */
function maskName(name: string): string {
  const [first = '', ...rest] = [...name]
  return first + '○'.repeat(Math.min(rest.length, 3))
}

/** Names of the services under the release each petition runs on. */
export async function serviceNames(
  tx: TxCtx,
  lines: readonly Pick<QueueLine, 'releaseHash' | 'serviceKey'>[],
): Promise<Map<string, LocalizedText>> {
  const names = new Map<string, LocalizedText>()
  for (const hash of new Set(lines.map((line) => line.releaseHash))) {
    const { customer } = await releaseByHash(tx, hash)
    for (const service of customer.services) names.set(`${hash}:${service.key}`, service.name)
  }
  return names
}
