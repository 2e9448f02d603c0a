/** What a call came to: an answer, a refusal, or silence after which nobody knows. */
export type Outcome<T> = { kind: 'done'; data: T } | { kind: 'refused'; code: string } | { kind: 'unknown' }

const PATIENCE_MS = 4_000

/** One signed-in browser of 강남구. */
export class Browser {
  readonly #base: string
  #cookie = ''

  constructor(base: string) {
    this.#base = `${base}/api/gangnam/trpc`
  }

  async signIn(email: string, password: string): Promise<void> {
    const response = await this.#fetch('identity.signIn', { email, password })
    const cookie = response.headers.get('set-cookie')?.split(';')[0]
    if (!response.ok || cookie === undefined)
      throw new Error(`sign-in failed: ${response.status} ${await response.text()}`)
    this.#cookie = cookie
  }

  /** Calls a mutation. A 5xx is unknown: the transaction may have committed before the connection broke. */
  async act<T>(procedure: string, input: unknown): Promise<Outcome<T>> {
    return this.#outcome<T>(() => this.#fetch(procedure, input))
  }

  async ask<T>(procedure: string, input: unknown): Promise<Outcome<T>> {
    const query = encodeURIComponent(JSON.stringify(input))
    return this.#outcome<T>(() => fetch(`${this.#base}/${procedure}?input=${query}`, this.#options()))
  }

  async #outcome<T>(send: () => Promise<Response>): Promise<Outcome<T>> {
    try {
      const response = await send()
      const body = (await response.json()) as { result?: { data: T }; error?: { data?: { messageCode?: string } } }
      if (response.ok && body.result !== undefined) return { kind: 'done', data: body.result.data }
      if (response.status >= 500) return { kind: 'unknown' }
      return { kind: 'refused', code: body.error?.data?.messageCode ?? String(response.status) }
    } catch {
      return { kind: 'unknown' }
    }
  }

  #fetch(procedure: string, input: unknown): Promise<Response> {
    return fetch(`${this.#base}/${procedure}`, { ...this.#options(), method: 'POST', body: JSON.stringify(input) })
  }

  #options() {
    const headers = { 'content-type': 'application/json', cookie: this.#cookie }
    return { headers, signal: AbortSignal.timeout(PATIENCE_MS) }
  }
}
