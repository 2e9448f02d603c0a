import fc from 'fast-check'

/** Texts that pass a length check and break what stands behind it. */
const TEXTS = [
  '',
  ' ',
  'a\u0000b',
  '\u0000',
  '\ud800',
  '\udc00\ud800',
  '\u202e가나\u200b',
  '각'.normalize('NFD').repeat(80),
  "'; drop table unit; --",
  '%_\\',
  '{"$ne":null}',
  '<script>alert(1)</script>',
  '=1+1',
  '../../etc/passwd',
  '__proto__',
  'constructor',
  'NaN',
  '1e309',
  '00000000-0000-0000-0000-000000000000',
  '01900000-0000-7000-8000-00000000000G',
  '2026-02-30',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01T00:00:00+99:99',
  Buffer.from('2026-01-01T00:00:00Z|x').toString('base64url'),
  Buffer.from('+275760-09-13T00:00:00.000Z|01900000-0000-7000-8000-000000000001').toString('base64url'),
  '+275760-09-13T00:00:00.000Z_01900000-0000-7000-8000-000000000001',
]

const NUMBERS = [0, -0, -1, 0.5, 1e308, -1e308, 5e-324, 2 ** 31, 2 ** 53, -(2 ** 63), 1e21]

/** Any value JSON can carry, of the kinds that hurt: wrong types, huge, deep, broken. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.integer({ min: 100, max: 60_000 }).map((length) => '가'.repeat(length)) },
  { weight: 2, arbitrary: fc.constantFrom(...NUMBERS) },
  { weight: 2, arbitrary: fc.constantFrom<unknown>(null, true, [], {}, [[]], [null], { '': null }) },
  { weight: 1, arbitrary: fc.integer({ min: 10, max: 400 }).map(nested) },
  { weight: 1, arbitrary: fc.integer({ min: 11, max: 2_000 }).map((length) => Array.from({ length }, () => 'x')) },
  { weight: 1, arbitrary: fc.uuid() },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 4 }) },
)

/** Inputs beside a valid one: some of its values, at any depth, replaced, dropped or joined by strangers. */
export function hostile(valid: unknown): fc.Arbitrary<unknown> {
  if (typeof valid !== 'object' || valid === null) return fc.oneof(fc.constant(valid), value)
  const places = placesOf(valid)
  if (places.length === 0) return value
  const change = fc.tuple(fc.constantFrom(...places), fc.oneof({ weight: 8, arbitrary: value }, fc.constant(DROP)))
  const changed = fc.array(change, { minLength: 1, maxLength: 3 }).map((changes) => {
    return changes.reduce((input, [place, to]) => put(input, place, to), valid as unknown)
  })
  const extra = fc
    .tuple(fc.constantFrom('extra', '__proto__', 'constructor', ''), value)
    .map(([key, more]) => ({ ...valid, [key]: more }))
  return fc.oneof({ weight: 8, arbitrary: changed }, { weight: 1, arbitrary: extra }, { weight: 1, arbitrary: value })
}

const DROP = Symbol('drop')

type Place = readonly (string | number)[]

function placesOf(node: unknown, place: Place = []): Place[] {
  if (typeof node !== 'object' || node === null) return [place]
  const inner = Object.entries(node).flatMap(([key, one]) =>
    placesOf(one, [...place, Array.isArray(node) ? +key : key]),
  )
  return place.length === 0 ? inner : [place, ...inner]
}

function put(node: unknown, [key, ...rest]: Place, to: unknown): unknown {
  if (key === undefined) return to
  if (Array.isArray(node)) return node.map((one, at) => (at === key ? put(one, rest, to === DROP ? null : to) : one))
  if (typeof node !== 'object' || node === null) return node
  const copy: Record<string, unknown> = { ...node }
  if (rest.length === 0 && to === DROP) delete copy[key]
  else copy[key] = put(copy[key], rest, to)
  return copy
}

function nested(depth: number): unknown {
  let node: unknown = 'deep'
  for (let i = 0; i < depth; i += 1) node = i % 2 === 0 ? [node] : { a: node }
  return node
}
