import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { countRows, type TestDatabase, testDatabase } from '../../../testing/index.ts'
import {
  audit,
  defineEvent,
  defineSubscriber,
  emit,
  inSavepoint,
  type RecordedEvent,
  type TxCtx,
  withTenant,
} from '../index.ts'

const happened = defineEvent('test.happened', z.object({ n: z.number() }))
const seen: RecordedEvent<{ n: number }>[] = []
let failing = new Set<number>()
const subscriber = defineSubscriber({
  consumer: 'test.consumer',
  on: [happened],
  async handle(_tx, event) {
    if (failing.has(event.payload.n)) throw new Error('bad event')
    seen.push(event)
  },
})

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase({ subscribers: [subscriber] })
})
afterAll(() => t.close())

const insertMark = (tx: TxCtx, consumer: string) =>
  tx.sql.execute(
    sql`insert into consumed_event (tenant_id, consumer, event_id) values (${tx.tenantId}, ${consumer}, uuidv7())`,
  )

describe('withTenant', () => {
  it('shows a tenant its own rows only, and none without a tenant', async () => {
    await withTenant(t.ctx('mogaha'), (tx) => insertMark(tx, 'own'))
    expect(await countRows(t.ctx('mogaha'), 'consumed_event')).toBe(1)
    expect(await countRows(t.ctx('gangnam'), 'consumed_event')).toBe(0)
    expect(await t.app.shared`select count(*)::int as n from consumed_event`).toMatchObject([{ n: 0 }])
  })

  it('refuses to write a row for another tenant', async () => {
    await expect(
      withTenant(t.ctx('mogaha'), (tx) => insertMark({ ...tx, tenantId: t.gangnam.id }, 'foreign')),
    ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  it('joins nested calls, so an inner failure undoes the outer work', async () => {
    const ctx = t.ctx('gangnam')
    await expect(
      withTenant(ctx, async (tx) => {
        await insertMark(tx, 'outer')
        await withTenant(tx, async () => {
          throw new Error('inner')
        })
      }),
    ).rejects.toThrow('inner')
    expect(await countRows(ctx, 'consumed_event')).toBe(0)
  })

  it('keeps the handle from being used after the transaction', async () => {
    let leaked: TxCtx | undefined
    await withTenant(t.ctx('mogaha'), async (tx) => {
      leaked = tx
    })
    await expect(insertMark(leaked as TxCtx, 'late')).rejects.toThrow()
    expect(await countRows(t.ctx('mogaha'), 'consumed_event')).toBe(1)
  })

  it('does not pretend to have committed after a swallowed query error', async () => {
    await expect(
      withTenant(t.ctx('mogaha'), async (tx) => {
        await tx.sql.execute(sql`select 1/0`).catch(() => {})
      }),
    ).rejects.toMatchObject({ code: 'database.commit-lost' })
  })

  it('does not pretend to have committed when the connection is killed', async () => {
    const ctx = t.ctx('mogaha')
    await expect(
      withTenant(ctx, async (tx) => {
        const [row] = await tx.sql.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`)
        await t.admin`select pg_terminate_backend(${row?.pid ?? 0}, 2000)`
        await insertMark(tx, 'lost')
      }),
    ).rejects.toMatchObject({ kind: 'unavailable' })
    expect(await countRows(ctx, 'consumed_event')).toBe(1)
  })

  it('rolls back a savepoint alone, with its events', async () => {
    const ctx = t.ctx('bureau')
    await withTenant(ctx, async (tx) => {
      await insertMark(tx, 'kept')
      await inSavepoint(tx, async (inner) => {
        await insertMark(inner, 'dropped')
        await emit(inner, happened.of({ n: -1 }))
        throw new Error('undo')
      }).catch(() => {})
      await audit(tx, { action: 'test.keep', subjectType: 'test', subjectId: 'a' })
    })
    expect(await countRows(ctx, 'consumed_event')).toBe(1)
    expect(await countRows(ctx, 'outbox')).toBe(0)
    expect(await t.expectAudit(ctx, { action: 'test.keep', subjectId: 'a' })).toMatchObject({ actorKind: 'system' })
  })
})

describe('outbox', () => {
  it('delivers each event once, and a bad one stops no other', async () => {
    failing = new Set([2])
    seen.length = 0
    await withTenant(t.ctx('gangnam'), async (tx) => {
      for (const n of [1, 2, 3]) await emit(tx, happened.of({ n }))
    })
    await t.drain()
    await t.drain()
    expect(seen.map((event) => event.payload.n).filter((n) => n !== 1)).toEqual([3])
    const [waiting] = await t.admin`select attempts, last_error from outbox where state = 'pending'`
    expect(waiting).toMatchObject({ attempts: 1, last_error: 'test.consumer: bad event' })
    failing = new Set()
    await t.admin`update outbox set next_attempt_at = now()`
    await t.drain()
    expect(seen.at(-1)?.payload.n).toBe(2)
    expect(await t.admin`select count(*)::int as n from outbox where state <> 'done'`).toMatchObject([{ n: 0 }])
  })
})
