import { v7, validate } from 'uuid'

/** A UUIDv7 in its canonical lower-case form. */
export type Id = string

/** A new UUIDv7: sortable by the millisecond it was made. */
export function newId(): Id {
  return v7()
}

/** True for a canonical UUID of any version. */
export function isId(value: unknown): value is Id {
  return typeof value === 'string' && value === value.toLowerCase() && validate(value)
}
