import { sql } from 'drizzle-orm'
import { type Id, type LocalizedText, newId } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { PublishedDocument } from './schemas.ts'

/** Writes a publication with the agencies that may read it. */
export async function insertPublication(
  tx: TxCtx,
  publication: {
    readonly periodKey: string
    readonly releaseHash: string
    readonly releaseVersion: string
    readonly document: PublishedDocument
    readonly publishedBy: Id | null
    readonly reason: string
    readonly readers: readonly Id[]
  },
): Promise<Id> {
  const id = newId()
  await tx.sql.execute(sql`
    with published as (
      insert into public.published_score (tenant_id, id, period_key, release_hash, release_version, document, published_by, reason)
      values (${tx.tenantId}::uuid, ${id}::uuid, ${publication.periodKey}, ${publication.releaseHash}, ${publication.releaseVersion},
        ${JSON.stringify(publication.document)}::text::jsonb, ${publication.publishedBy}::uuid, ${publication.reason})
      returning tenant_id, id
    )
    insert into public.published_audience (tenant_id, published_id, reader_tenant_id)
    select p.tenant_id, p.id, x::uuid
    from published p, jsonb_array_elements_text(${JSON.stringify(publication.readers)}::text::jsonb) as x`)
  return id
}

/** A publication of another agency that names this one as a reader. */
export interface ReadablePublication {
  readonly publisherId: Id
  readonly agency: { readonly slug: string; readonly name: LocalizedText; readonly kind: string }
  readonly id: Id
  readonly periodKey: string
  readonly releaseHash: string
  readonly releaseVersion: string
  readonly document: PublishedDocument
  readonly publishedAt: Date
}

/** The newest publications this agency may read; the reading is recorded with each publisher. */
export async function readPublications(
  tx: TxCtx,
  periodKey: string | null,
  personId: Id | null,
): Promise<ReadablePublication[]> {
  const rows = await tx.sql.execute<{
    publisher_id: string
    slug: string
    name: LocalizedText
    kind: string
    id: string
    period_key: string
    release_hash: string
    release_version: string
    document: PublishedDocument
    published_at: string
  }>(sql`select * from platform.read_published_scores(${periodKey}, ${personId}::uuid)`)
  return rows.map((row) => ({
    publisherId: row.publisher_id,
    agency: { slug: row.slug, name: row.name, kind: row.kind },
    id: row.id,
    periodKey: row.period_key,
    releaseHash: row.release_hash,
    releaseVersion: row.release_version,
    document: row.document,
    publishedAt: new Date(row.published_at),
  }))
}

/** Which other agencies have read a publication, oldest first. */
export async function readersOf(tx: TxCtx, publishedId: Id): Promise<{ readerTenantId: Id; readAt: Date }[]> {
  const rows = await tx.sql.execute<{ reader_tenant_id: string; read_at: string }>(sql`
    select reader_tenant_id, read_at from public.published_read where published_id = ${publishedId}::uuid order by id`)
  return rows.map((row) => ({ readerTenantId: row.reader_tenant_id, readAt: new Date(row.read_at) }))
}
