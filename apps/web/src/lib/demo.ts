import { useQuery } from '@tanstack/react-query'
import { useTRPC } from './trpc.tsx'

/** True on the demo's own database: only there the demo's sign-ins and the mailbox page exist. */
export function useIsDemo(): boolean {
  const trpc = useTRPC()
  const accounts = useQuery(trpc.identity.demoSignIns.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  return (accounts.data?.length ?? 0) > 0
}
