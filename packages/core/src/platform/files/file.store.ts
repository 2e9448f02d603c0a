import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'

export interface StoredFile {
  readonly id: Id
  readonly name: string
  readonly size: number
  readonly mediaType: string
  readonly hash: string
  /** The account that uploaded it; null for the system. */
  readonly uploadedBy: Id | null
}

/** Writes what is known of a file; its bytes lie in the store under their hash. */
export async function insertFile(tx: TxCtx, file: StoredFile): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.file (tenant_id, id, hash, size, media_type, name, uploaded_by)
    values (${tx.tenantId}, ${file.id}, ${file.hash}, ${file.size}, ${file.mediaType}, ${file.name}, ${file.uploadedBy}::uuid)`)
}

/** Files by id, in the order asked for; unknown ones are left out. */
export async function filesById(tx: TxCtx, ids: readonly Id[]): Promise<StoredFile[]> {
  if (ids.length === 0) return []
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    size: string | number
    media_type: string
    hash: string
    uploaded_by: Id | null
  }>(sql`
    select file.id, name, size, media_type, hash, uploaded_by
    from jsonb_array_elements_text(${JSON.stringify(ids)}::text::jsonb) with ordinality as x(id, n)
    join public.file on file.tenant_id = ${tx.tenantId} and file.id = x.id::uuid order by x.n`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: Number(row.size),
    mediaType: row.media_type,
    hash: row.hash,
    uploadedBy: row.uploaded_by,
  }))
}
