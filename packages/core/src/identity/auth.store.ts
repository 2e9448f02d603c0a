import { type SQL, sql } from 'drizzle-orm'
import { PgDialect } from 'drizzle-orm/pg-core'
import type { Id, TenantDatabase } from '../kernel/index.ts'
import { databaseOf, type TxCtx } from '../platform/index.ts'
import type { AccountKind } from './domain/limits.ts'

/**
 * Runs one call of a function of the `auth` schema and returns its value. The app role has no other way in.
 * `outside` commits by itself (a counted try must survive the refusal), `inside` belongs to the act.
 */
export type AuthCall = (query: SQL) => Promise<unknown>

const dialect = new PgDialect()

/** Calls outside any transaction, on the connections without a tenant. */
export function outside(db: TenantDatabase): AuthCall {
  const { shared } = databaseOf({ db })
  return async (query) => {
    const { sql: text, params } = dialect.sqlToQuery(query)
    const rows = await shared.unsafe<{ value: unknown }[]>(text, params as (string | number | boolean | null)[], {
      prepare: true,
    })
    return rows[0]?.value ?? null
  }
}

/** Calls inside the act's transaction. */
export function inside(tx: TxCtx): AuthCall {
  return async (query) => {
    const rows = await tx.sql.execute<{ value: unknown }>(query)
    return rows[0]?.value ?? null
  }
}

const seconds = (n: number) => sql`make_interval(secs => ${n}::integer)`

export interface SignInStart {
  /** Seconds to wait; 0 when the try is free. */
  readonly wait: number
  readonly locked: boolean
  readonly account?: {
    readonly id: Id
    readonly kind: AccountKind
    readonly demo: boolean
    readonly passwordHash: string
  }
}

export interface Buckets {
  readonly email: string
  readonly address: string | null
}

/** Counts one try in a bucket. @returns seconds to wait, 0 when free */
export async function countTry(call: AuthCall, bucket: string, limit: number, windowSeconds: number): Promise<number> {
  return Number(
    await call(sql`select auth.count_try(${bucket}::text, ${limit}::integer, ${seconds(windowSeconds)}) as value`),
  )
}

/** Counts the try and reads the account it is about, known or not. */
export async function beginSignIn(
  call: AuthCall,
  email: string,
  buckets: Buckets,
  limits: { perEmail: number; perAddress: number; windowSeconds: number },
): Promise<SignInStart> {
  return (await call(sql`select auth.begin_sign_in(${email}::text, ${buckets.email}::text, ${buckets.address}::text,
    ${limits.perEmail}::integer, ${limits.perAddress}::integer, ${seconds(limits.windowSeconds)}) as value`)) as SignInStart
}

/** Counts a failure. @returns true when this one locked the address */
export async function signInFailed(
  call: AuthCall,
  emailBucket: string,
  limit: number,
  lockSeconds: number,
): Promise<boolean> {
  return (
    (await call(
      sql`select auth.sign_in_failed(${emailBucket}::text, ${limit}::integer, ${seconds(lockSeconds)}) as value`,
    )) === true
  )
}

/** Gives the tries of a good sign-in back. */
export async function signInSucceeded(call: AuthCall, buckets: Buckets): Promise<void> {
  await call(sql`select auth.sign_in_succeeded(${buckets.email}::text, ${buckets.address}::text) as value`)
}

/** Keeps a registration until its code comes back. @returns false when the address has an account */
export async function beginRegistration(
  call: AuthCall,
  row: {
    id: Id
    tenantId: Id
    email: string
    codeHash: string
    name: string
    phone: string | null
    passwordHash: string
    ttlSeconds: number
  },
): Promise<boolean> {
  const value =
    await call(sql`select auth.begin_registration(${row.id}::uuid, ${row.tenantId}::uuid, ${row.email}::text,
    ${row.codeHash}::text, ${row.name}::text, ${row.phone}::text, ${row.passwordHash}::text, ${seconds(row.ttlSeconds)}) as value`)
  return value === true
}

/** A fresh code for a registration that waits in the agency. @returns where to send it, null when nothing waits there */
export async function renewRegistration(
  call: AuthCall,
  row: { id: Id; tenantId: Id; codeHash: string; ttlSeconds: number },
): Promise<string | null> {
  return (await call(sql`select auth.renew_registration(${row.id}::uuid, ${row.tenantId}::uuid, ${row.codeHash}::text,
    ${seconds(row.ttlSeconds)}) as value`)) as string | null
}

/** Opens the account of the agency's registration whose code is right; null otherwise. */
export async function confirmRegistration(
  call: AuthCall,
  row: { id: Id; tenantId: Id; codeHash: string; maxTries: number; accountId: Id },
): Promise<{ accountId: Id; customerId: Id; email: string } | null> {
  return (await call(sql`select auth.confirm_registration(${row.id}::uuid, ${row.tenantId}::uuid, ${row.codeHash}::text,
    ${row.maxTries}::integer, ${row.accountId}::uuid) as value`)) as {
    accountId: Id
    customerId: Id
    email: string
  } | null
}

/** Opens an account for a person or a demo citizen; null when the address or person is taken. */
export async function createAccount(
  call: AuthCall,
  row: {
    id: Id
    kind: AccountKind
    email: string
    name: string
    phone: string | null
    passwordHash: string
    demo: boolean
    tenantId: Id
    personId: Id | null
  },
): Promise<{ accountId: Id; customerId: Id | null } | null> {
  return (await call(sql`select auth.create_account(${row.id}::uuid, ${row.kind}::text, ${row.email}::text, ${row.name}::text,
    ${row.phone}::text, ${row.passwordHash}::text, ${row.demo}::boolean, ${row.tenantId}::uuid, ${row.personId}::uuid)
    as value`)) as { accountId: Id; customerId: Id | null } | null
}

export interface AccountProfile {
  readonly id: Id
  readonly kind: AccountKind
  readonly name: string
  readonly email: string
  readonly phone: string | null
}

/** Name and address of an account; null when closed or unknown. */
export async function accountProfile(call: AuthCall, accountId: Id): Promise<AccountProfile | null> {
  return (await call(sql`select auth.account_profile(${accountId}::uuid) as value`)) as AccountProfile | null
}

/** The account a person signs in with. */
export async function accountOfPerson(call: AuthCall, tenantId: Id, personId: Id): Promise<Id | null> {
  return (await call(sql`select auth.account_of_person(${tenantId}::uuid, ${personId}::uuid) as value`)) as Id | null
}

/** The stored hash of an account's password. */
export async function passwordOf(call: AuthCall, accountId: Id): Promise<string | null> {
  return (await call(sql`select auth.password_of(${accountId}::uuid) as value`)) as string | null
}

/** Stores a new password's hash. */
export async function setPassword(call: AuthCall, accountId: Id, passwordHash: string): Promise<void> {
  await call(sql`select auth.set_password(${accountId}::uuid, ${passwordHash}::text) as value`)
}

/** Removes what has run out. @returns rows removed */
export async function deleteExpired(call: AuthCall): Promise<number> {
  return Number(await call(sql`select auth.delete_expired() as value`))
}
