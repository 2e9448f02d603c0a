import type { Localized } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useTRPC } from './trpc.tsx'

/** The slug of the agency in the path. Only below `/$agency`. */
export function useAgency(): string {
  const { agency } = useParams({ strict: false })
  return agency ?? ''
}

/** The agency's name; undefined until it is known. */
export function useAgencyName(slug: string): Localized | undefined {
  const trpc = useTRPC()
  const agencies = useQuery(trpc.tenancy.agencies.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  return agencies.data?.find((agency) => agency.slug === slug)?.name
}
