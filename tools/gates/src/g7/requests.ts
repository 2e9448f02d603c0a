import fc from 'fast-check'
import { hostile } from './hostile.ts'

/** One request of the run, by address, method, headers and body. */
export interface Hostile {
  readonly what: string
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | Uint8Array
  /** In which role. */
  readonly who: string
}

/** A procedure with inputs that work. */
export interface Target {
  readonly path: string
  readonly type: string
  readonly inputs: readonly unknown[]
  /** Who may call it at all. */
  readonly permission: unknown
}

const JSON_TYPE = { 'content-type': 'application/json' }
const BOUNDARY = 'xyz'
const FORM = { 'content-type': `multipart/form-data; boundary=${BOUNDARY}` }

/** Requests to every procedure, to the files, and to addresses that are not there. */
export function hostileRequests(agency: string, targets: readonly Target[]): fc.Arbitrary<Hostile> {
  return fc.oneof(
    { weight: 75, arbitrary: fc.constantFrom(...targets).chain((target) => call(agency, target)) },
    { weight: 6, arbitrary: brokenBody(agency, targets) },
    { weight: 4, arbitrary: batch(agency, targets) },
    { weight: 5, arbitrary: address(agency) },
    { weight: 10, arbitrary: upload(agency) },
  )
}

const CITIZENS = ['citizen', 'other-citizen']
const OFFICERS = ['officer', 'team-head', 'outsider', 'minister', 'performance-manager', 'tenant-admin', 'auditor']
const who = fc.constantFrom('guest', ...CITIZENS, ...OFFICERS)

/** Mostly somebody who gets past the door. */
function callerOf(permission: unknown): fc.Arbitrary<string> {
  if (permission === 'session') return fc.constant('spare')
  const able = Array.isArray(permission)
    ? OFFICERS.filter((role) => permission.includes(role))
    : { citizen: CITIZENS, officer: OFFICERS, member: ['citizen', 'officer'] }[String(permission)]
  if (able === undefined || able.length === 0) return who
  return fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...able) }, { weight: 1, arbitrary: who })
}

function call(agency: string, { path, type, inputs, permission }: Target): fc.Arbitrary<Hostile> {
  const input = fc.constantFrom(...inputs).chain(hostile)
  return fc.record({ input, who: callerOf(permission) }).map(({ input: given, who: caller }) => {
    const json = JSON.stringify(given) ?? ''
    const url = `/api/${agency}/trpc/${path}`
    const common = { what: path, headers: JSON_TYPE, who: caller }
    if (type === 'mutation') return { ...common, url, method: 'POST', body: json }
    return { ...common, url: `${url}?input=${encodeURIComponent(wellFormed(json))}`, method: 'GET' }
  })
}

/** Lone surrogates cannot stand in an address. */
function wellFormed(text: string): string {
  return text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
}

/** No JSON, half of it, other types, other methods. */
function brokenBody(agency: string, targets: readonly Target[]): fc.Arbitrary<Hostile> {
  const body = fc.oneof(
    fc.constantFrom('{', '', 'null', '[', '"', '{"a":', '\u0000', '\ufeff{}', 'undefined', `${'['.repeat(20_000)}`),
    fc.string({ unit: 'binary' }),
    fc.uint8Array({ maxLength: 200 }),
  )
  const types = ['application/json', 'text/plain', 'application/octet-stream', 'multipart/form-data', 'a/b; charset=é']
  const type = fc.constantFrom(...types.map((one) => one.replace('é', 'x')), '')
  const target = fc.constantFrom(...targets)
  return fc.record({ target, body, type, who, get: fc.boolean() }).map(({ target, body: given, ...rest }) => {
    const { path } = target
    // some acts need no body at all, and would end the session
    const caller = target.permission === 'session' ? 'guest' : rest.who
    const headers = rest.type === '' ? {} : { 'content-type': rest.type }
    const url = `/api/${agency}/trpc/${path}`
    const common = { what: `${path} with a broken body`, headers, who: caller }
    if (!rest.get) return { ...common, url, method: 'POST' as const, body: given }
    const input = encodeURIComponent(
      wellFormed(typeof given === 'string' ? given : Buffer.from(given).toString('latin1')),
    )
    return { ...common, url: `${url}?input=${input}`, method: 'GET' as const }
  })
}

function batch(agency: string, targets: readonly Target[]): fc.Arbitrary<Hostile> {
  const queries = targets.filter((target) => target.type === 'query').map((target) => target.path)
  const paths = fc.array(fc.constantFrom(...queries, 'nothing', '', '__proto__'), { minLength: 1, maxLength: 40 })
  const input = fc.oneof(
    fc.jsonValue(),
    fc.dictionary(fc.constantFrom('0', '1', '-1', '99999999999', 'x'), fc.jsonValue()),
  )
  return fc.record({ paths, input, who }).map((one) => ({
    what: `a batch of ${one.paths.length}`,
    url: `/api/${agency}/trpc/${one.paths.join(',')}?batch=1&input=${encodeURIComponent(wellFormed(JSON.stringify(one.input)))}`,
    method: 'GET',
    headers: JSON_TYPE,
    who: one.who,
  }))
}

function address(agency: string): fc.Arbitrary<Hostile> {
  const part = fc.oneof(
    fc.constantFrom(
      '%E0%A4%A',
      '%00',
      '..',
      '__proto__',
      'constructor.prototype',
      '%2e%2e%2f',
      '',
      agency,
      'trpc',
      'files',
    ),
    fc.uuid(),
    fc.string({ maxLength: 12 }).map((text) => encodeURIComponent(wellFormed(text))),
  )
  const parts = fc.array(part, { minLength: 1, maxLength: 5 })
  const under = fc.constantFrom('/api/', `/api/${agency}/trpc/`, `/api/${agency}/files/`, '/')
  return fc.record({ parts, under, who }).map((one) => ({
    what: 'an address',
    url: one.under + one.parts.join('/'),
    method: 'GET',
    headers: {},
    who: one.who,
  }))
}

/** Files of no bytes, of the wrong type, and forms that break off anywhere. */
function upload(agency: string): fc.Arbitrary<Hostile> {
  const name = fc.constantFrom(
    'a.txt',
    'a.exe',
    'a.png',
    'a',
    '',
    '../a.txt',
    'a\u0000.txt',
    '가'.repeat(300),
    '"',
    '%22.txt',
  )
  const bytes = fc.oneof(fc.uint8Array({ maxLength: 300 }), fc.constant(new Uint8Array()), fc.constant(MZ))
  const cut = fc.oneof({ weight: 3, arbitrary: fc.constant(1) }, fc.double({ min: 0, max: 1, noNaN: true }))
  const type = fc.constantFrom(
    FORM['content-type'],
    'multipart/form-data',
    'multipart/form-data; boundary=',
    `multipart/form-data; boundary=${'b'.repeat(300)}`,
    'application/json',
    '',
  )
  return fc.record({ name, bytes, cut, type, who }).map((one) => {
    const head = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="file"; filename="${one.name}"\r\n\r\n`
    const whole = Buffer.concat([Buffer.from(head), one.bytes, Buffer.from(`\r\n--${BOUNDARY}--\r\n`)])
    const body = new Uint8Array(whole.subarray(0, Math.floor(whole.length * one.cut)))
    const headers = one.type === '' ? {} : { 'content-type': one.type }
    return { what: 'an upload', url: `/api/${agency}/files`, method: 'POST', headers, body, who: one.who }
  })
}

const MZ = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])
