import { type SQL, sql } from 'drizzle-orm'
import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { Audience } from './domain/scope.ts'

export const UNNAMED: LocalizedText = { ko: '—', en: '—' }

/** Ids as a Postgres array. */
export function uuids(ids: readonly Id[]): SQL {
  return sql`${`{${ids.join(',')}}`}::text::uuid[]`
}

/** The two audience columns' values, in the order units, people. */
export function audienceValues(audience: Audience): SQL {
  const units = audience.unitIds === null ? sql`null::uuid[]` : uuids(audience.unitIds)
  return sql`${units}, ${uuids(audience.personIds)}`
}

/** A unit's latest name, as a column. */
export function unitName(alias: string): SQL {
  const row = sql.raw(alias)
  return sql`(select v.name from public.unit_version v where v.tenant_id = ${row}.tenant_id and v.unit_id = ${row}.unit_id
    order by v.valid_from desc limit 1)`
}

/** A pattern that finds the words anywhere, whatever signs they hold. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}

/** An instant, or null. */
export function iso(value: Date | null): string | null {
  return value === null ? null : value.toISOString()
}

/** A column's instant, or null. */
export function date(value: string | null): Date | null {
  return value === null ? null : new Date(value)
}

/** A jsonb column's value, whichever way the driver hands it over. */
export function json<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T
}

/** A uuid[] column's ids, whichever way the driver hands them over. */
export function ids(value: unknown): Id[] {
  if (Array.isArray(value)) return value.map(String)
  const inner = String(value ?? '{}').slice(1, -1)
  return inner === '' ? [] : inner.split(',')
}
