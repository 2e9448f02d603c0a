import pg from 'pg'

export interface Listener {
  close(): Promise<void>
}

const RETRY_MS = 250

/**
 * Listens on one channel over a connection of its own and comes back after it was lost (postgres.js gives up when
 * the server is away at the moment it listens again, so this uses pg).
 * @param onReady called whenever listening (again) begins: what was said in between is unknown
 */
export function listen(
  url: string,
  channel: string,
  name: string,
  handlers: { onMessage: (payload: string) => void; onReady: () => void; onError: (error: unknown) => void },
): Listener {
  let closed = false
  let client: pg.Client | undefined
  let retry: NodeJS.Timeout | undefined

  const open = () => {
    const mine = new pg.Client({
      connectionString: url,
      keepAlive: true,
      application_name: name,
      connectionTimeoutMillis: 5_000,
    })
    client = mine
    let lost = false
    const again = (error?: unknown) => {
      if (lost || closed) return
      lost = true
      if (error !== undefined) handlers.onError(error)
      mine.end().catch(() => {})
      retry = setTimeout(open, RETRY_MS)
    }
    mine.on('error', again)
    mine.on('end', () => again())
    mine.on('notification', (message) => handlers.onMessage(message.payload ?? ''))
    mine
      .connect()
      .then(() => mine.query(`listen ${mine.escapeIdentifier(channel)}`))
      .then(() => handlers.onReady())
      .catch(again)
  }
  open()

  return {
    async close() {
      closed = true
      clearTimeout(retry)
      await client?.end().catch(() => {})
    },
  }
}
