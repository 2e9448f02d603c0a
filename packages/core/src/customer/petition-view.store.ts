import { sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Stage } from './domain/petition.ts'

export interface UnitName {
  readonly id: Id
  readonly name: LocalizedText
}

export interface PersonName {
  readonly id: Id
  readonly name: string
  readonly title: LocalizedText | null
  readonly phone: string | null
}

export interface StepLine {
  readonly id: Id
  readonly kind: string
  readonly stage: Stage
  readonly element: string | null
  readonly at: string
  readonly recordedAt: string
  readonly actor: { readonly kind: string; readonly name: string | null }
  readonly unit: UnitName | null
  readonly person: PersonName | null
  readonly reason: string | null
  /** What the step settled, as in the results of a task. */
  readonly facts: Readonly<Record<string, unknown>>
}

const UNNAMED: LocalizedText = { ko: '—', en: '—' }

/** The steps of a petition in order, with the names units, posts and people had at the time. */
export async function stepsOf(tx: TxCtx, petitionId: Id): Promise<StepLine[]> {
  const rows = await tx.sql.execute<{
    id: Id
    kind: string
    stage: Stage
    element: string | null
    occurred_at: string
    recorded_at: string
    actor_kind: string
    actor_name: string | null
    unit_id: Id | null
    unit_name: LocalizedText | null
    person_id: Id | null
    person_name: string | null
    title: LocalizedText | null
    phone: string | null
    reason: string | null
    facts: Record<string, unknown> | null
  }>(sql`
    select s.id, s.facts, s.kind, s.stage, s.element, s.occurred_at, s.recorded_at, s.actor_kind, s.unit_id, s.person_id, s.reason,
      coalesce(a.name, c.name) as actor_name, o.name as person_name, o.phone,
      (select v.name from public.unit_version v where v.tenant_id = s.tenant_id and v.unit_id = s.unit_id
        order by (v.valid_from <= s.occurred_at and (v.valid_to is null or v.valid_to > s.occurred_at)) desc, v.valid_from desc
        limit 1) as unit_name,
      (select q.title from public.post q where q.tenant_id = s.tenant_id and q.person_id = s.person_id and q.unit_id = s.unit_id
        order by q.valid_from desc limit 1) as title
    from public.petition_step s
    left join public.person o on o.tenant_id = s.tenant_id and o.id = s.person_id
    left join public.person a on a.tenant_id = s.tenant_id and a.id = s.actor_id and s.actor_kind = 'officer'
    left join public.petition p on p.tenant_id = s.tenant_id and p.id = s.petition_id and s.actor_kind = 'citizen'
    left join public.customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    where s.tenant_id = ${tx.tenantId} and s.petition_id = ${petitionId} order by s.id`)
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    stage: row.stage,
    element: row.element,
    at: instant(row.occurred_at),
    recordedAt: instant(row.recorded_at),
    actor: { kind: row.actor_kind, name: row.actor_name },
    unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? UNNAMED },
    person:
      row.person_id === null
        ? null
        : { id: row.person_id, name: row.person_name ?? '—', title: row.title, phone: row.phone },
    reason: row.reason,
    facts: row.facts ?? {},
  }))
}

/** A unit's latest name and a person's name, title there and phone. */
export async function ownerOf(
  tx: TxCtx,
  unitId: Id,
  personId: Id | null,
): Promise<{ unit: UnitName; person: PersonName | null }> {
  const [row] = await tx.sql.execute<{
    unit_name: LocalizedText | null
    name: string | null
    phone: string | null
    title: LocalizedText | null
  }>(sql`
    select (select v.name from public.unit_version v where v.tenant_id = ${tx.tenantId} and v.unit_id = ${unitId}
        order by v.valid_from desc limit 1) as unit_name, o.name, o.phone,
      (select q.title from public.post q where q.tenant_id = ${tx.tenantId} and q.person_id = ${personId}::uuid
        and q.unit_id = ${unitId} order by q.valid_from desc limit 1) as title
    from (select 1) one left join public.person o on o.tenant_id = ${tx.tenantId} and o.id = ${personId}::uuid`)
  const person =
    personId === null
      ? null
      : { id: personId, name: row?.name ?? '—', title: row?.title ?? null, phone: row?.phone ?? null }
  return { unit: { id: unitId, name: row?.unit_name ?? UNNAMED }, person }
}

/** The talk, oldest first, with who spoke. */
export async function messagesOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    sender: 'citizen' | 'officer'
    name: string | null
    body: string
    sent_at: string
    read_at: string | null
  }>(sql`
    select m.id, m.sender, m.body, m.sent_at, m.read_at, case when m.sender = 'officer' then o.name else c.name end as name
    from public.petition_message m
    join public.petition p on p.tenant_id = m.tenant_id and p.id = m.petition_id
    left join public.person o on o.tenant_id = m.tenant_id and o.id = m.person_id
    left join public.customer c on c.tenant_id = m.tenant_id and c.id = p.customer_id
    where m.tenant_id = ${tx.tenantId} and m.petition_id = ${petitionId} order by m.id`)
  return rows.map((row) => ({
    id: row.id,
    sender: row.sender,
    name: row.name ?? '—',
    body: row.body,
    sentAt: instant(row.sent_at),
    readAt: maybe(row.read_at),
  }))
}

/** The files of a petition by part, oldest first. */
export async function attachmentsOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    name: string
    size: string | number
    media_type: string
    part: 'request' | 'supplement' | 'answer'
    part_id: Id | null
  }>(sql`
    select f.id, f.name, f.size, f.media_type, l.part, l.part_id from public.petition_file l
    join public.file f on f.tenant_id = l.tenant_id and f.id = l.file_id
    where l.tenant_id = ${tx.tenantId} and l.petition_id = ${petitionId} order by l.id`)
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    size: Number(row.size),
    mediaType: row.media_type,
    part: row.part,
    partId: row.part_id,
  }))
}

/** What was asked for in addition, oldest first. */
export async function supplementsOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    status: 'open' | 'submitted' | 'lapsed'
    request: string
    requested_at: string
    until: string
    reply: string | null
    submitted_at: string | null
  }>(sql`
    select id, status, request, requested_at, until, reply, submitted_at from public.supplement_request
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} order by id`)
  return rows.map((row) => ({
    id: row.id,
    status: row.status,
    request: row.request,
    requestedAt: instant(row.requested_at),
    until: instant(row.until),
    reply: row.reply,
    submittedAt: maybe(row.submitted_at),
  }))
}

/** Answers by completion; the last may be a draft. */
export async function answersOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    id: Id
    sequence: number
    status: 'draft' | 'submitted' | 'final'
    body: string
    file_ids: unknown
    saved_at: string
    answered_at: string | null
    version: number
  }>(sql`
    select id, sequence, status, body, to_jsonb(file_ids) as file_ids, saved_at, answered_at, version from public.answer
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} order by sequence`)
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    status: row.status,
    body: row.body,
    fileIds: (typeof row.file_ids === 'string' ? JSON.parse(row.file_ids) : row.file_ids) as Id[],
    savedAt: instant(row.saved_at),
    answeredAt: maybe(row.answered_at),
    version: row.version,
  }))
}

/** Ratings by completion. */
export async function ratingsOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    sequence: number
    promptness: number
    kindness: number
    attitude: number
    overall: number
    comment: string | null
    rated_at: string
  }>(sql`
    select sequence, promptness, kindness, attitude, overall, comment, rated_at from public.rating
    where tenant_id = ${tx.tenantId} and petition_id = ${petitionId} order by sequence`)
  return rows.map(({ rated_at, ...row }) => ({ ...row, ratedAt: instant(rated_at) }))
}

/** Hand-overs to and from other agencies, oldest first. */
export async function transfersOf(tx: TxCtx, petitionId: Id) {
  const rows = await tx.sql.execute<{
    direction: 'out' | 'in'
    slug: string | null
    name: LocalizedText | null
    other_number: string | null
    status: 'sent' | 'received' | 'refused'
    reason: string
    refusal: string | null
    sent_at: string
    decided_at: string | null
  }>(sql`
    select x.direction, t.slug, t.name, x.other_number, x.status, x.reason, x.refusal, x.sent_at, x.decided_at
    from public.petition_transfer x left join shared.tenant t on t.id = x.other_tenant_id
    where x.tenant_id = ${tx.tenantId} and x.petition_id = ${petitionId} order by x.id`)
  return rows.map((row) => ({
    direction: row.direction,
    agency: { slug: row.slug ?? '', name: row.name ?? UNNAMED },
    number: row.other_number,
    status: row.status,
    reason: row.reason,
    refusal: row.refusal,
    sentAt: instant(row.sent_at),
    decidedAt: maybe(row.decided_at),
  }))
}

/** The name of an agency, this or another. */
export async function agencyName(tx: TxCtx, tenantId: Id): Promise<LocalizedText> {
  const [row] = await tx.sql.execute<{ name: LocalizedText }>(
    sql`select name from shared.tenant where id = ${tenantId}`,
  )
  return row?.name ?? UNNAMED
}

function instant(value: string): string {
  return new Date(value).toISOString()
}

function maybe(value: string | null): string | null {
  return value === null ? null : instant(value)
}
