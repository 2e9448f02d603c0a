import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import type postgres from 'postgres'
import { ConflictError, type Ctx, HarmonyError, isId, UnavailableError, ValidationError } from '../../kernel/index.ts'
import { databaseOf } from './database.ts'
import type { Slot } from './pool.ts'
import { type Buffer, flushBuffer, newBuffer } from './write-buffer.ts'

/** A ctx inside a transaction. Only stores use `sql`. */
export interface TxCtx extends Ctx {
  readonly sql: PostgresJsDatabase
  /** Events and audit rows of this transaction, written as one statement in front of the commit. */
  readonly buffer: Buffer
}

/**
 * Runs `fn` in one transaction of the ctx's tenant; nested calls join it. `begin` and `set local app.tenant_id` are
 * pipelined in front of the first statement, the buffered outbox and audit rows ride with the commit.
 * The handle is dead once `fn` has ended.
 * @throws UnavailableError when no connection is free in time or the connection is lost before the commit
 */
export async function withTenant<T>(ctx: Ctx, fn: (tx: TxCtx) => Promise<T>): Promise<T> {
  if (isTx(ctx)) return fn(ctx)
  if (!isId(ctx.tenantId)) throw new Error('withTenant needs a tenant id')
  const db = databaseOf(ctx)
  const slot = await db.pool.checkout()
  const lease = { alive: true, generation: slot.generation }
  const lost = whenLost(slot)
  let healthy = false
  try {
    const begun = slot.client.unsafe(`begin; set local app.tenant_id = '${ctx.tenantId}'`).execute()
    begun.catch(() => {})
    const tx: TxCtx = { ...ctx, sql: drizzle({ client: leasedClient(slot, lease) }), buffer: newBuffer() }
    let result: T
    try {
      result = await Promise.race([fn(tx), lost])
      await Promise.race([begun, lost])
      await Promise.race([commit(slot, lease, tx), lost])
    } catch (error) {
      lease.alive = false
      await Promise.race([slot.client.unsafe('rollback'), lost]).catch(() => {})
      healthy = slot.generation === lease.generation
      throw translate(error)
    }
    healthy = true
    announce(db, tx)
    return result
  } finally {
    lease.alive = false
    slot.onLost = undefined
    db.pool.giveBack(slot, healthy)
  }
}

/**
 * Rejects when the slot's connection closes. A statement sent between a socket's error and its close never settles
 * in postgres.js 3.4.9, so every wait of a transaction races with this.
 */
function whenLost(slot: Slot): Promise<never> {
  const lost = new Promise<never>((_, reject) => {
    slot.onLost = () => reject(new UnavailableError('database.connection-lost'))
  })
  lost.catch(() => {})
  return lost
}

/** Runs `fn` so that its failure leaves the outer transaction usable (a caught query error aborts it otherwise). */
export async function inSavepoint<T>(tx: TxCtx, fn: (tx: TxCtx) => Promise<T>): Promise<T> {
  const mark = tx.buffer.mark()
  // Named by depth, so that a long batch does not prepare a statement for each of its savepoints.
  const name = `s${tx.buffer.enterSavepoint()}`
  await tx.sql.execute(`savepoint ${name}`)
  try {
    const result = await fn(tx)
    await tx.sql.execute(`release savepoint ${name}`)
    return result
  } catch (error) {
    tx.buffer.rewind(mark)
    await tx.sql.execute(`rollback to savepoint ${name}`)
    throw error
  } finally {
    tx.buffer.leaveSavepoint()
  }
}

function isTx(ctx: Ctx): ctx is TxCtx {
  return 'sql' in ctx
}

interface Lease {
  alive: boolean
  readonly generation: number
}

async function commit(slot: Slot, lease: Lease, tx: TxCtx): Promise<void> {
  const flushed = flushBuffer(slot.client, tx)
  flushed.catch(() => {})
  lease.alive = false
  const [, done] = await Promise.all([flushed, slot.client.unsafe('commit')])
  // A commit on an aborted transaction answers ROLLBACK; on a fresh connection it would mean nothing at all.
  if (done.command !== 'COMMIT' || slot.generation !== lease.generation) {
    throw new UnavailableError('database.commit-lost')
  }
}

/** The slot's client with prepared statements, refusing work after the lease or on another connection. */
function leasedClient(slot: Slot, lease: Lease): postgres.Sql {
  return new Proxy(slot.client, {
    get(target, key) {
      if (key === 'unsafe') {
        return (text: string, args?: postgres.ParameterOrJSON<never>[], options?: postgres.UnsafeQueryOptions) => {
          if (!lease.alive) throw new Error('transaction handle used after its end')
          if (slot.generation !== lease.generation) throw new UnavailableError('database.connection-lost')
          // drizzle passes `prepare: false`: every statement would be parsed, described and planned anew.
          return target.unsafe(text, args ?? [], { ...options, prepare: true })
        }
      }
      if (key === 'begin' || key === 'reserve' || key === 'savepoint')
        throw new Error(`${String(key)} is withTenant's business`)
      return Reflect.get(target, key)
    },
  })
}

function announce(db: ReturnType<typeof databaseOf>, tx: TxCtx): void {
  db.announcer.announce(tx.tenantId, tx.buffer.topics(), tx.buffer.needsWorker())
}

const LOST = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_ENDED',
  'CONNECTION_DESTROYED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  '57P01',
  '57P02',
  '57P03',
])
const BUSY = new Set(['57014', '53300'])
const CLASH = new Set(['40001', '40P01', '55P03'])

/** Values no type check refuses and the server cannot hold: NUL in a text, half a surrogate pair, the year 275760. */
const MALFORMED = new Set(['22021', '22P02', '22P05', '22001', '22003', '22007', '22008', '22009'])

/** drizzle wraps what it throws: ours comes out again, and the database's own codes get a kind. */
function translate(error: unknown): unknown {
  for (let link = error; typeof link === 'object' && link !== null; link = 'cause' in link ? link.cause : undefined) {
    if (link instanceof HarmonyError) return link
    if (!('code' in link) || typeof link.code !== 'string') continue
    if (LOST.has(link.code)) return new UnavailableError('database.connection-lost', { cause: error })
    if (BUSY.has(link.code)) return new UnavailableError('database.busy', { cause: error })
    if (MALFORMED.has(link.code)) return new ValidationError('input.invalid', { cause: error })
    if (CLASH.has(link.code)) return new ConflictError('database.conflict', { cause: error })
  }
  return error
}
