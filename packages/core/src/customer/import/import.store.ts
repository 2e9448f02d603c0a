import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'

export interface ImportedCase {
  readonly externalId: string
  readonly petitionId: Id
  readonly contentHash: string
  readonly line: number
}

/** Keeps two imports of one log apart until the end of the transaction. */
export async function lockSource(tx: TxCtx, source: string): Promise<void> {
  await tx.sql.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`petition-import:${tx.tenantId}:${source}`}::text, 0))`,
  )
}

/** The content hashes of the cases that were imported before, by their id in the log. */
export async function importedHashes(
  tx: TxCtx,
  source: string,
  externalIds: readonly string[],
): Promise<Map<string, string>> {
  const rows = await tx.sql.execute<{ external_id: string; content_hash: string }>(sql`
    select external_id, content_hash from public.petition_import
    where tenant_id = ${tx.tenantId} and source = ${source}
      and external_id in (select x from jsonb_array_elements_text(${JSON.stringify(externalIds)}::text::jsonb) as x)`)
  return new Map(rows.map((row) => [row.external_id, row.content_hash]))
}

/** Records imported cases in one statement. */
export async function recordImported(tx: TxCtx, source: string, cases: readonly ImportedCase[]): Promise<void> {
  const rows = cases.map((one) => ({
    external_id: one.externalId,
    petition_id: one.petitionId,
    content_hash: one.contentHash,
    line: one.line,
  }))
  await tx.sql.execute(sql`
    insert into public.petition_import (tenant_id, source, external_id, petition_id, content_hash, line)
    select ${tx.tenantId}::uuid, ${source}::text, x.external_id, x.petition_id, x.content_hash, x.line
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb)
      as x(external_id text, petition_id uuid, content_hash text, line integer)`)
}
