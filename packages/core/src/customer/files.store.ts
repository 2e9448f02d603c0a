import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { fileLinks, ownFile } from './petition.store.ts'

/** Ties files the actor uploaded to a part of a petition. @returns how many were tied; fewer than asked: one is unknown */
export async function attachFiles(
  tx: TxCtx,
  petitionId: Id,
  fileIds: readonly Id[],
  part: 'request' | 'supplement' | 'answer',
  partId: Id | null,
): Promise<number> {
  if (fileIds.length === 0) return 0
  const rows = await tx.sql.execute(sql`
    insert into public.petition_file (tenant_id, id, petition_id, file_id, part, part_id, attached_at)
    select ${tx.tenantId}::uuid, x.id, ${petitionId}::uuid, file.id, ${part}::text, ${partId}::uuid,
      ${tx.clock.now().toISOString()}::timestamptz
    from jsonb_to_recordset(${fileLinks(fileIds)}::text::jsonb) as x(id uuid, file_id uuid)
    join public.file on file.tenant_id = ${tx.tenantId} and file.id = x.file_id ${ownFile(tx.actor)}
    returning id`)
  return rows.length
}

/** The petitions a file is tied to. */
export async function petitionsOfFile(tx: TxCtx, fileId: Id): Promise<Id[]> {
  const rows = await tx.sql.execute<{ petition_id: Id }>(sql`
    select distinct petition_id from public.petition_file where tenant_id = ${tx.tenantId} and file_id = ${fileId}`)
  return rows.map((row) => row.petition_id)
}

/** The ids of the files tied to a petition's part, oldest first. */
export async function fileIdsOf(tx: TxCtx, petitionId: Id, parts: readonly string[]): Promise<Id[]> {
  const rows = await tx.sql.execute<{ file_id: Id }>(sql`
    select file_id from public.petition_file where tenant_id = ${tx.tenantId} and petition_id = ${petitionId}
      and part in (select x from jsonb_array_elements_text(${JSON.stringify(parts)}::text::jsonb) as x) order by id`)
  return rows.map((row) => row.file_id)
}
