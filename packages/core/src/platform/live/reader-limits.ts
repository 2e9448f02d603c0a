import { type Id, RateLimitedError, UnavailableError } from '../../kernel/index.ts'

/** Topics of one subscription. */
export const MAX_TOPICS = 30
/** Streams of one account in one process: some tabs and devices, no flood. */
const MAX_PER_ACCOUNT = 12
const MAX_PER_PROCESS = 5_000

/** Counts the open streams of a process. */
export interface ReaderLimits {
  /** @throws RateLimitedError over the account's limit, UnavailableError over the process's */
  take(accountId: Id): () => void
}

export function readerLimits(perAccount = MAX_PER_ACCOUNT, perProcess = MAX_PER_PROCESS): ReaderLimits {
  const open = new Map<Id, number>()
  let total = 0
  return {
    take(accountId) {
      const mine = open.get(accountId) ?? 0
      if (total >= perProcess) throw new UnavailableError('live.full')
      if (mine >= perAccount)
        throw new RateLimitedError('live.too-many-streams', { params: { max: perAccount, retryAfterSeconds: 5 } })
      open.set(accountId, mine + 1)
      total += 1
      let given = false
      return () => {
        if (given) return
        given = true
        total -= 1
        const left = (open.get(accountId) ?? 1) - 1
        if (left === 0) open.delete(accountId)
        else open.set(accountId, left)
      }
    },
  }
}
