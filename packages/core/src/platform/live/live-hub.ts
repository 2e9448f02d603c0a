import { z } from 'zod'
import type { Id } from '../../kernel/index.ts'
import { LIVE_CHANNEL } from '../db/announcer.ts'
import { listen } from '../db/listen.ts'

/** At most four frames a second reach one view (architecture: live updates). */
const FRAME_MS = 250
/** A page reads first and follows a moment later: what was touched so shortly before counts as stale at once. */
const GAP_MS = 5_000

export interface LiveReader {
  readonly tenantId: Id
  readonly topics: ReadonlySet<string>
  /** Called with the topics that went stale since the last call, at most four times a second. */
  onStale(topics: string[]): void
}

/** One process's ear for what other processes have committed. */
export interface LiveHub {
  /** Follows topics until the returned function is called. */
  follow(reader: LiveReader): () => void
  /** Hears of an account whose rights or sessions changed, in whichever agency. */
  onAccount(listener: (accountId: Id) => void): () => void
  readers(): number
  /** Settles once the hub hears. */
  readonly listening: Promise<void>
  close(): Promise<void>
}

const notice = z.object({ tenantId: z.string(), topics: z.array(z.string()) })

interface Entry {
  readonly reader: LiveReader
  stale: Set<string>
  timer: NodeJS.Timeout | undefined
  /** When the last frame went out, in milliseconds. */
  sent: number
}

/** Opens the hub: one LISTEN connection for all readers of the process. */
export function openLiveHub(options: { url: string; onError: (error: unknown) => void }): LiveHub {
  const tenants = new Map<Id, Set<Entry>>()
  const accountListeners = new Set<(accountId: Id) => void>()
  const recent = new Map<string, number>()
  let ready = false
  let begin: () => void = () => undefined
  const listening = new Promise<void>((resolve) => {
    begin = resolve
  })

  const send = (entry: Entry) => {
    entry.timer = undefined
    const topics = [...entry.stale]
    entry.stale = new Set()
    entry.sent = Date.now()
    entry.reader.onStale(topics)
  }
  const mark = (entry: Entry, topic: string) => {
    entry.stale.add(topic)
    if (entry.timer !== undefined) return
    const wait = entry.sent + FRAME_MS - Date.now()
    entry.timer = setTimeout(send, Math.max(0, wait), entry)
  }
  const hear = (payload: string) => {
    const { tenantId, topics } = notice.parse(JSON.parse(payload))
    for (const topic of topics) {
      if (topic.startsWith('account:'))
        for (const listener of accountListeners) listener(topic.slice('account:'.length))
      remember(recent, recentKey(tenantId, topic))
      for (const entry of tenants.get(tenantId) ?? []) if (entry.reader.topics.has(topic)) mark(entry, topic)
    }
  }
  const listener = listen(options.url, LIVE_CHANNEL, 'harmony-live', {
    onMessage(payload) {
      try {
        hear(payload)
      } catch (error) {
        options.onError(error)
      }
    },
    onReady() {
      // After a break nobody knows what was missed: every view reads again.
      if (ready)
        for (const entries of tenants.values())
          for (const entry of entries) for (const topic of entry.reader.topics) mark(entry, topic)
      ready = true
      begin()
    },
    onError: options.onError,
  })

  return {
    follow(reader) {
      const entry: Entry = { reader, stale: new Set(), timer: undefined, sent: 0 }
      const entries = tenants.get(reader.tenantId) ?? new Set()
      entries.add(entry)
      tenants.set(reader.tenantId, entries)
      for (const topic of reader.topics) {
        if ((recent.get(recentKey(reader.tenantId, topic)) ?? 0) > Date.now() - GAP_MS) mark(entry, topic)
      }
      return () => {
        clearTimeout(entry.timer)
        entries.delete(entry)
        if (entries.size === 0 && tenants.get(reader.tenantId) === entries) tenants.delete(reader.tenantId)
      }
    },
    onAccount(listener) {
      accountListeners.add(listener)
      return () => accountListeners.delete(listener)
    },
    readers: () => [...tenants.values()].reduce((sum, entries) => sum + entries.size, 0),
    listening,
    close: () => listener.close(),
  }
}

function recentKey(tenantId: Id, topic: string): string {
  return `${tenantId} ${topic}`
}

/** Keeps the newest touches, oldest first, and drops what is too old to matter. */
function remember(recent: Map<string, number>, key: string): void {
  const now = Date.now()
  recent.delete(key)
  recent.set(key, now)
  for (const [old, at] of recent) {
    if (at > now - GAP_MS) break
    recent.delete(old)
  }
}
