import { type Database, type LiveHub, openLiveHub, type ReaderLimits, readerLimits } from '@harmony/core/platform'

/** The live updates of one api process. */
export interface LiveService {
  /** The hub; its connection opens with the first reader. */
  hub(): LiveHub
  readonly limits: ReaderLimits
  /** Fires when the process drains, which ends all streams. */
  readonly stopping: AbortSignal
  readers(): number
  close(): Promise<void>
}

/** Opens the live updates of a process. */
export function openLiveService(db: Database, onError: (error: unknown) => void = () => undefined): LiveService {
  const stop = new AbortController()
  let hub: LiveHub | undefined
  return {
    hub() {
      hub ??= openLiveHub({ url: db.url, onError })
      return hub
    },
    limits: readerLimits(),
    stopping: stop.signal,
    readers: () => hub?.readers() ?? 0,
    async close() {
      stop.abort()
      await hub?.close()
    },
  }
}
