import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Cursor } from './cursor.ts'
import type { Stage, Status } from './domain/petition.ts'

/** A citizen's own petitions at this agency, the newest first. */
export async function petitionsOfAccount(tx: TxCtx, accountId: Id, after: Cursor | undefined, limit: number) {
  const rows = await tx.sql.execute<{
    id: Id
    number: string
    title: string
    service_key: string
    release_hash: string
    stage: Stage
    status: Status
    filed_at: string
    due_at: string
    completed_at: string | null
    rated: boolean
    unread: number
  }>(sql`
    select p.id, p.number, p.title, p.service_key, p.release_hash, p.stage, p.status, p.filed_at, p.due_at, p.completed_at,
      exists (select from public.rating r where r.tenant_id = p.tenant_id and r.petition_id = p.id and r.sequence = p.sequence) as rated,
      (select count(*)::int from public.petition_message m where m.tenant_id = p.tenant_id and m.petition_id = p.id
        and m.sender = 'officer' and m.read_at is null) as unread
    from public.petition p
    where p.tenant_id = ${tx.tenantId} and p.customer_id = (
        select id from public.customer where tenant_id = ${tx.tenantId} and account_id = ${accountId})
      ${after === undefined ? sql`` : sql`and (p.filed_at, p.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by p.filed_at desc, p.id desc limit ${limit}`)
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    title: row.title,
    serviceKey: row.service_key,
    releaseHash: row.release_hash,
    stage: row.stage,
    status: row.status,
    filedAt: new Date(row.filed_at),
    dueAt: new Date(row.due_at),
    completedAt: row.completed_at === null ? null : new Date(row.completed_at),
    rated: row.rated,
    unread: row.unread,
  }))
}

/** Drafts of a citizen, the last saved first. */
export async function draftsOfAccount(tx: TxCtx, accountId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    service_key: string | null
    title: string
    body: string
    visibility: 'private' | 'public'
    file_ids: unknown
    saved_at: string
    version: number
  }>(sql`
    select d.id, d.service_key, d.title, d.body, d.visibility, to_jsonb(d.file_ids) as file_ids, d.saved_at, d.version
    from public.petition_draft d
    where d.tenant_id = ${tx.tenantId} and d.customer_id = (
      select id from public.customer where tenant_id = ${tx.tenantId} and account_id = ${accountId})
    order by d.saved_at desc limit 20`)
  return rows.map((row) => ({
    id: row.id,
    serviceKey: row.service_key,
    title: row.title,
    body: row.body,
    visibility: row.visibility,
    fileIds: (typeof row.file_ids === 'string' ? JSON.parse(row.file_ids) : row.file_ids) as Id[],
    savedAt: new Date(row.saved_at).toISOString(),
    version: row.version,
  }))
}

export interface VoiceFilter {
  readonly least: number
  readonly most: number
  readonly serviceKey: string | undefined
  readonly unitId: Id | undefined
  readonly after: Cursor | undefined
  readonly limit: number
}

/** Rated comments, the newest first: what was said and about which unit, never by whom. */
export async function ratedComments(tx: TxCtx, filter: VoiceFilter) {
  const { after } = filter
  const rows = await tx.sql.execute<{
    id: Id
    petition_id: Id
    service_key: string
    release_hash: string
    unit_id: Id
    unit_name: LocalizedText | null
    promptness: number
    kindness: number
    attitude: number
    overall: number
    comment: string
    rated_at: string
  }>(sql`
    select r.id, r.petition_id, r.service_key, p.release_hash, r.unit_id, r.promptness, r.kindness, r.attitude, r.overall,
      r.comment, r.rated_at,
      (select v.name from public.unit_version v where v.tenant_id = r.tenant_id and v.unit_id = r.unit_id
        order by v.valid_from desc limit 1) as unit_name
    from public.rating r join public.petition p on p.tenant_id = r.tenant_id and p.id = r.petition_id
    where r.tenant_id = ${tx.tenantId} and r.comment is not null and r.overall between ${filter.least} and ${filter.most}
      ${filter.serviceKey === undefined ? sql`` : sql`and r.service_key = ${filter.serviceKey}`}
      ${filter.unitId === undefined ? sql`` : sql`and r.unit_id = ${filter.unitId}`}
      ${after === undefined ? sql`` : sql`and (r.rated_at, r.id) < (${after.at}::timestamptz, ${after.id}::uuid)`}
    order by r.rated_at desc, r.id desc limit ${filter.limit}`)
  return rows.map((row) => ({
    ratingId: row.id,
    petitionId: row.petition_id,
    serviceKey: row.service_key,
    releaseHash: row.release_hash,
    unit: { id: row.unit_id, name: row.unit_name ?? { ko: '—', en: '—' } },
    promptness: row.promptness,
    kindness: row.kindness,
    attitude: row.attitude,
    overall: row.overall,
    comment: row.comment,
    ratedAt: new Date(row.rated_at),
  }))
}
