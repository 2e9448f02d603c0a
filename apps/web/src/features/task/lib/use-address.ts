import { useNavigate, useSearch } from '@tanstack/react-router'
import { useCallback } from 'react'

type Search = Readonly<Record<string, string | undefined>>

/** The address's search, and a setter that merges into it; empty values leave it. The page stays where it is scrolled. */
export function useAddress(): readonly [Search, (change: Search) => void] {
  const search: Search = useSearch({ strict: false })
  const navigate = useNavigate()
  const change = useCallback(
    (next: Search) =>
      void navigate({
        to: '.',
        search: (before: Search) =>
          Object.fromEntries(Object.entries({ ...before, ...next }).filter(([, value]) => Boolean(value))),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  return [search, change]
}
