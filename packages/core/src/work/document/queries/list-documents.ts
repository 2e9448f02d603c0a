import { unitTasksByIds } from '../../../brm/index.ts'
import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { audit, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { kindOf } from '../act.ts'
import { daySpan } from '../domain/day.ts'
import { countOfDocuments, type DocumentFilter, type ListedDocument, pageOfDocuments } from '../listing.store.ts'
import { unitAndBelow } from '../route-proposal.ts'
import { DOCUMENT_LIMITS } from '../schema-parts.ts'
import { packCursor, unpackCursor } from '../sql.store.ts'
import {
  type CountDocumentsInput,
  type CountDocumentsOutput,
  countDocumentsInput,
  type DocumentRow,
  type ExportDocumentsInput,
  type ExportDocumentsOutput,
  exportDocumentsInput,
  type ListDocumentsInput,
  type ListDocumentsOutput,
  listDocumentsInput,
} from '../types.ts'

const COUNTED = 1_000

/** Documents one may know of: by words of number, title, body and attachments, kind, unit, days, grade and more. */
export async function listDocuments(ctx: Ctx, raw: ListDocumentsInput): Promise<ListDocumentsOutput> {
  const { sort, order, cursor, direction: _, limit, ...filters } = parse(listDocumentsInput, raw)
  requireReader(ctx)
  return withTenant(ctx, async (tx) => {
    const after = unpackCursor(cursor, sort === 'date' ? 'instant' : 'text')
    const descending = order === 'desc'
    const found = await pageOfDocuments(tx, await filterOf(tx, filters), { sort, descending, after, limit: limit + 1 })
    const page = found.slice(0, limit)
    const last = found.length > limit ? page.at(-1) : undefined
    return {
      rows: await rowsOf(tx, page),
      nextCursor: last === undefined ? null : packCursor(sort === 'date' ? last.at.toISOString() : last.title, last.id),
    }
  })
}

/** How many documents such a list has, up to 1,000. */
export async function countDocuments(ctx: Ctx, raw: CountDocumentsInput): Promise<CountDocumentsOutput> {
  const filters = parse(countDocumentsInput, raw)
  requireReader(ctx)
  return withTenant(ctx, async (tx) => {
    const n = await countOfDocuments(tx, await filterOf(tx, filters), COUNTED + 1)
    return { total: Math.min(n, COUNTED), more: n > COUNTED }
  })
}

/** The whole list for a spreadsheet, at most 5,000 rows. That it was taken is recorded. */
export async function exportDocuments(ctx: Ctx, raw: ExportDocumentsInput): Promise<ExportDocumentsOutput> {
  const filters = parse(exportDocumentsInput, raw)
  requireReader(ctx)
  return withTenant(ctx, async (tx) => {
    const most = DOCUMENT_LIMITS.exported
    const page = { sort: 'date' as const, descending: true, after: undefined, limit: most + 1 }
    const found = await pageOfDocuments(tx, await filterOf(tx, filters), page)
    const listed = found.slice(0, most)
    const tasks = new Map(
      (await unitTasksByIds(tx, [...new Set(listed.flatMap((one) => one.unitTaskId ?? []))])).map((task) => [
        task.id,
        task.name,
      ]),
    )
    const rows: ExportDocumentsOutput['rows'] = []
    for (const [i, row] of (await rowsOf(tx, listed)).entries()) {
      const one = listed[i]
      if (one === undefined) continue
      const { work } = await kindOf(tx, one)
      const category = work.knowledgeCategories.find(({ key }) => key === one.knowledgeCategory)?.name
      rows.push({
        ...row,
        unitTask: one.unitTaskId === null ? null : (tasks.get(one.unitTaskId) ?? null),
        knowledgeCategory: category ?? { ko: one.knowledgeCategory, en: one.knowledgeCategory },
      })
    }
    await audit(tx, {
      action: 'document.export',
      subjectType: 'document-list',
      subjectId: tx.tenantId,
      after: { rows: rows.length },
    })
    return { rows, cut: found.length > most }
  })
}

function requireReader(ctx: Ctx): void {
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
}

type Filters = ReturnType<typeof countDocumentsInput.parse>

async function filterOf(tx: TxCtx, { unitId, below, from, to, ...filters }: Filters): Promise<DocumentFilter> {
  const unitIds = unitId === undefined ? undefined : below ? await unitAndBelow(tx, unitId) : [unitId]
  return {
    ...filters,
    unitIds,
    from: from === undefined ? undefined : daySpan(from).from,
    to: to === undefined ? undefined : daySpan(to).to,
  }
}

async function rowsOf(tx: TxCtx, listed: readonly ListedDocument[]): Promise<DocumentRow[]> {
  const rows: DocumentRow[] = []
  for (const one of listed) {
    const { kind } = await kindOf(tx, one)
    rows.push({
      id: one.id,
      number: one.number,
      title: one.title,
      kind: { key: kind.key, name: kind.name },
      state: one.state,
      unit: { id: one.unitId, name: one.drafter.unit ?? { ko: '—', en: '—' } },
      drafter: { id: one.drafter.id, name: one.drafter.name },
      approver: one.approver?.name ?? null,
      grade: one.grade,
      disclosure: one.disclosure,
      retention: one.retention,
      files: one.files,
      at: one.at.toISOString(),
      completedAt: one.completedAt?.toISOString() ?? null,
      superseded: one.superseded,
    })
  }
  return rows
}
