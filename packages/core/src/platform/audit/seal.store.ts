import { sql } from 'drizzle-orm'
import type { Id, TenantDatabase } from '../../kernel/index.ts'
import { databaseOf } from '../db/database.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import type { Checkpoint, RecordDetails, SealedRecord } from './chain.ts'

/** A record that waits for its seal. */
export type WaitingRecord = Omit<SealedRecord, 'sequence' | 'details' | 'salt' | 'commitment' | 'hash'> & {
  readonly details: RecordDetails
}

export interface Seal {
  readonly sequence: number
  readonly auditId: string
  readonly salt: string
  readonly commitment: string
  readonly hash: string
}

interface Row extends Record<string, unknown> {
  audit_id: string
  tenant_id: string
  action: string
  actor_kind: string
  actor_id: string | null
  actor_name: string | null
  subject_type: string
  subject_id: string
  request_id: string
  occurred_at: string
  recorded_at: string
  before: string | null
  after: string | null
  reason: string | null
  source: string | null
}

const COLUMNS = sql`a.id as audit_id, a.tenant_id, a.action, a.actor_kind, a.actor_id, a.actor_name, a.subject_type,
  a.subject_id, a.request_id, to_char(a.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as occurred_at,
  to_char(a.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  a.before::text as before, a.after::text as after, a.reason, a.source`

/** Agencies with records to seal; ids only. */
export async function tenantsToSeal(db: TenantDatabase): Promise<Id[]> {
  const rows = await databaseOf({ db }).shared<{ tenant_id: Id }[]>`select tenant_id from platform.tenants_to_seal()`
  return rows.map((row) => row.tenant_id)
}

/** Takes the agency's sealing for this transaction; false when another worker has it. */
export async function tryLockSealing(tx: TxCtx): Promise<boolean> {
  const [row] = await tx.sql.execute<{ locked: boolean }>(
    sql`select pg_try_advisory_xact_lock(hashtextextended('audit-seal:' || ${tx.tenantId}, 0)) as locked`,
  )
  return row?.locked === true
}

/** The last link of the chain; undefined before the first. */
export async function chainHead(tx: TxCtx): Promise<{ sequence: number; hash: string } | undefined> {
  const [row] = await tx.sql.execute<{ sequence: string; hash: string }>(sql`
    select sequence, hash from public.audit_seal where tenant_id = ${tx.tenantId} order by sequence desc limit 1`)
  return row === undefined ? undefined : { sequence: Number(row.sequence), hash: row.hash }
}

/** Records without a seal, at most `limit`, in the order of their ids. */
export async function waitingRecords(tx: TxCtx, limit: number): Promise<WaitingRecord[]> {
  const rows = await tx.sql.execute<Row>(sql`
    select ${COLUMNS} from public.audit_waiting w join public.audit_event a on a.tenant_id = w.tenant_id and a.id = w.audit_id
    where w.tenant_id = ${tx.tenantId} order by w.audit_id limit ${limit}`)
  return rows.map((row) => ({ ...headerOf(row), details: detailsOf(row) }))
}

/** Writes the seals and takes their records off the waiting list. */
export async function insertSeals(tx: TxCtx, seals: readonly Seal[]): Promise<void> {
  const rows = JSON.stringify(seals)
  await tx.sql.execute(sql`
    with sealed as (
      insert into public.audit_seal (tenant_id, sequence, audit_id, salt, commitment, hash)
      select ${tx.tenantId}, x.sequence, x."auditId", x.salt, x.commitment, x.hash
      from jsonb_to_recordset(${rows}::text::jsonb) as x(sequence bigint, "auditId" uuid, salt text, commitment text, hash text)
      returning audit_id
    )
    delete from public.audit_waiting w using sealed where w.tenant_id = ${tx.tenantId} and w.audit_id = sealed.audit_id`)
}

/** The chain after a number, at most `limit` links. A record that is gone from the table comes with empty texts. */
export async function sealedRecords(tx: TxCtx, after: number, limit: number): Promise<SealedRecord[]> {
  const rows = await tx.sql.execute<
    Row & { sealed_id: string; sequence: string; salt: string | null; commitment: string; hash: string }
  >(sql`
    select s.audit_id as sealed_id, s.sequence, s.salt, s.commitment, s.hash, ${COLUMNS}
    from public.audit_seal s left join public.audit_event a on a.tenant_id = s.tenant_id and a.id = s.audit_id
    where s.tenant_id = ${tx.tenantId} and s.sequence > ${after} order by s.sequence limit ${limit}`)
  return rows.map((row) => ({
    ...headerOf(row),
    auditId: row.sealed_id,
    sequence: Number(row.sequence),
    details: row.salt === null ? null : detailsOf(row),
    salt: row.salt,
    commitment: row.commitment,
    hash: row.hash,
  }))
}

/** Records that have neither a seal nor a place in the waiting list: somebody wrote past the product. */
export async function recordsOutsideChain(tx: TxCtx, limit: number): Promise<string[]> {
  const rows = await tx.sql.execute<{ id: string }>(sql`
    select a.id from public.audit_event a where a.tenant_id = ${tx.tenantId}
      and not exists (select 1 from public.audit_seal s where s.tenant_id = a.tenant_id and s.audit_id = a.id)
      and not exists (select 1 from public.audit_waiting w where w.tenant_id = a.tenant_id and w.audit_id = a.id)
    order by a.id limit ${limit}`)
  return rows.map((row) => row.id)
}

/** Keeps a signed head beside the one that left the database. */
export async function insertCheckpoint(tx: TxCtx, checkpoint: Checkpoint): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.audit_checkpoint (tenant_id, sequence, hash, signed_at, signature)
    values (${tx.tenantId}, ${checkpoint.sequence}, ${checkpoint.hash}, ${checkpoint.signedAt}, ${checkpoint.signature})
    on conflict do nothing`)
}

/** The number of the last signed head; 0 before the first. */
export async function lastCheckpoint(tx: TxCtx): Promise<number> {
  const [row] = await tx.sql.execute<{ sequence: string | null }>(
    sql`select max(sequence) as sequence from public.audit_checkpoint where tenant_id = ${tx.tenantId}`,
  )
  return Number(row?.sequence ?? 0)
}

function headerOf(row: Row) {
  return {
    auditId: row.audit_id,
    tenantId: row.tenant_id,
    action: row.action,
    actorKind: row.actor_kind,
    actorId: row.actor_id,
    actorName: row.actor_name,
    subjectType: row.subject_type,
    subjectId: row.subject_id,
    requestId: row.request_id,
    occurredAt: row.occurred_at,
    recordedAt: row.recorded_at,
  }
}

function detailsOf({ before, after, reason, source }: Row): RecordDetails {
  return { before, after, reason, source }
}
