import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { kindOf } from '../act.ts'
import { inboxFigures, pageOfInbox } from '../inbox.store.ts'
import { packCursor, unpackCursor } from '../sql.store.ts'
import { type InboxCounts, type InboxInput, type InboxOutput, inboxInput } from '../types.ts'

/** A box of the officer's 결재함. */
export async function getInbox(ctx: Ctx, raw: InboxInput): Promise<InboxOutput> {
  const { order, cursor, direction: _, limit, ...input } = parse(inboxInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const found = await pageOfInbox(tx, {
      box: input.box,
      personId: actor.personId,
      kindKey: input.kindKey,
      role: input.role,
      search: input.search,
      sort: input.sort,
      descending: order === 'desc',
      after: unpackCursor(cursor, input.sort === 'date' ? 'instant' : 'text'),
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const rows: InboxOutput['rows'] = []
    for (const { kindKey, releaseHash, unitId, drafter, at, submittedAt, completedAt, ...line } of page) {
      const { kind } = await kindOf(tx, { kindKey, releaseHash })
      rows.push({
        ...line,
        kind: { key: kind.key, name: kind.name, graded: kind.graded, dispatched: kind.dispatched },
        unit: { id: unitId, name: drafter.unit ?? { ko: '—', en: '—' } },
        drafter: { id: drafter.id, name: drafter.name },
        at: at.toISOString(),
        submittedAt: submittedAt?.toISOString() ?? null,
        completedAt: completedAt?.toISOString() ?? null,
        step: line.step,
        waitingFor: [...line.waitingFor],
        needsGrade: input.box === 'waiting' && line.step?.final === true && kind.graded,
      })
    }
    const last = found.length > limit ? page.at(-1) : undefined
    const key = last === undefined ? '' : input.sort === 'date' ? last.at.toISOString() : last.title
    return { rows, nextCursor: last === undefined ? null : packCursor(key, last.id) }
  })
}

/** How much lies in the officer's boxes. */
export async function getInboxCounts(ctx: Ctx): Promise<InboxCounts> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, (tx) => inboxFigures(tx, actor.personId))
}
