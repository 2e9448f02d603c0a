import { type SQL, sql } from 'drizzle-orm'
import { type Id, isId, ValidationError } from '../../kernel/index.ts'

/** A jsonb or array column's value, whichever way the driver hands it over. */
export function json<T>(value: unknown): T {
  return (typeof value === 'string' ? JSON.parse(value) : value) as T
}

/** A value as a jsonb parameter; null stays null. */
export function jsonb(value: unknown): SQL {
  return sql`${value === null ? null : JSON.stringify(value)}::text::jsonb`
}

/** Ids as an array parameter; null stays null. */
export function uuids(ids: readonly Id[] | null): SQL {
  return sql`${ids === null ? null : `{${ids.join(',')}}`}::text::uuid[]`
}

/** Plain words as an array parameter. */
export function texts(values: readonly string[]): SQL {
  return sql`array(select jsonb_array_elements_text(${JSON.stringify(values)}::text::jsonb))`
}

/** An instant as a parameter; null stays null. */
export function at(value: Date | null): SQL {
  return sql`${value?.toISOString() ?? null}::timestamptz`
}

/** A column's instant. */
export function toDate(value: string | null): Date | null {
  return value === null ? null : new Date(value)
}

/** The last row of a page, for the next one. */
export interface Cursor {
  readonly key: string
  readonly id: Id
}

/** Packs a cursor into one string, opaque to clients. */
export function packCursor(key: string, id: Id): string {
  return Buffer.from(JSON.stringify([key, id])).toString('base64url')
}

/** Unpacks a cursor. @throws ValidationError `input.wrong-format` for anything this area did not pack */
export function unpackCursor(cursor: string | undefined, kind: 'instant' | 'text' | 'number'): Cursor | undefined {
  if (cursor === undefined) return undefined
  const wrong = () => new ValidationError('input.wrong-format', { field: 'cursor', params: { format: 'cursor' } })
  let parts: unknown
  try {
    parts = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'))
  } catch {
    throw wrong()
  }
  if (!Array.isArray(parts)) throw wrong()
  const [key, id] = parts as unknown[]
  if (typeof key !== 'string' || !isId(id)) throw wrong()
  if (kind === 'instant' && Number.isNaN(Date.parse(key))) throw wrong()
  if (kind === 'number' && !/^\d{1,9}$/.test(key)) throw wrong()
  return { key, id }
}
