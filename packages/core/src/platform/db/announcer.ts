import postgres from 'postgres'

/** Postgres channels: the worker listens on the first, the api's live hub on the second. */
export const OUTBOX_CHANNEL = 'harmony_outbox'
export const LIVE_CHANNEL = 'harmony_live'

/** Tells other processes, after commit, that there is work or that a view is stale. */
export interface Announcer {
  announce(tenantId: string, topics: readonly string[], outbox: boolean): void
  close(): Promise<void>
}

const WINDOW_MS = 5
const PAYLOAD_LIMIT = 7_000
const SEND_LIMIT_MS = 2_000

/**
 * NOTIFY inside a transaction serialises the commits of the whole server: this sends after commit,
 * coalesced over a few milliseconds, on a connection of its own. A lost notice is caught by the sweep.
 */
export function openAnnouncer(url: string): Announcer {
  const sql = postgres(url, {
    max: 1,
    idle_timeout: 60,
    connect_timeout: 5,
    onnotice: () => {},
    connection: { application_name: 'harmony-announcer' },
  })
  const live = new Map<string, Set<string>>()
  const tenants = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  let sending: Promise<unknown> = Promise.resolve()

  const flush = () => {
    timer = undefined
    const messages: { channel: string; payload: string }[] = []
    for (const tenantId of tenants) messages.push({ channel: OUTBOX_CHANNEL, payload: tenantId })
    for (const [tenantId, topics] of live) {
      for (const part of parts([...topics])) {
        messages.push({ channel: LIVE_CHANNEL, payload: JSON.stringify({ tenantId, topics: part }) })
      }
    }
    tenants.clear()
    live.clear()
    sending = sending.then(() =>
      within(
        SEND_LIMIT_MS,
        sql`select pg_notify(m.channel, m.payload) from jsonb_to_recordset(${sql.json(messages)}) as m(channel text, payload text)`,
      ),
    )
  }

  return {
    announce(tenantId, topics, outbox) {
      if (outbox) tenants.add(tenantId)
      if (topics.length > 0) {
        const known = live.get(tenantId) ?? new Set()
        for (const topic of topics) known.add(topic)
        live.set(tenantId, known)
      }
      if (timer === undefined && (outbox || topics.length > 0)) timer = setTimeout(flush, WINDOW_MS)
    },
    async close() {
      if (timer !== undefined) {
        clearTimeout(timer)
        flush()
      }
      await sending
      await sql.end({ timeout: 2 })
    },
  }
}

/** Waits for a statement, not for ever: one sent over a breaking connection may never settle (see `whenLost`). */
async function within(ms: number, work: PromiseLike<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<void>((resolve) => {
    timer = setTimeout(() => resolve(), ms)
  })
  await Promise.race([work, limit]).catch(() => {})
  clearTimeout(timer)
}

function parts(topics: string[]): string[][] {
  const result: string[][] = []
  let size = PAYLOAD_LIMIT
  for (const topic of topics) {
    size += topic.length + 3
    if (size > PAYLOAD_LIMIT) {
      result.push([])
      size = topic.length + 60
    }
    result.at(-1)?.push(topic)
  }
  return result
}
