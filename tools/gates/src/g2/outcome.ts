import { idsIn } from './ids.ts'

/** How a call ended, as its caller can see it. */
export type Outcome =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly status: number; readonly error: Readonly<Record<string, unknown>> }

/** Reads a tRPC answer, a JSON one or the first word of a stream. */
export function outcomeOf(status: number, text: string): Outcome {
  const body = parsed(text) ?? parsed(/serialized-error\s+data: (.*)/.exec(text)?.[1] ?? '')
  const error = asRecord(body?.error) ?? (text.includes('serialized-error') ? body : undefined)
  if (error !== undefined) {
    const { code, messageCode, kind, field, params, httpStatus } = asRecord(error.data) ?? error
    return { ok: false, status: Number(httpStatus ?? status), error: { code, messageCode, kind, field, params } }
  }
  if (status >= 400) return { ok: false, status, error: { text } }
  return { ok: true, data: body === undefined ? text : asRecord(body.result)?.data }
}

/** The outcome as text in which what may differ between two equal calls is struck out; `loose` where each call makes its own rows. */
export function comparable(outcome: Outcome, asked: unknown, loose: boolean): string {
  let text = JSON.stringify(outcome)
  for (const id of idsIn(JSON.stringify(asked) ?? '')) text = text.replaceAll(id, '<asked>')
  text = text.replace(/"retryAfterSeconds":\d+/g, '"retryAfterSeconds":0')
  if (!loose || !outcome.ok) return text
  return text
    .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '<id>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/[\w.+-]+@[\w.-]+/g, '<mail>')
    .replace(/\d+/g, '0')
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return asRecord(JSON.parse(text))
  } catch {
    return undefined
  }
}

function asRecord(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}
