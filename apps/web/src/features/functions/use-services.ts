import { useText } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useTRPC } from '../../lib/trpc.tsx'

/** The agency's kinds of petition by key. */
export function useServices(): readonly { readonly key: string; readonly label: string }[] {
  const text = useText()
  const trpc = useTRPC()
  const catalogue = useQuery(trpc.customer.catalogue.queryOptions(undefined, { staleTime: 300_000 }))
  return (catalogue.data?.areas ?? []).flatMap((area) =>
    area.services.map((service) => ({ key: service.key, label: text(service.name) })),
  )
}

/** The name of a service; its key while the catalogue loads, and of one the agency no longer has. */
export function useServiceName(): (key: string) => string {
  const services = useServices()
  return (key) => services.find((service) => service.key === key)?.label ?? key
}
