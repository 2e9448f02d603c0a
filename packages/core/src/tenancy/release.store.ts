import { sql } from 'drizzle-orm'
import { type Id, NotFoundError } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import type { Release } from './release.ts'

const MOST_KEPT = 64
const kept = new Map<string, Release>()

/** A release by its hash; kept in memory, as it can never change. @throws NotFoundError `release.not-found` */
export async function releaseByHash(tx: TxCtx, hash: string): Promise<Release> {
  const hit = kept.get(hash)
  if (hit) return hit
  const [row] = await tx.sql.execute<{ content: string }>(
    sql`select content from shared.model_release where hash = ${hash}`,
  )
  if (!row) throw new NotFoundError('release.not-found')
  return keep({ hash, ...JSON.parse(row.content) })
}

/** The release the tenant runs now. @throws NotFoundError `release.none` */
export async function currentRelease(tx: TxCtx): Promise<Release> {
  const [row] = await tx.sql.execute<{ release_hash: string }>(sql`
    select release_hash from public.tenant_release where active_from <= now() order by active_from desc, id desc limit 1`)
  if (!row) throw new NotFoundError('release.none')
  return releaseByHash(tx, row.release_hash)
}

function keep(release: Release): Release {
  const [oldest] = kept.keys()
  if (kept.size >= MOST_KEPT && oldest !== undefined) kept.delete(oldest)
  kept.set(release.hash, release)
  return release
}

/** Stores a release; true when it is new. The database checks the hash against the content's bytes. */
export async function insertRelease(
  tx: TxCtx,
  release: { hash: string; key: string; version: string; content: string },
): Promise<boolean> {
  const [row] = await tx.sql.execute<{ added: boolean }>(sql`
    select shared.publish_release(${release.hash}, ${release.key}, ${release.version}, ${release.content}) as added`)
  return row?.added === true
}

/** The hash published under a key and version, if any. */
export async function hashOfVersion(tx: TxCtx, key: string, version: string): Promise<string | undefined> {
  const [row] = await tx.sql.execute<{ hash: string }>(sql`
    select hash from shared.model_release where key = ${key} and version = ${version}`)
  return row?.hash
}

/** One decision about which release the tenant runs. */
export interface Activation {
  readonly id: Id
  readonly hash: string
  readonly activeFrom: Date
  readonly decidedBy: string
  readonly reason: string
  readonly recordedAt: Date
}

interface ActivationRow extends Record<string, unknown> {
  id: string
  release_hash: string
  active_from: string
  decided_by: string
  reason: string
  recorded_at: string
}

/** All decisions of the tenant, newest first. */
export async function activations(tx: TxCtx): Promise<Activation[]> {
  const rows = await tx.sql.execute<ActivationRow>(sql`
    select id, release_hash, active_from, decided_by, reason, recorded_at
    from public.tenant_release order by active_from desc, id desc`)
  return rows.map((row) => ({
    id: row.id,
    hash: row.release_hash,
    activeFrom: new Date(row.active_from),
    decidedBy: row.decided_by,
    reason: row.reason,
    recordedAt: new Date(row.recorded_at),
  }))
}

/** One decision at a time per tenant, until the transaction ends. */
export async function lockActivations(tx: TxCtx): Promise<void> {
  await tx.sql.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`tenant-release:${tx.tenantId}`}::text, 0))`)
}

export async function insertActivation(tx: TxCtx, one: Omit<Activation, 'recordedAt'>): Promise<void> {
  await tx.sql.execute(sql`
    insert into public.tenant_release (tenant_id, id, release_hash, active_from, decided_by, reason)
    values (${tx.tenantId}, ${one.id}, ${one.hash}, ${one.activeFrom.toISOString()}, ${one.decidedBy}, ${one.reason})`)
}

/** Every published release without its content, newest first. */
export interface ReleaseSummary {
  readonly hash: string
  readonly key: string
  readonly version: string
  readonly name: Release['name']
  readonly chain: readonly string[]
  readonly publishedAt: Date
}

interface SummaryRow extends Record<string, unknown> {
  hash: string
  key: string
  version: string
  name: Release['name']
  chain: string[]
  published_at: string
}

export async function releaseSummaries(tx: TxCtx): Promise<ReleaseSummary[]> {
  const rows = await tx.sql.execute<SummaryRow>(sql`
    select hash, key, version, content::jsonb -> 'name' as name, content::jsonb -> 'chain' as chain, published_at
    from shared.model_release order by published_at desc, key, version desc`)
  return rows.map(({ published_at, ...row }) => ({ ...row, publishedAt: new Date(published_at) }))
}

interface OverviewRow extends Record<string, unknown> {
  slug: string
  name: Release['name']
  kind: string
  status: string
  release_hash: string | null
  release_key: string | null
  release_version: string | null
  since: string | null
}

/** Which release each agency runs; rows come only inside the bureau's tenant (the function looks). */
export async function tenantOverview(tx: TxCtx): Promise<OverviewRow[]> {
  return [...(await tx.sql.execute<OverviewRow>(sql`select * from shared.tenants_with_releases()`))]
}
