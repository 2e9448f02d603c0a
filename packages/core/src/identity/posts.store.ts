import { sql } from 'drizzle-orm'
import type { Id, LocalizedText, Role } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

/** A post with its time; `validTo` is exclusive, null while it lasts. */
export interface Post {
  readonly id: Id
  readonly personId: Id
  readonly unitId: Id
  readonly title: LocalizedText
  readonly isHead: boolean
  readonly concurrent: boolean
  readonly validFrom: Date
  readonly validTo: Date | null
}

export interface RoleGrant {
  readonly id: Id
  readonly personId: Id
  readonly personName: string
  readonly role: Role
  readonly unitId: Id | null
  readonly validFrom: Date
  readonly validTo: Date | null
}

interface PostRow extends Record<string, unknown> {
  id: string
  person_id: string
  unit_id: string
  title: LocalizedText
  is_head: boolean
  concurrent: boolean
  valid_from: string
  valid_to: string | null
}

/** All posts a person has held, oldest first. */
export async function postsOfPerson(tx: TxCtx, personId: Id): Promise<Post[]> {
  const rows = await tx.sql.execute<PostRow>(sql`
    select id, person_id, unit_id, title, is_head, concurrent, valid_from, valid_to from public.post
    where person_id = ${personId}::uuid order by valid_from, id`)
  return rows.map(toPost)
}

/** A post by id. */
export async function postById(tx: TxCtx, postId: Id): Promise<Post | null> {
  const rows = await tx.sql.execute<PostRow>(sql`
    select id, person_id, unit_id, title, is_head, concurrent, valid_from, valid_to from public.post
    where id = ${postId}::uuid`)
  return rows[0] === undefined ? null : toPost(rows[0])
}

/** Posts that share time with the span given: the person's own, and the unit's head's. */
export async function overlappingPosts(
  tx: TxCtx,
  span: { personId: Id; unitId: Id; from: Date; to: Date | null },
): Promise<Post[]> {
  const rows = await tx.sql.execute<PostRow>(sql`
    select id, person_id, unit_id, title, is_head, concurrent, valid_from, valid_to from public.post
    where (person_id = ${span.personId}::uuid or (unit_id = ${span.unitId}::uuid and is_head))
      and valid_from < coalesce(${span.to?.toISOString() ?? null}::timestamptz, 'infinity')
      and coalesce(valid_to, 'infinity') > ${span.from.toISOString()}::timestamptz`)
  return rows.map(toPost)
}

/** Writes a post. */
export async function insertPost(tx: TxCtx, post: Post): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.post (tenant_id, id, person_id, unit_id, title, is_head, concurrent, valid_from, valid_to)
    values (${tx.tenantId}::uuid, ${post.id}::uuid, ${post.personId}::uuid, ${post.unitId}::uuid,
      ${JSON.stringify(post.title)}::text::jsonb, ${post.isHead}, ${post.concurrent},
      ${post.validFrom.toISOString()}::timestamptz, ${post.validTo?.toISOString() ?? null}::timestamptz)`)
}

/** Ends a post. */
export async function closePost(tx: TxCtx, postId: Id, validTo: Date): Promise<void> {
  await tx.sql.execute(sql`
    update public.post set valid_to = ${validTo.toISOString()}::timestamptz where id = ${postId}::uuid`)
}

interface GrantRow extends Record<string, unknown> {
  id: string
  person_id: string
  person_name: string
  role: Role
  unit_id: string | null
  valid_from: string
  valid_to: string | null
}

/** Role grants in force at an instant or later, of one person or of all, by name. */
export async function roleGrantsFrom(tx: TxCtx, at: Date, personId: Id | null): Promise<RoleGrant[]> {
  const rows = await tx.sql.execute<GrantRow>(sql`
    select g.id, g.person_id, p.name as person_name, g.role, g.unit_id, g.valid_from, g.valid_to
    from public.role_grant g join public.person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    where (g.valid_to is null or g.valid_to > ${at.toISOString()}::timestamptz)
      and (${personId}::uuid is null or g.person_id = ${personId}::uuid)
    order by p.name, g.id`)
  return rows.map(toGrant)
}

/** A grant by id. */
export async function grantById(tx: TxCtx, grantId: Id): Promise<RoleGrant | null> {
  const rows = await tx.sql.execute<GrantRow>(sql`
    select g.id, g.person_id, p.name as person_name, g.role, g.unit_id, g.valid_from, g.valid_to
    from public.role_grant g join public.person p on p.tenant_id = g.tenant_id and p.id = g.person_id
    where g.id = ${grantId}::uuid`)
  return rows[0] === undefined ? null : toGrant(rows[0])
}

/** Writes a grant. */
export async function insertGrant(tx: TxCtx, grant: Omit<RoleGrant, 'personName'>): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.role_grant (tenant_id, id, person_id, role, unit_id, valid_from, valid_to)
    values (${tx.tenantId}::uuid, ${grant.id}::uuid, ${grant.personId}::uuid, ${grant.role}, ${grant.unitId}::uuid,
      ${grant.validFrom.toISOString()}::timestamptz, ${grant.validTo?.toISOString() ?? null}::timestamptz)`)
}

/** Ends a grant; one that has not begun ends a millisecond after its start and so never counts. */
export async function closeGrant(tx: TxCtx, grantId: Id, at: Date): Promise<void> {
  await tx.sql.execute(sql`
    update public.role_grant set valid_to = greatest(${at.toISOString()}::timestamptz, valid_from + interval '1 millisecond')
    where id = ${grantId}::uuid`)
}

function toPost(row: PostRow): Post {
  return {
    id: row.id,
    personId: row.person_id,
    unitId: row.unit_id,
    title: row.title,
    isHead: row.is_head,
    concurrent: row.concurrent,
    validFrom: new Date(row.valid_from),
    validTo: row.valid_to === null ? null : new Date(row.valid_to),
  }
}

function toGrant(row: GrantRow): RoleGrant {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    role: row.role,
    unitId: row.unit_id,
    validFrom: new Date(row.valid_from),
    validTo: row.valid_to === null ? null : new Date(row.valid_to),
  }
}
