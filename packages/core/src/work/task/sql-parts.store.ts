import { type SQL, sql } from 'drizzle-orm'
import type { Actor, Id, LocalizedText } from '../../kernel/index.ts'

export const UNNAMED: LocalizedText = { ko: '—', en: '—' }

/** A unit's latest name, as a column; `ref` is a column of a unit's id, from code only. */
export function unitName(ref: string): SQL {
  const [alias = ''] = ref.split('.')
  return sql.raw(
    `(select v.name from public.unit_version v where v.tenant_id = ${alias}.tenant_id and v.unit_id = ${ref} order by v.valid_from desc limit 1)`,
  )
}

/** A person's name, as a column; `ref` is a column of a person's id, from code only. */
export function personName(ref: string): SQL {
  const [alias = ''] = ref.split('.')
  return sql.raw(`(select o.name from public.person o where o.tenant_id = ${alias}.tenant_id and o.id = ${ref})`)
}

/** A person out of two columns; null without one. */
export function personOf(id: Id | null, name: string | null): { id: Id; name: string } | null {
  return id === null ? null : { id, name: name ?? '—' }
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

/** A list of ids as PostgreSQL writes an array; null stays null. */
export function uuids(list: readonly Id[] | null): string | null {
  return list === null ? null : `{${list.join(',')}}`
}

/** An instant of a column as the schemas say it. */
export function instant(value: string): string {
  return new Date(value).toISOString()
}

/** The person an act is put down to; null for the system. */
export function actorPerson(actor: Actor): Id | null {
  return actor.kind === 'officer' ? actor.personId : null
}

/** A pattern that finds the words anywhere, whatever signs they hold. */
export function containing(words: string): string {
  return `%${words.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
