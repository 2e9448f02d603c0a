import { SegmentedToggle, Select, TextField, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { QueueFilter } from '../api.ts'
import { queueWords } from '../words.ts'

interface QueueBarProps {
  readonly filter: QueueFilter
  readonly set: (change: Partial<QueueFilter>) => void
  readonly counts: { readonly mine: number; readonly turn: number; readonly unassigned: number } | undefined
}

const PAUSE_MS = 250
const EVERY = 'every'

/** The queue's filter: scope, state, service, words. Typing waits a moment before it asks. */
export function QueueBar({ filter, set, counts }: QueueBarProps) {
  const t = useWords(queueWords)
  const text = useText()
  const trpc = useTRPC()
  const catalogue = useQuery(trpc.customer.catalogue.queryOptions(undefined, { staleTime: 300_000 }))
  const [typed, setTyped] = useState(filter.search)
  const latest = useRef(set)
  latest.current = set
  useEffect(() => {
    if (typed === filter.search) return
    const timer = setTimeout(() => latest.current({ search: typed }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, filter.search])
  const services = catalogue.data?.areas.flatMap((area) => area.services) ?? []
  const withCount = (label: string, n: number | undefined) => (n ? `${label} ${n}` : label)
  return (
    <div className="q-bar">
      <SegmentedToggle
        label={t('scope')}
        value={filter.scope}
        onChange={(scope) => set({ scope })}
        options={[
          { id: 'mine', label: withCount(t('mine'), counts?.mine) },
          { id: 'turn', label: withCount(t('turn'), counts?.turn) },
          { id: 'unit', label: t('unit') },
          { id: 'unassigned', label: withCount(t('unassigned'), counts?.unassigned) },
        ]}
      />
      <SegmentedToggle
        label={t('state')}
        value={filter.state}
        onChange={(state) => set({ state })}
        options={[
          { id: 'open', label: t('open') },
          { id: 'closed', label: t('closed') },
        ]}
      />
      <div className="grow">
        <TextField
          label={t('search')}
          hideLabel
          size="md"
          placeholder={t('search')}
          value={typed}
          onChange={setTyped}
          type="search"
        />
      </div>
      <Select
        label={t('service')}
        hideLabel
        size="md"
        value={filter.serviceKey || EVERY}
        onChange={(key) => set({ serviceKey: key === EVERY ? '' : key })}
        options={[
          { id: EVERY, label: t('everyService') },
          ...services.map((service) => ({ id: service.key, label: text(service.name) })),
        ]}
      />
    </div>
  )
}
