import { type Id, isId, ValidationError } from '../../kernel/index.ts'

/** The last row of a page, for the next: its sort key and its id, opaque to clients. */
export interface Cursor {
  readonly key: string
  readonly id: Id
}

/** Packs the last row of a page that has a next one; null otherwise. */
export function packCursor(last: Cursor | undefined): string | null {
  return last === undefined ? null : Buffer.from(`${last.id}|${last.key}`).toString('base64url')
}

/**
 * Unpacks a cursor whose key fits the order it is used in.
 * @throws ValidationError `input.wrong-format` for anything this area did not pack
 */
export function unpackCursor(cursor: string | undefined, fits: (key: string) => boolean): Cursor | undefined {
  if (cursor === undefined) return undefined
  const [id = '', ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  const key = rest.join('|')
  if (!isId(id) || !fits(key)) {
    throw new ValidationError('input.wrong-format', { field: 'cursor', params: { format: 'cursor' } })
  }
  return { key, id }
}

/** Whether a text reads as an instant. */
export const isInstant = (key: string): boolean => !Number.isNaN(Date.parse(key))
