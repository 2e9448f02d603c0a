import { type SQL, sql } from 'drizzle-orm'
import { type Actor, ConflictError, type Id, NotFoundError, newId, ValidationError } from '../kernel/index.ts'
import type { ProcessState } from '../model/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { ClockState } from './domain/deadline.ts'
import {
  type ArmedTimer,
  askedUnits,
  type OpenTask,
  type Outcome,
  type Petition,
  type PetitionState,
  type Stage,
  type Status,
  type StepDraft,
} from './domain/petition.ts'

export type StoredPetition = Petition<ProcessState>
export type StoredState = PetitionState<ProcessState>

/** A petition that has not been numbered yet. */
export type NewPetition = Omit<StoredPetition, 'number' | 'accountId' | 'changedBy' | 'changedAt' | 'version'> & {
  readonly externalRef: string | null
  readonly fileIds: readonly Id[]
}

type Row = {
  id: Id
  number: string
  customer_id: Id | null
  account_id: Id | null
  service_key: string
  release_hash: string
  process_key: string
  process_state: unknown
  tasks: unknown
  timers: unknown
  stage: Stage
  status: Status
  title: string
  body: string
  visibility: 'private' | 'public'
  channel: string
  unit_id: Id
  person_id: Id | null
  duty_unit_id: Id
  filed_at: string
  received_at: string
  due_at: string
  clock: unknown
  supplement_until: string | null
  completed_at: string | null
  closed_at: string | null
  outcome: Outcome | null
  within_deadline: boolean | null
  working_minutes: number | null
  statutory_days: string | null
  sequence: number
  from_tenant_id: Id | null
  from_petition_id: Id | null
  changed_by: Id | null
  changed_at: string
  version: number
}

/** The petition with that id. @throws NotFoundError `petition.not-found`, also for another agency's */
export async function findPetition(tx: TxCtx, id: Id): Promise<StoredPetition> {
  const petition = await onePetition(tx, sql`p.id = ${id}`)
  if (petition === undefined) throw new NotFoundError('petition.not-found')
  return petition
}

/** This agency's copy of another agency's petition, or undefined. */
export async function findByOrigin(tx: TxCtx, tenantId: Id, petitionId: Id): Promise<StoredPetition | undefined> {
  return onePetition(tx, sql`p.from_tenant_id = ${tenantId} and p.from_petition_id = ${petitionId}`)
}

async function onePetition(tx: TxCtx, where: SQL): Promise<StoredPetition | undefined> {
  const [row] = await tx.sql.execute<Row>(sql`
    select p.*, c.account_id from public.petition p
    left join public.customer c on c.tenant_id = p.tenant_id and c.id = p.customer_id
    where p.tenant_id = ${tx.tenantId} and ${where}`)
  return row === undefined ? undefined : fromRow(row)
}

/** The ids of open petitions with a timer that has gone off, the most overdue first. */
export async function petitionsWithDueTimers(tx: TxCtx, now: Date, limit: number): Promise<Id[]> {
  const rows = await tx.sql.execute<{ id: Id }>(sql`
    select id from public.petition where tenant_id = ${tx.tenantId} and next_timer_at <= ${now.toISOString()} and closed_at is null
    order by next_timer_at limit ${limit}`)
  return rows.map((row) => row.id)
}

/**
 * Writes a new petition with its number (`2026-00123`, gapless per agency and year of filing), its steps and files, in
 * one statement.
 * @throws ConflictError `petition.number-taken` for a known external reference; ValidationError `file.unknown`
 */
export async function insertPetition(
  tx: TxCtx,
  petition: NewPetition,
  year: number,
  steps: readonly StepDraft[],
): Promise<string> {
  const p = petition
  const [row] = await tx.sql.execute<{ number: string; files: number }>(sql`
    with n as (
      insert into public.petition_counter (tenant_id, year, last) values (${tx.tenantId}, ${year}, 1)
      on conflict (tenant_id, year) do update set last = petition_counter.last + 1 returning last
    ), p as (
      insert into public.petition (tenant_id, id, number, customer_id, service_key, release_hash, process_key, title, body,
        visibility, channel, origin, filed_at, external_ref, from_tenant_id, from_petition_id,
        changed_by, changed_at, ${STATE_COLUMNS})
      select ${tx.tenantId}::uuid, ${p.id}::uuid, ${String(year)}::text || '-' || lpad(n.last::text, greatest(5, length(n.last::text)), '0'),
        ${p.customerId}::uuid, ${p.serviceKey}::text, ${p.releaseHash}::text, ${p.processKey}::text, ${p.title}::text, ${p.body}::text, ${p.visibility}::text,
        ${p.channel}::text, ${tx.origin}::text, ${p.filedAt.toISOString()}::timestamptz, ${p.externalRef}::text, ${p.fromTenantId}::uuid,
        ${p.fromPetitionId}::uuid, ${actorId(tx.actor)}::uuid, ${tx.clock.now().toISOString()}::timestamptz,
        ${stateValues(p)}
      from n on conflict do nothing returning id, number
    ), ${stepInsert(tx, p, steps, 'p')}, f as (
      insert into public.petition_file (tenant_id, id, petition_id, file_id, part, attached_at)
      select ${tx.tenantId}::uuid, x.id, p.id, file.id, 'request', ${p.filedAt.toISOString()}::timestamptz
      from p, jsonb_to_recordset(${fileLinks(p.fileIds)}::text::jsonb) as x(id uuid, file_id uuid)
      join public.file on file.tenant_id = ${tx.tenantId} and file.id = x.file_id ${ownFile(tx.actor)}
      returning 1
    )
    select p.number, (select count(*)::int from f) as files from p`)
  if (row === undefined) throw new ConflictError('petition.number-taken', { params: { ref: p.externalRef ?? '' } })
  if (row.files !== p.fileIds.length) throw new ValidationError('file.unknown', { field: 'fileIds' })
  return row.number
}

/**
 * Writes a changed petition and its steps in one statement, if nobody changed it since it was read.
 * @returns false when somebody did; nothing is written then
 */
export async function savePetition(
  tx: TxCtx,
  before: StoredPetition,
  after: StoredPetition,
  steps: readonly StepDraft[],
): Promise<boolean> {
  const [row] = await tx.sql.execute<{ n: number }>(sql`
    with p as (
      update public.petition set (changed_by, changed_at, version, ${STATE_COLUMNS}) =
        row(${actorId(tx.actor)}::uuid, ${tx.clock.now().toISOString()}::timestamptz, version + 1, ${stateValues(after)})
      where tenant_id = ${tx.tenantId} and id = ${before.id} and version = ${before.version} returning id
    ), ${stepInsert(tx, after, steps, 'p')}
    select count(*)::int as n from p`)
  return row?.n === 1
}

/** Adds steps without touching the petition: for acts that change nothing on it, as a rating. */
export async function insertSteps(tx: TxCtx, petition: StoredPetition, steps: readonly StepDraft[]): Promise<void> {
  await tx.sql.execute(sql`
    with p as (select ${petition.id}::uuid as id), ${stepInsert(tx, petition, steps, 'p')} select 1`)
}

/** Who changed the petition last, for the words of a conflict. */
export async function lastChange(
  tx: TxCtx,
  id: Id,
): Promise<{ who: string; at: Date; personId: Id | null } | undefined> {
  const [row] = await tx.sql.execute<{ who: string | null; changed_at: string; person_id: Id | null }>(sql`
    select coalesce(o.name, c.name) as who, p.changed_at, p.person_id from public.petition p
    left join public.person o on o.tenant_id = p.tenant_id and o.id = p.changed_by
    left join public.customer c on c.tenant_id = p.tenant_id and c.id = p.changed_by
    where p.tenant_id = ${tx.tenantId} and p.id = ${id}`)
  return row === undefined ? undefined : { who: row.who ?? '—', at: new Date(row.changed_at), personId: row.person_id }
}

/** The id an actor is known by in steps: a person's or a customer's. */
export function actorId(actor: Actor): Id | null {
  if (actor.kind === 'officer') return actor.personId
  return actor.kind === 'citizen' ? actor.customerId : null
}

const STATE_COLUMNS = sql.raw(
  'process_state, tasks, timers, next_timer_at, stage, status, unit_id, person_id, duty_unit_id, received_at, due_at, clock, ' +
    'asked_unit_ids, supplement_until, completed_at, closed_at, outcome, within_deadline, working_minutes, statutory_days, sequence',
)

function stateValues(s: StoredState): SQL {
  const next = s.closedAt === null ? (s.timers.map((timer) => timer.at).sort()[0] ?? null) : null
  return sql`${JSON.stringify(s.processState)}::text::jsonb, ${JSON.stringify(s.tasks)}::text::jsonb,
    ${JSON.stringify(s.timers)}::text::jsonb, ${next}::timestamptz, ${s.stage}::text, ${s.status}::text, ${s.unitId}::uuid,
    ${s.personId}::uuid, ${s.dutyUnitId}::uuid, ${s.receivedAt.toISOString()}::timestamptz, ${s.dueAt.toISOString()}::timestamptz,
    ${JSON.stringify(s.clock)}::text::jsonb, ${`{${askedUnits(s).join(',')}}`}::text::uuid[], ${iso(s.supplementUntil)}::timestamptz, ${iso(s.completedAt)}::timestamptz,
    ${iso(s.closedAt)}::timestamptz, ${s.outcome}::text, ${s.withinDeadline}::boolean, ${s.workingMinutes}::integer,
    ${s.statutoryDays}::numeric, ${s.sequence}::integer`
}

function stepInsert(tx: TxCtx, petition: StoredState, steps: readonly StepDraft[], source: string): SQL {
  const rows = steps.map((step) => ({
    id: newId(),
    kind: step.kind,
    stage: step.stage ?? petition.stage,
    element: step.element ?? null,
    unit_id: step.unitId ?? petition.unitId,
    person_id: step.personId === undefined ? petition.personId : step.personId,
    reason: step.reason ?? null,
    facts: step.facts ?? {},
  }))
  return sql`steps as (
    insert into public.petition_step (tenant_id, id, petition_id, kind, stage, element, unit_id, person_id, actor_kind, actor_id,
      reason, facts, occurred_at)
    select ${tx.tenantId}::uuid, x.id, ${sql.raw(source)}.id, x.kind, x.stage, x.element, x.unit_id, x.person_id, ${tx.actor.kind}::text,
      ${actorId(tx.actor)}::uuid, x.reason, x.facts, ${tx.clock.now().toISOString()}::timestamptz
    from ${sql.raw(source)}, jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, kind text, stage text,
      element text, unit_id uuid, person_id uuid, reason text, facts jsonb))`
}

/** A person attaches only what the same account uploaded; the system any file of the agency. */
export function ownFile(actor: Actor): SQL {
  return actor.kind === 'officer' || actor.kind === 'citizen' ? sql`and file.uploaded_by = ${actor.accountId}` : sql``
}

/** Link rows for files, as JSON. */
export function fileLinks(fileIds: readonly Id[]): string {
  return JSON.stringify(fileIds.map((fileId) => ({ id: newId(), file_id: fileId })))
}

function fromRow(row: Row): StoredPetition {
  return {
    id: row.id,
    number: row.number,
    customerId: row.customer_id,
    accountId: row.account_id,
    serviceKey: row.service_key,
    releaseHash: row.release_hash,
    processKey: row.process_key,
    processState: json<ProcessState>(row.process_state),
    tasks: json<OpenTask[]>(row.tasks),
    timers: json<ArmedTimer[]>(row.timers),
    stage: row.stage,
    status: row.status,
    title: row.title,
    body: row.body,
    visibility: row.visibility,
    channel: row.channel,
    unitId: row.unit_id,
    personId: row.person_id,
    dutyUnitId: row.duty_unit_id,
    filedAt: new Date(row.filed_at),
    receivedAt: new Date(row.received_at),
    dueAt: new Date(row.due_at),
    clock: json<ClockState>(row.clock),
    supplementUntil: date(row.supplement_until),
    completedAt: date(row.completed_at),
    closedAt: date(row.closed_at),
    outcome: row.outcome,
    withinDeadline: row.within_deadline,
    workingMinutes: row.working_minutes,
    statutoryDays: row.statutory_days,
    sequence: row.sequence,
    fromTenantId: row.from_tenant_id,
    fromPetitionId: row.from_petition_id,
    changedBy: row.changed_by,
    changedAt: new Date(row.changed_at),
    version: row.version,
  }
}

/** A jsonb column's value, whichever way the driver hands it over. */
export function json<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T
}

function date(value: string | null): Date | null {
  return value === null ? null : new Date(value)
}

function iso(value: Date | null): string | null {
  return value === null ? null : value.toISOString()
}
