import { type Id, isId, ValidationError } from '../../kernel/index.ts'

/** The last row of a page, for the next: an instant and an id, opaque to clients. */
export interface Cursor {
  readonly at: string
  readonly id: Id
}

/** Packs the last row of a page that has a next one; null otherwise. */
export function nextCursor(rows: readonly { id: Id }[], limit: number, at: (index: number) => string): string | null {
  const last = rows[limit - 1]
  if (rows.length <= limit || last === undefined) return null
  return Buffer.from(`${at(limit - 1)}|${last.id}`).toString('base64url')
}

/** Unpacks a cursor. @throws ValidationError `input.wrong-format` for anything this area did not pack */
export function unpackCursor(cursor: string | undefined): Cursor | undefined {
  if (cursor === undefined) return undefined
  const [at = '', id = ''] = Buffer.from(cursor, 'base64url').toString('utf8').split('|')
  if (Number.isNaN(Date.parse(at)) || !isId(id)) {
    throw new ValidationError('input.wrong-format', { field: 'cursor', params: { format: 'cursor' } })
  }
  return { at, id }
}
