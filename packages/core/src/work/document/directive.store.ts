import { type SQL, sql } from 'drizzle-orm'
import { type Id, newId } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { withinAudience } from '../audience.store.ts'
import type { PersonAs } from './document.store.ts'
import { at, type Cursor, json, toDate } from './sql.store.ts'

export type DirectiveState = 'open' | 'reported' | 'closed'

export interface StoredDirective {
  readonly id: Id
  readonly documentId: Id
  readonly documentTitle: string
  readonly documentNumber: string | null
  readonly body: string
  readonly giver: PersonAs
  readonly giverUnitId: Id
  readonly person: PersonAs
  readonly unitId: Id
  readonly givenAt: Date
  readonly dueDate: string | null
  readonly state: DirectiveState
  readonly reportedAt: Date | null
  readonly closedAt: Date | null
  readonly inTime: boolean | null
  readonly version: number
}

export interface NewDirective {
  readonly id: Id
  readonly opinionId: Id
  readonly body: string
  readonly giver: PersonAs
  readonly giverUnitId: Id
  readonly person: PersonAs
  readonly unitId: Id
  readonly dueDate: string | null
}

/** Writes directives of a document as given now. */
export async function insertDirectives(tx: TxCtx, documentId: Id, directives: readonly NewDirective[]): Promise<void> {
  if (directives.length === 0) return
  const rows = directives.map((one) => ({
    id: one.id,
    opinion_id: one.opinionId,
    body: one.body,
    giver: one.giver,
    giver_unit_id: one.giverUnitId,
    person: one.person,
    unit_id: one.unitId,
    due_date: one.dueDate,
  }))
  await tx.sql.execute(sql`
    insert into public.directive (tenant_id, id, document_id, opinion_id, body, giver_id, giver, giver_unit_id, person_id, person, unit_id,
      given_at, due_date, state, changed_at)
    select ${tx.tenantId}::uuid, x.id, ${documentId}::uuid, x.opinion_id, x.body, (x.giver ->> 'id')::uuid, x.giver, x.giver_unit_id,
      (x.person ->> 'id')::uuid, x.person, x.unit_id, ${at(tx.clock.now())}, x.due_date, 'open', ${at(tx.clock.now())}
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, opinion_id uuid, body text, giver jsonb,
      giver_unit_id uuid, person jsonb, unit_id uuid, due_date date)`)
}

export interface DirectiveFilter {
  readonly id?: Id
  readonly documentId?: Id
  readonly personId?: Id
  readonly giverId?: Id
  readonly unitIds?: readonly Id[] | undefined
  readonly state?: DirectiveState | 'overdue' | 'not-closed' | undefined
  readonly search?: string | undefined
  readonly today: string
  readonly after?: Cursor | undefined
  readonly limit: number
}

/** Directives of documents the actor may know of, the last given first. */
export async function findDirectives(tx: TxCtx, filter: DirectiveFilter): Promise<StoredDirective[]> {
  const f = filter
  const rows = await tx.sql.execute<Record<string, unknown>>(sql`
    select x.id, x.document_id, d.title, d.number, x.body, x.giver, x.giver_unit_id, x.person, x.unit_id, x.given_at, x.due_date, x.state,
      x.reported_at, x.closed_at, x.in_time, x.version
    from public.directive x join public.document d on d.tenant_id = x.tenant_id and d.id = x.document_id
    where x.tenant_id = ${tx.tenantId} and ${withinAudience(tx.actor, 'd')} ${sql.join(conditions(f), sql` `)}
    order by x.given_at desc, x.id desc limit ${f.limit}`)
  return rows.map((row) => ({
    id: row.id as Id,
    documentId: row.document_id as Id,
    documentTitle: row.title as string,
    documentNumber: row.number as string | null,
    body: row.body as string,
    giver: json<PersonAs>(row.giver),
    giverUnitId: row.giver_unit_id as Id,
    person: json<PersonAs>(row.person),
    unitId: row.unit_id as Id,
    givenAt: new Date(row.given_at as string),
    dueDate: row.due_date as string | null,
    state: row.state as DirectiveState,
    reportedAt: toDate(row.reported_at as string | null),
    closedAt: toDate(row.closed_at as string | null),
    inTime: row.in_time as boolean | null,
    version: row.version as number,
  }))
}

function conditions(f: DirectiveFilter): SQL[] {
  const parts: SQL[] = []
  if (f.id !== undefined) parts.push(sql`and x.id = ${f.id}::uuid`)
  if (f.documentId !== undefined) parts.push(sql`and x.document_id = ${f.documentId}::uuid`)
  if (f.personId !== undefined) parts.push(sql`and x.person_id = ${f.personId}::uuid`)
  if (f.giverId !== undefined) parts.push(sql`and x.giver_id = ${f.giverId}::uuid`)
  if (f.unitIds !== undefined) parts.push(sql`and x.unit_id = any(${`{${f.unitIds.join(',')}}`}::text::uuid[])`)
  if (f.state === 'overdue') parts.push(sql`and x.state = 'open' and x.due_date < ${f.today}::date`)
  else if (f.state === 'not-closed') parts.push(sql`and x.state <> 'closed'`)
  else if (f.state !== undefined) parts.push(sql`and x.state = ${f.state}`)
  if (f.search !== undefined && f.search !== '') {
    const pattern = `%${f.search.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)}%`
    parts.push(sql`and (x.body ilike ${pattern} or d.title ilike ${pattern} or d.number ilike ${pattern})`)
  }
  if (f.after !== undefined)
    parts.push(sql`and (x.given_at, x.id) < (${f.after.key}::timestamptz, ${f.after.id}::uuid)`)
  return parts
}

/**
 * Writes how far a directive is.
 * @returns false when somebody changed it meanwhile
 */
export async function updateDirective(
  tx: TxCtx,
  directive: { id: Id; version: number },
  change: { state: DirectiveState; reportedAt: Date | null; closedAt: Date | null; inTime: boolean | null },
): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    update public.directive set state = ${change.state}::text, reported_at = ${at(change.reportedAt)}, closed_at = ${at(change.closedAt)},
      in_time = ${change.inTime}::boolean, changed_at = ${at(tx.clock.now())}, version = version + 1
    where tenant_id = ${tx.tenantId} and id = ${directive.id} and version = ${directive.version} returning id`)
  return rows.length === 1
}

export interface DirectiveReport {
  readonly id: Id
  readonly directiveId: Id
  readonly kind: 'report' | 'accepted' | 'sent-back'
  readonly text: string
  readonly person: string
  readonly at: string
}

/** Adds what a person says was done, or what the giver says to it. */
export async function addDirectiveReport(
  tx: TxCtx,
  report: { directiveId: Id; kind: DirectiveReport['kind']; text: string; person: { id: Id; name: string } },
): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.directive_report (tenant_id, id, directive_id, kind, body, person_id, person_name, occurred_at)
    values (${tx.tenantId}::uuid, ${newId()}::uuid, ${report.directiveId}::uuid, ${report.kind}::text, ${report.text}::text,
      ${report.person.id}::uuid, ${report.person.name}::text, ${at(tx.clock.now())})`)
}

/** The reports of directives, the first first. */
export async function reportsOf(tx: TxCtx, directiveIds: readonly Id[]): Promise<DirectiveReport[]> {
  if (directiveIds.length === 0) return []
  const rows = await tx.sql.execute<{
    id: Id
    directive_id: Id
    kind: DirectiveReport['kind']
    body: string
    person_name: string
    occurred_at: string
  }>(sql`
    select id, directive_id, kind, body, person_name, occurred_at from public.directive_report
    where tenant_id = ${tx.tenantId} and directive_id = any(${`{${directiveIds.join(',')}}`}::text::uuid[]) order by id`)
  return rows.map((row) => ({
    id: row.id,
    directiveId: row.directive_id,
    kind: row.kind,
    text: row.body,
    person: row.person_name,
    at: new Date(row.occurred_at).toISOString(),
  }))
}

/** How many directives a person has open and late, and how many they gave that are reported as done. */
export async function directiveFigures(tx: TxCtx, personId: Id, today: string) {
  const [row] = await tx.sql.execute<{ open: number; overdue: number; to_close: number }>(sql`
    select count(*) filter (where person_id = ${personId}::uuid and state = 'open')::int as open,
      count(*) filter (where person_id = ${personId}::uuid and state = 'open' and due_date < ${today}::date)::int as overdue,
      count(*) filter (where giver_id = ${personId}::uuid and state = 'reported')::int as to_close
    from public.directive where tenant_id = ${tx.tenantId} and state <> 'closed' and (person_id = ${personId}::uuid or giver_id = ${personId}::uuid)`)
  return { open: row?.open ?? 0, overdue: row?.overdue ?? 0, toClose: row?.to_close ?? 0 }
}

/** Whether a document still has a directive that is not closed. */
export async function hasOpenDirective(tx: TxCtx, documentId: Id): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.directive where tenant_id = ${tx.tenantId} and document_id = ${documentId} and state <> 'closed' limit 1`)
  return rows.length > 0
}

/** People who were given a directive of a document. */
export async function directedPeople(tx: TxCtx, documentId: Id): Promise<Id[]> {
  const rows = await tx.sql.execute<{ person_id: Id }>(sql`
    select distinct person_id from public.directive where tenant_id = ${tx.tenantId} and document_id = ${documentId}`)
  return rows.map((row) => row.person_id)
}

/** Directives past their day that nobody has been told of, marked as told. */
export async function takeOverdue(tx: TxCtx, today: string): Promise<{ personId: Id; giverId: Id; documentId: Id }[]> {
  const rows = await tx.sql.execute<{ person_id: Id; giver_id: Id; document_id: Id }>(sql`
    update public.directive set reminded_on = ${today}::date
    where tenant_id = ${tx.tenantId} and state = 'open' and due_date < ${today}::date and reminded_on is null
    returning person_id, giver_id, document_id`)
  return rows.map((row) => ({ personId: row.person_id, giverId: row.giver_id, documentId: row.document_id }))
}

/** Whether a directive is past its day without anybody having been told. */
export async function overdueExists(tx: TxCtx, today: string): Promise<boolean> {
  const rows = await tx.sql.execute(sql`
    select 1 from public.directive where tenant_id = ${tx.tenantId} and state = 'open' and due_date < ${today}::date
      and reminded_on is null limit 1`)
  return rows.length > 0
}
