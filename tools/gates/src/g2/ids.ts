import { randomBytes } from 'node:crypto'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** Every id in a text, in order. */
export function idsIn(text: string): string[] {
  return text.match(UUID) ?? []
}

/** The ids of an input wherever they stand: fields, lists, topics, cursors. */
export function idsOf(input: unknown): string[] {
  return idsIn(textOf(input))
}

/** The input with its ids replaced, each by place; undefined leaves one as it is. */
export function withIds(input: unknown, ids: readonly (string | undefined)[]): unknown {
  let place = -1
  return inputOf(
    textOf(input).replace(UUID, (own) => {
      place += 1
      return ids[place] ?? own
    }),
  )
}

/** A pair of inputs that must end alike: one names another agency's ids, one ids that nobody has. */
export interface Twins {
  readonly foreign: unknown
  readonly unknown: unknown
}

/**
 * The ways to smuggle ids into an input: each place alone among one's own, and the whole input as the other agency
 * would send it. @throws Error when the two inputs do not have the same places
 */
export function twinsOf(own: unknown, other: unknown): Twins[] {
  const [mine, theirs] = [idsOf(own), idsOf(other)]
  if (mine.length !== theirs.length) throw new Error(`${mine.length} ids against ${theirs.length}`)
  if (mine.length === 0) return []
  const nobody = theirs.map(nobodyNear)
  const whole = { foreign: other, unknown: withIds(other, nobody) }
  if (mine.length === 1) return [whole]
  const alone = mine.map((_, at) => {
    const only = (ids: readonly string[]) => ids.map((id, place) => (place === at ? id : undefined))
    return { foreign: withIds(own, only(theirs)), unknown: withIds(own, only(nobody)) }
  })
  return [whole, ...alone]
}

/** An id of nobody that sorts beside the given one, so pages cut at it are the same. */
export function nobodyNear(id: string): string {
  return id.slice(0, 24) + randomBytes(6).toString('hex')
}

const PACKED = '\u0001packed:'

/** JSON with cursors unpacked, so their ids can be seen. */
function textOf(input: unknown): string {
  return (
    JSON.stringify(input, (key, value: unknown) => {
      if (key !== 'cursor' || typeof value !== 'string') return value
      const unpacked = Buffer.from(value, 'base64url').toString('utf8')
      return idsIn(unpacked).length > 0 ? PACKED + unpacked : value
    }) ?? ''
  )
}

function inputOf(text: string): unknown {
  if (text === '') return undefined
  return JSON.parse(text, (_, value: unknown) =>
    typeof value === 'string' && value.startsWith(PACKED)
      ? Buffer.from(value.slice(PACKED.length)).toString('base64url')
      : value,
  )
}
