import { sql } from 'drizzle-orm'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { PersonAs, PlanStep } from './document.store.ts'
import type { RouteStep } from './domain/route.ts'
import { at, json, toDate } from './sql.store.ts'

/** A step of a round with who stands there, as they stood then. */
export interface StoredStep extends RouteStep {
  readonly round: number
  readonly person: PersonAs
  readonly unitId: Id
  readonly actingFor: PersonAs | null
  readonly delegated: boolean
  readonly request: PlanStep['request']
  readonly turnAt: Date | null
  readonly actedAt: Date | null
}

type Row = {
  id: Id
  round: number
  ord: number
  role: StoredStep['role']
  person_id: Id
  unit_id: Id
  person: unknown
  acting_for: unknown
  delegated: boolean
  final: boolean
  request_action: PlanStep['request']['action']
  request_note: string
  state: StoredStep['state']
  turn_at: string | null
  acted_at: string | null
}

/** Every step of a document, round by round. */
export async function stepsOf(tx: TxCtx, documentId: Id): Promise<StoredStep[]> {
  const rows = await tx.sql.execute<Row>(sql`
    select id, round, ord, role, person_id, unit_id, person, acting_for, delegated, final, request_action, request_note,
      state, turn_at, acted_at
    from public.route_step where tenant_id = ${tx.tenantId} and document_id = ${documentId} order by round, ord, id`)
  return rows.map((row) => ({
    id: row.id,
    round: row.round,
    order: row.ord,
    role: row.role,
    personId: row.person_id,
    unitId: row.unit_id,
    person: json<PersonAs>(row.person),
    actingFor: json<PersonAs | null>(row.acting_for),
    delegated: row.delegated,
    final: row.final,
    request: { action: row.request_action, note: row.request_note },
    state: row.state,
    turnAt: toDate(row.turn_at),
    actedAt: toDate(row.acted_at),
  }))
}

/** Writes steps as they stand now: new ones are added, open ones changed; done ones are never touched. */
export async function saveSteps(tx: TxCtx, documentId: Id, steps: readonly StoredStep[]): Promise<void> {
  if (steps.length === 0) return
  const rows = steps.map((step) => ({
    id: step.id,
    round: step.round,
    ord: step.order,
    role: step.role,
    person_id: step.personId,
    unit_id: step.unitId,
    person: step.person,
    acting_for: step.actingFor,
    delegated: step.delegated,
    final: step.final,
    request_action: step.request.action,
    request_note: step.request.note,
    state: step.state,
    turn_at: step.turnAt?.toISOString() ?? null,
    acted_at: step.actedAt?.toISOString() ?? null,
  }))
  await tx.sql.execute(sql`
    insert into public.route_step as s (tenant_id, id, document_id, round, ord, role, person_id, unit_id, person, acting_for,
      delegated, final, request_action, request_note, state, turn_at, acted_at)
    select ${tx.tenantId}::uuid, x.id, ${documentId}::uuid, x.round, x.ord, x.role, x.person_id, x.unit_id, x.person,
      case when jsonb_typeof(x.acting_for) = 'object' then x.acting_for end, x.delegated, x.final, x.request_action, x.request_note,
      x.state, x.turn_at, x.acted_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::text::jsonb) as x(id uuid, round integer, ord integer, role text, person_id uuid,
      unit_id uuid, person jsonb, acting_for jsonb, delegated boolean, final boolean, request_action text, request_note text, state text,
      turn_at timestamptz, acted_at timestamptz)
    on conflict (tenant_id, id) do update set ord = excluded.ord, state = excluded.state, turn_at = excluded.turn_at,
      acted_at = excluded.acted_at, person_id = excluded.person_id, unit_id = excluded.unit_id, person = excluded.person,
      acting_for = excluded.acting_for, final = excluded.final`)
}

export interface StoredOpinion {
  readonly id: Id
  readonly sequence: number
  readonly round: number
  readonly stepId: Id
  readonly role: StoredStep['role']
  readonly person: PersonAs
  readonly actingFor: PersonAs | null
  readonly delegated: boolean
  readonly final: boolean
  readonly actionType: 'report' | 'direct'
  readonly directive: 'execute' | 'revise' | 'hold' | 'stop' | null
  readonly directives: readonly string[]
  readonly opinion: string
  readonly grade: 'S' | 'A' | 'B' | 'C' | null
  readonly at: Date
}

/** Adds an entry to the 경로부, behind all others. The document is locked meanwhile. */
export async function insertOpinion(
  tx: TxCtx,
  documentId: Id,
  opinion: Omit<StoredOpinion, 'sequence' | 'at'>,
): Promise<void> {
  const o = opinion
  await tx.sql.execute(sql`
    insert into public.review_opinion (tenant_id, id, document_id, sequence, round, step_id, role, person_id, person, acting_for,
      delegated, final, action_type, directive, directives, opinion, grade, occurred_at)
    select ${tx.tenantId}::uuid, ${o.id}::uuid, ${documentId}::uuid,
      (select coalesce(max(sequence), 0) + 1 from public.review_opinion where tenant_id = ${tx.tenantId} and document_id = ${documentId}),
      ${o.round}::integer, ${o.stepId}::uuid, ${o.role}::text, ${o.person.id}::uuid, ${JSON.stringify(o.person)}::text::jsonb,
      ${o.actingFor === null ? null : JSON.stringify(o.actingFor)}::text::jsonb, ${o.delegated}::boolean, ${o.final}::boolean, ${o.actionType}::text,
      ${o.directive}::text, ${JSON.stringify(o.directives)}::text::jsonb, ${o.opinion}::text, ${o.grade}::text, ${at(tx.clock.now())}`)
}

/** What was said and decided on a document, in order. */
export async function opinionsOf(tx: TxCtx, documentId: Id): Promise<StoredOpinion[]> {
  const rows = await tx.sql.execute<{
    id: Id
    sequence: number
    round: number
    step_id: Id
    role: StoredStep['role']
    person: unknown
    acting_for: unknown
    delegated: boolean
    final: boolean
    action_type: StoredOpinion['actionType']
    directive: StoredOpinion['directive']
    directives: unknown
    opinion: string
    grade: StoredOpinion['grade']
    occurred_at: string
  }>(sql`
    select * from public.review_opinion where tenant_id = ${tx.tenantId} and document_id = ${documentId} order by sequence`)
  return rows.map((row) => ({
    id: row.id,
    sequence: row.sequence,
    round: row.round,
    stepId: row.step_id,
    role: row.role,
    person: json<PersonAs>(row.person),
    actingFor: json<PersonAs | null>(row.acting_for),
    delegated: row.delegated,
    final: row.final,
    actionType: row.action_type,
    directive: row.directive,
    directives: json<string[]>(row.directives),
    opinion: row.opinion,
    grade: row.grade,
    at: new Date(row.occurred_at),
  }))
}
