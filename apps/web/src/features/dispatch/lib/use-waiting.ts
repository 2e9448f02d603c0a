import { useQuery } from '@tanstack/react-query'
import { useLiveQueries } from '../../../lib/live.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useTopicsOfMine } from './use-topics-of-mine.ts'

/** How many documents wait for the reader's release, to be received, or to be handled; undefined until known; live. */
export function useWaitingDispatches(): number | undefined {
  const trpc = useTRPC()
  const sent = useQuery(trpc.dispatch.counts.queryOptions()).data
  const received = useQuery(trpc.dispatch.receptionCounts.queryOptions()).data
  useLiveQueries(useTopicsOfMine(), [trpc.dispatch.counts.queryKey(), trpc.dispatch.receptionCounts.queryKey()])
  if (sent === undefined || received === undefined) return undefined
  return sent.toRelease + sent.sentBack + received.arrived + received.mine
}
