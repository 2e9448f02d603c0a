import type { createApp } from '@harmony/api/app'
import { type Outcome, outcomeOf } from './outcome.ts'
import { procedures } from './procedures.ts'

/** One call of a procedure over HTTP; `token` is the session's, null for a guest. */
interface Call {
  readonly token: string | null
  readonly agency: string
  readonly path: string
  readonly input: unknown
}

export interface Answer {
  readonly outcome: Outcome
  readonly text: string
}

/** The way to the product; tests put faults in front of it. */
export type Door = (call: Call) => Promise<Answer>

let callers = 0

/** Headers of a caller of its own address, so nobody wears down another's tries. */
export function headersOf(token: string | null): Record<string, string> {
  callers += 1
  const address = `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers & 255}`
  const cookie: Record<string, string> = token === null ? {} : { cookie: `harmony_session=${token}` }
  return { host: 'localhost:3000', 'x-forwarded-for': address, 'content-type': 'application/json', ...cookie }
}

/** The product's own HTTP surface as a door. */
export function httpDoor(app: ReturnType<typeof createApp>): Door {
  return async ({ token, agency, path, input }) => {
    const type = procedures.get(path)?.type ?? 'query'
    const url = `/api/${agency}/trpc/${path}`
    const json = JSON.stringify(input)
    if (type === 'mutation') {
      const body = json === undefined ? {} : { body: json }
      return read(await app.request(url, { method: 'POST', headers: headersOf(token), ...body }))
    }
    const query = json === undefined ? '' : `?input=${encodeURIComponent(json)}`
    const accept: Record<string, string> = type === 'subscription' ? { accept: 'text/event-stream' } : {}
    return read(await app.request(url + query, { headers: { ...headersOf(token), ...accept } }))
  }
}

async function read(response: Response): Promise<Answer> {
  const stream = response.headers.get('content-type')?.startsWith('text/event-stream')
  const text = stream ? await firstWord(response) : await response.text()
  return { outcome: outcomeOf(response.status, text), text }
}

/** What a stream says until it is ready or refuses. */
async function firstWord(response: Response): Promise<string> {
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).getReader()
  const decoder = new TextDecoder()
  let text = ''
  while (!/"kind":"ready"|serialized-error\s+data: .*\n/.test(text)) {
    const { done, value } = await reader.read()
    if (done) break
    text += decoder.decode(value, { stream: true })
  }
  await reader.cancel()
  return text.includes('"kind":"ready"') ? 'ready' : text
}
