import { sql } from 'drizzle-orm'
import { type Actor, type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import { at, uuids } from './sql.store.ts'

export interface DocumentFile {
  readonly id: Id
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly attachedAt: string
}

/** The files of a document in their order. */
export async function filesOf(tx: TxCtx, documentId: Id): Promise<DocumentFile[]> {
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    size: string | number
    media_type: string
    attached_at: string
  }>(sql`
    select f.id, f.name, f.size, f.media_type, l.attached_at from public.document_file l
    join public.file f on f.tenant_id = l.tenant_id and f.id = l.file_id
    where l.tenant_id = ${tx.tenantId} and l.document_id = ${documentId} order by l.position, l.id`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: Number(row.size),
    mediaType: row.media_type,
    attachedAt: new Date(row.attached_at).toISOString(),
  }))
}

/** The ids of a document's files, in order: what search reads and a dispatch takes along. */
export async function documentFileIds(tx: TxCtx, documentId: Id): Promise<Id[]> {
  return (await filesOf(tx, documentId)).map((file) => file.id)
}

/**
 * Makes these the document's files, in this order. New ones must have been uploaded by the actor, unless `inherit` names a
 * document whose files are taken over.
 * @returns how many are tied now; fewer than asked: one is unknown or somebody else's
 */
export async function setFiles(
  tx: TxCtx,
  documentId: Id,
  fileIds: readonly Id[],
  inherit: Id | null = null,
): Promise<number> {
  await tx.sql.execute(sql`
    delete from public.document_file where tenant_id = ${tx.tenantId} and document_id = ${documentId}
      and file_id <> all(${uuids(fileIds)})`)
  const rows = fileIds.map((fileId, i) => ({ id: newId(), file_id: fileId, position: i + 1 }))
  const tied = await tx.sql.execute(sql`
    insert into public.document_file as l (tenant_id, id, document_id, file_id, position, attached_at)
    select ${tx.tenantId}::uuid, x.id, ${documentId}::uuid, f.id, x.position, ${at(tx.clock.now())}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, file_id uuid, position integer)
    join public.file f on f.tenant_id = ${tx.tenantId} and f.id = x.file_id
    left join public.document_file o on o.tenant_id = f.tenant_id and o.file_id = f.id and o.document_id = ${inherit}::uuid
    where ${ownFile(tx.actor)} or o.id is not null or exists (select 1 from public.document_file m
      where m.tenant_id = f.tenant_id and m.file_id = f.id and m.document_id = ${documentId}::uuid)
    on conflict (tenant_id, document_id, file_id) do update set position = excluded.position
    returning l.id`)
  return tied.length
}

/** A person ties only what the same account uploaded; the system any file of the agency. */
function ownFile(actor: Actor) {
  return actor.kind === 'officer' || actor.kind === 'citizen'
    ? sql`f.uploaded_by = ${actor.accountId}::uuid`
    : sql`true`
}

/** Whether a file is tied to a document the actor may know of. */
export async function fileIsReadable(tx: TxCtx, fileId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.document_file l join public.document d on d.tenant_id = l.tenant_id and d.id = l.document_id
    where l.tenant_id = ${tx.tenantId} and l.file_id = ${fileId} and d.discarded_at is null and ${withinAudience(tx.actor, 'd')} limit 1`)
  return rows.length > 0
}
