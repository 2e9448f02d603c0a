import { type Ctx, isId, newId } from '@harmony/core/kernel'
import type { TxCtx, withTenant } from '@harmony/core/platform'
import { countRows, type TestDatabase, type TestSlug } from '@harmony/core/testing'
import { sql } from 'drizzle-orm'
import { seeded } from './seeded.ts'

/** The way to tenant tables that is put under stress; a planted fault takes its place. */
export type Door = typeof withTenant

export interface StressOptions {
  readonly transactions: number
  readonly concurrency: number
  readonly seed: number
  readonly door: Door
  /** Whether backends are killed; only the product's own door is sure to notice that (a bare client may hang). */
  readonly kills: boolean
}

/** What the stress saw. Every figure but the first two must be 0. */
export interface StressReport {
  readonly committed: number
  readonly disturbed: number
  /** Rows of another agency that a transaction read. */
  readonly foreignRead: number
  /** Rows that stand in another agency than the one whose transaction wrote them. */
  readonly foreignWritten: number
  /** Statements that ran under another agency's id, or none. */
  readonly wrongTenant: number
  /** Handles that still worked after their transaction had ended. */
  readonly undead: number
  /** Acknowledged rows that are missing, and rolled back rows that are there. */
  readonly lost: number
  readonly ghosts: number
}

const SLUGS: readonly TestSlug[] = ['mogaha', 'gangnam', 'bureau']
const MEGABYTE = 'x'.repeat(1024 * 1024)

/** Mixed transactions of three agencies on one small pool, with errors, cancels, big writes and killed backends. */
export async function stress(t: TestDatabase, options: StressOptions): Promise<StressReport> {
  const random = seeded(options.seed)
  const seen = { committed: 0, disturbed: 0, foreignRead: 0, wrongTenant: 0, undead: 0 }
  const kept: { id: string; slug: TestSlug }[] = []
  const undone: string[] = []
  const leaked: { tx: TxCtx; tenantId: string }[] = []
  let left = options.transactions
  let pid = 0

  const kills = (kind: number) => options.kills && kind >= 97 && kind < 97.3
  const look = async (tx: TxCtx, tenantId: string) => {
    const rows = await tx.sql.execute<{ tenant: string; current: string | null }>(sql`
      select tenant_id as tenant, current_setting('app.tenant_id', true) as current from public.mail_outbox order by id desc limit 20`)
    for (const row of rows) {
      if (row.tenant !== tenantId) seen.foreignRead += 1
      if (row.current !== tenantId) seen.wrongTenant += 1
    }
  }
  const write = async (tx: TxCtx, slug: TestSlug, id: string, body: string) => {
    await tx.sql.execute(sql`insert into public.mail_outbox (tenant_id, id, to_address, subject, body, template, params, locale)
      values (current_setting('app.tenant_id')::uuid, ${id}, 'stress@example.kr', ${slug}, ${body}, 'stress', '{}', 'ko')`)
  }
  const reuse = async () => {
    const old = leaked.pop()
    if (old === undefined) return
    const worked = await look(old.tx, old.tenantId).then(
      () => true,
      () => false,
    )
    if (worked) seen.undead += 1
  }

  /** One transaction of one agency, and what it must have left behind. */
  const once = async (slug: TestSlug, kind: number) => {
    const ctx: Ctx = t.ctx(slug)
    const id = newId()
    let rolledBack = false
    let handle: (typeof leaked)[number] | undefined
    try {
      await options.door(ctx, async (tx) => {
        if (kind < 55) return look(tx, ctx.tenantId)
        await write(tx, slug, id, kind >= 99.5 ? MEGABYTE : 'short')
        if (kind < 80) return look(tx, ctx.tenantId)
        rolledBack = kind < 92
        if (kind < 84) throw new Error('the use-case failed')
        if (kind < 91) await tx.sql.execute(sql`select 1 / (length(${slug}) - length(${slug}))`)
        if (kind < 92) await Promise.all([look(tx, ctx.tenantId), cancelled(t, tx)])
        if (kind < 95) handle = { tx, tenantId: ctx.tenantId }
        if (kills(kind)) pid = await backend(tx)
        return look(tx, ctx.tenantId)
      })
      seen.committed += 1
      if (kind >= 55) kept.push({ id, slug })
    } catch {
      seen.disturbed += 1
      if (rolledBack) undone.push(id)
    }
    if (handle !== undefined) leaked.push(handle)
    if (handle !== undefined) await reuse()
    if (pid !== 0 && kills(kind)) {
      await t.admin`select pg_terminate_backend(${pid})`
      pid = 0
    }
  }
  const runner = async () => {
    while (left > 0) {
      left -= 1
      await once(random.pick(SLUGS), random.below(100))
    }
  }
  await Promise.all(Array.from({ length: options.concurrency }, runner))
  return { ...seen, ...(await aftermath(t, kept, undone)) }
}

/** Cancels the transaction's own slow statement from outside, as a statement limit or an operator does. */
async function cancelled(t: TestDatabase, tx: TxCtx): Promise<void> {
  const pid = await backend(tx)
  let over = false
  const sleeping = tx.sql.execute(sql`select pg_sleep(0.5)`)
  const end = () => {
    over = true
  }
  sleeping.then(end, end)
  while (!over) {
    await t.admin`select pg_cancel_backend(pid) from pg_stat_activity
      where pid = ${pid} and query like 'select pg_sleep%' and state = 'active'`
  }
  await sleeping
}

async function backend(tx: TxCtx): Promise<number> {
  const [row] = await tx.sql.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
  return row?.pid ?? 0
}

/** Compares the tables with what the transactions were told. */
async function aftermath(t: TestDatabase, kept: readonly { id: string; slug: TestSlug }[], undone: readonly string[]) {
  const [foreign] = await t.admin<{ n: number }[]>`select count(*)::int as n from public.mail_outbox m
    join shared.tenant s on s.id = m.tenant_id where m.subject <> s.slug`
  const present = new Set((await t.admin<{ id: string }[]>`select id from public.mail_outbox`).map((row) => row.id))
  let visible = 0
  for (const slug of SLUGS) visible += await countRows(t.ctx(slug), 'public.mail_outbox')
  return {
    foreignWritten: foreign?.n ?? 0,
    lost: kept.filter(({ id }) => !present.has(id)).length + (present.size - visible),
    ghosts: undone.filter((id) => isId(id) && present.has(id)).length,
  }
}
