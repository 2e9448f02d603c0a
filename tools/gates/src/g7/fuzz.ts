import fc from 'fast-check'
import { headersOf } from '../g2/door.ts'
import type { Hostile } from './requests.ts'

/** The product's HTTP surface, without a network. */
export type Fetch = (url: string, init: RequestInit) => Response | Promise<Response>

interface FuzzOptions {
  readonly requests: fc.Arbitrary<Hostile>
  readonly fetch: Fetch
  /** Sessions to call with, by role; without one a guest calls. */
  readonly tokens: ReadonlyMap<string, string>
  readonly count: number
  /** Stops after so long, in milliseconds. */
  readonly within: number
  readonly seed: number
}

export interface FuzzReport {
  readonly requests: number
  readonly byStatus: Readonly<Record<string, number>>
  /** Requests that ended in a failure of the server, or showed its inside; the first hundred. */
  readonly faults: readonly string[]
}

const CHUNK = 500
const AT_ONCE = 8
const INSIDE = /node_modules|\.ts:\d+|\n\s+at |PostgresError|pg_catalog|insert into|select .* from public/

/** Gate G7: sends hostile requests and judges every answer. */
export async function fuzz(options: FuzzOptions): Promise<FuzzReport> {
  const { count, within, seed } = options
  const byStatus: Record<string, number> = {}
  const faults: string[] = []
  const end = Date.now() + within
  let requests = 0
  for (let chunk = 0; requests < count && Date.now() < end; chunk += 1) {
    const left = fc.sample(options.requests, { numRuns: Math.min(CHUNK, count - requests), seed: seed + chunk })
    const lane = async () => {
      for (let one = left.pop(); one !== undefined && Date.now() < end; one = left.pop()) {
        requests += 1
        const { status, fault } = await send(options, one)
        byStatus[status] = (byStatus[status] ?? 0) + 1
        if (fault !== undefined && faults.length < 100) faults.push(fault)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, lane))
  }
  return { requests, byStatus, faults }
}

async function send({ fetch, tokens }: FuzzOptions, one: Hostile): Promise<{ status: number; fault?: string }> {
  const { 'content-type': _, ...common } = headersOf(tokens.get(one.who) ?? null)
  const body = one.body === undefined ? {} : { body: one.body as BodyInit }
  try {
    const response = await fetch(one.url, { method: one.method, headers: { ...common, ...one.headers }, ...body })
    const text = await bodyOf(response)
    const { status } = response
    const bad = (status >= 500 && status !== 503) || INSIDE.test(text)
    return bad ? { status, fault: `${describe(one)} → ${status} ${text.slice(0, 300)}` } : { status }
  } catch (error) {
    return { status: 0, fault: `${describe(one)} → ${error instanceof Error ? error.stack : String(error)}` }
  }
}

/** The body, or the first part of a stream that goes on. */
async function bodyOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text()
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const { value } = await reader.read()
  await reader.cancel()
  return new TextDecoder().decode(value)
}

function describe({ what, method, url, headers, body }: Hostile): string {
  const text = typeof body === 'string' ? body : body === undefined ? '' : `${body.length} bytes`
  return `${what}: ${method} ${url.slice(0, 400)} ${headers['content-type'] ?? '-'} ${JSON.stringify(text).slice(0, 400)}`
}
