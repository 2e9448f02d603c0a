import type { AppRouter } from '@harmony/api/router'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createTRPCClient, httpBatchLink, httpSubscriptionLink, splitLink, TRPCClientError } from '@trpc/client'
import type { inferRouterOutputs } from '@trpc/server'
import { createTRPCContext } from '@trpc/tanstack-react-query'
import type { ReactNode } from 'react'
import { useMemo } from 'react'

/** What the api's procedures give, as it travels (dates are ISO texts). */
export type ApiOutputs = inferRouterOutputs<AppRouter>

const context = createTRPCContext<AppRouter>()

/** The api of the agency in the path: `useTRPC().customer.queue.queryOptions({...})`. */
export const useTRPC = context.useTRPC
/** The plain client, for calls outside queries. */
export const useTRPCClient = context.useTRPCClient

const FINAL = new Set(['UNAUTHORIZED', 'FORBIDDEN', 'NOT_FOUND', 'BAD_REQUEST', 'CONFLICT', 'PAYLOAD_TOO_LARGE'])

function isFinal(error: unknown): boolean {
  return error instanceof TRPCClientError && FINAL.has(String(error.data?.code))
}

/** A query cache: retries what may pass by itself, never what the server has decided. */
export function makeQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => count < 2 && !isFinal(error),
        refetchOnWindowFocus: 'always',
      },
    },
  })
}

/** A client of one agency's api. */
export function makeClient(agency: string) {
  const url = `/api/${agency}/trpc`
  return createTRPCClient<AppRouter>({
    links: [
      splitLink({
        condition: (op) => op.type === 'subscription',
        true: httpSubscriptionLink({ url }),
        false: httpBatchLink({ url, maxItems: 10 }),
      }),
    ],
  })
}

/** Gives the pages below the api and a cache of their agency; another agency gets its own. */
export function ApiProvider({ agency, children }: { readonly agency: string; readonly children: ReactNode }) {
  const [client, queryClient] = useMemo(() => [makeClient(agency), makeQueryClient()] as const, [agency])
  return (
    <QueryClientProvider client={queryClient}>
      <context.TRPCProvider trpcClient={client} queryClient={queryClient}>
        {children}
      </context.TRPCProvider>
    </QueryClientProvider>
  )
}
