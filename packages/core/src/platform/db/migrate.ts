import { createHmac } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import postgres from 'postgres'
import { sha256 } from '../../kernel/index.ts'
import { migrateJobs } from '../jobs/open-lazily.ts'

const MIGRATIONS = new URL('../../../migrations/', import.meta.url)
const LOGIN_ROLES = ['harmony_migrator', 'harmony_app', 'harmony_worker', 'harmony_auditor'] as const

export type LoginRole = (typeof LOGIN_ROLES)[number]

/** A runtime role's password: derived, so one secret and one URL configure a server (ADR 0003). */
export function rolePassword(secret: string, role: LoginRole): string {
  return createHmac('sha256', secret).update(`harmony-role:${role}`).digest('hex').slice(0, 40)
}

/** The administrative URL with a runtime role's sign-in in place of the administrator's. */
export function roleUrl(adminUrl: string, secret: string, role: LoginRole): string {
  const url = new URL(adminUrl)
  url.username = role
  url.password = rolePassword(secret, role)
  return url.toString()
}

/**
 * Brings a database to the newest migration: roles first, then each file once, in order, in its own transaction.
 * @param secret what the roles' passwords derive from; null leaves the passwords to the administrator
 * @param files the build's own unless given
 * @returns the names applied now
 * @throws Error when an applied file has changed since (migrations only go forward)
 */
export async function migrate(
  adminUrl: string,
  secret: string | null,
  files?: readonly Migration[],
): Promise<string[]> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {}, connection: { application_name: 'harmony-migrate' } })
  try {
    await sql`select pg_advisory_lock(7207401)`
    await ensureRoles(sql, secret)
    await sql.unsafe(`
      create schema if not exists harmony_migration authorization harmony_owner;
      create table if not exists harmony_migration.applied (name text primary key, sha256 text not null, applied_at timestamptz not null default now());
      grant select on harmony_migration.applied to harmony_owner;`)
    const applied = new Map(
      (await sql<{ name: string; sha256: string }[]>`select name, sha256 from harmony_migration.applied`).map((row) => [
        row.name,
        row.sha256,
      ]),
    )
    const done: string[] = []
    for (const { name, text } of files ?? (await migrationFiles())) {
      const hash = sha256(text)
      const known = applied.get(name)
      if (known === hash) continue
      if (known !== undefined) throw new Error(`migration ${name} has changed after it was applied`)
      await sql.begin(async (tx) => {
        await tx.unsafe('set local role harmony_owner')
        await tx.unsafe(text)
        await tx.unsafe('reset role')
        await tx`insert into harmony_migration.applied (name, sha256) values (${name}, ${hash})`
      })
      done.push(name)
    }
    await migrateJobs(adminUrl)
    return done
  } finally {
    await sql.end({ timeout: 2 })
  }
}

export interface Migration {
  readonly name: string
  readonly text: string
}

/** The migrations of this build in order, with their text. */
export async function migrationFiles(): Promise<Migration[]> {
  const names = (await readdir(MIGRATIONS)).filter((name) => /^\d{4}_.*\.sql$/.test(name)).sort()
  return Promise.all(names.map(async (name) => ({ name, text: await readFile(new URL(name, MIGRATIONS), 'utf8') })))
}

async function ensureRoles(sql: postgres.Sql, secret: string | null): Promise<void> {
  const existing = new Set((await sql<{ rolname: string }[]>`select rolname from pg_roles`).map((row) => row.rolname))
  if (!existing.has('harmony_owner')) await sql.unsafe('create role harmony_owner nologin')
  for (const role of LOGIN_ROLES) {
    const password = secret === null ? '' : `password '${rolePassword(secret, role)}'`
    // Attributes only at creation: altering them asks for a superuser. A strong role is refused when it signs in.
    if (!existing.has(role)) {
      await sql.unsafe(`create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole ${password}`)
    } else if (secret !== null) {
      await sql.unsafe(`alter role ${role} login ${password}`)
    }
  }
  const [db] = await sql<{ name: string }[]>`select current_database() as name`
  await sql.unsafe(`
    grant harmony_owner to harmony_migrator;
    grant harmony_owner to current_user;
    grant create on database "${db?.name}" to harmony_owner;
    grant create, usage on schema public to harmony_owner;`)
}

/** Creates the database when it does not exist yet; collation and encoding are the server's. */
export async function ensureDatabase(adminUrl: string, name: string): Promise<void> {
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} })
  try {
    const [found] = await sql`select 1 from pg_database where datname = ${name}`
    if (found === undefined) await sql`create database ${sql(name)}`
  } finally {
    await sql.end({ timeout: 2 })
  }
}
