import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

export const TEXT_STATUSES = ['extracted', 'unreadable', 'too-large', 'not-supported'] as const

/** What was read out of a file. */
export interface FileText {
  readonly status: (typeof TEXT_STATUSES)[number]
  readonly text: string
  /** Whether the file holds more than `text`. */
  readonly cut: boolean
  /** Pages of the document, 0 where that is not known; how many of the first are drawn. */
  readonly pages: number
  readonly drawn: number
}

/** What was read out of a file; undefined while nobody has read it. */
export async function findFileText(tx: TxCtx, fileId: Id): Promise<FileText | undefined> {
  const [row] = await tx.sql.execute<{ [K in keyof FileText]: FileText[K] }>(sql`
    select status, text, cut, pages, drawn from public.file_text
    where tenant_id = ${tx.tenantId} and file_id = ${fileId}`)
  return row
}

/** Keeps what was read; what was read before is replaced. */
export async function storeFileText(tx: TxCtx, fileId: Id, found: FileText): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.file_text (tenant_id, file_id, status, text, cut, pages, drawn, extracted_at)
    values (${tx.tenantId}, ${fileId}, ${found.status}, ${found.text}, ${found.cut}, ${found.pages}, ${found.drawn},
      ${tx.clock.now().toISOString()})
    on conflict (tenant_id, file_id) do update set status = excluded.status, text = excluded.text, cut = excluded.cut,
      pages = excluded.pages, drawn = excluded.drawn, extracted_at = excluded.extracted_at,
      recorded_at = clock_timestamp()`)
}

/** What was read out of another file with the same bytes. */
export async function textOfSameBytes(tx: TxCtx, hash: string): Promise<FileText | undefined> {
  const [row] = await tx.sql.execute<{ [K in keyof FileText]: FileText[K] }>(sql`
    select t.status, t.text, t.cut, t.pages, t.drawn from public.file f
    join public.file_text t on t.tenant_id = f.tenant_id and t.file_id = f.id
    where f.tenant_id = ${tx.tenantId} and f.hash = ${hash} limit 1`)
  return row
}

/** Files nobody has read yet, uploaded before the given moment, the newest first. */
export async function unreadFiles(tx: TxCtx, before: Date, limit: number): Promise<Id[]> {
  const rows = await tx.sql.execute<{ id: Id }>(sql`
    select f.id from public.file f where f.tenant_id = ${tx.tenantId} and f.created_at < ${before.toISOString()}
      and not exists (select 1 from public.file_text t where t.tenant_id = f.tenant_id and t.file_id = f.id)
    order by f.id desc limit ${limit}`)
  return rows.map((row) => row.id)
}
