import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { createContext, useContext } from 'react'
import { type ApiOutputs, useTRPC } from './trpc.tsx'

/** Who is signed in at this agency, with what they may do. */
export type Session = ApiOutputs['identity']['me']

const SessionContext = createContext<Session | null>(null)

/** The session's query; the shell shows its loading and failure. */
export function useSessionQuery() {
  const trpc = useTRPC()
  return useQuery(trpc.identity.me.queryOptions(undefined, { staleTime: 60_000 }))
}

/** Hands the session to the pages below. */
export function SessionProvider({ session, children }: { readonly session: Session; readonly children: ReactNode }) {
  return <SessionContext.Provider value={session}>{children}</SessionContext.Provider>
}

/** The session of the page. Only below the agency's layout. */
export function useSession(): Session {
  const session = useContext(SessionContext)
  if (!session) throw new Error('useSession outside the agency layout')
  return session
}
