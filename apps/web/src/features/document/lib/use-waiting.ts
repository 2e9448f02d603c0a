import { useQuery } from '@tanstack/react-query'
import { useLiveQueries } from '../../../lib/live.tsx'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'

/** How many documents wait for the reader's 검토, 협조 or 결재; undefined until known; live. */
export function useWaitingApprovals(): number | undefined {
  const trpc = useTRPC()
  const { personId } = useSession()
  const counts = useQuery(trpc.document.inboxCounts.queryOptions()).data
  useLiveQueries(personId ? [`inbox:${personId}`] : [], [trpc.document.inboxCounts.queryKey()])
  return counts?.waiting
}
