import { SegmentedToggle, Select, TextField, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import type { TaskFilter } from '../api.ts'
import { taskWords } from '../words.ts'

interface FilterBarProps {
  readonly filter: TaskFilter
  readonly set: (part: Partial<TaskFilter>) => void
}

const PAUSE_MS = 250
const ANY = 'any'
const KINDS = [
  ['managed', 'managed'],
  ['annual-report', 'annual'],
  ['quality', 'quality'],
  ['unit', 'plain'],
] as const
const SORTS = ['due', 'name', 'progress', 'changed'] as const
const STATES = [
  ['on-track', 'onTrack'],
  ['delayed', 'delayed'],
  ['behind', 'behind'],
] as const

/** Whose tasks, of which kind and state, by words; typing waits a moment before it asks. */
export function FilterBar({ filter, set }: FilterBarProps) {
  const t = useWords(taskWords)
  const [typed, setTyped] = useState(filter.search)
  const latest = useRef(set)
  latest.current = set
  useEffect(() => {
    if (typed === filter.search) return
    const timer = setTimeout(() => latest.current({ search: typed }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, filter.search])
  return (
    <div className="tk-filter">
      <SegmentedToggle
        label={t('scope')}
        value={filter.scope}
        onChange={(scope) => set({ scope })}
        options={[
          { id: 'mine', label: t('mine') },
          { id: 'unit', label: t('unit') },
          { id: 'all', label: t('all') },
        ]}
      />
      <Select
        label={t('status')}
        hideLabel
        size="md"
        value={
          filter.watched
            ? 'watched'
            : filter.status === 'closed'
              ? 'closed'
              : filter.state || (filter.status === 'all' ? 'all' : ANY)
        }
        onChange={(key) =>
          set({
            state: STATES.find(([id]) => id === key)?.[0] ?? '',
            watched: key === 'watched',
            status: key === 'closed' || key === 'all' ? key : 'active',
          })
        }
        options={[
          { id: ANY, label: t('everyStatus') },
          ...STATES.map(([id, word]) => ({ id, label: t(word) })),
          { id: 'watched', label: t('watched') },
          { id: 'closed', label: t('closed') },
          { id: 'all', label: t('withClosed') },
        ]}
      />
      <Select
        label={t('kind')}
        hideLabel
        size="md"
        value={filter.kind || ANY}
        onChange={(key) => set({ kind: KINDS.find(([id]) => id === key)?.[0] ?? '', quality: '' })}
        options={[{ id: ANY, label: t('everyKind') }, ...KINDS.map(([id, word]) => ({ id, label: t(word) }))]}
      />
      <div className="grow">
        <TextField
          label={t('search')}
          hideLabel
          size="md"
          placeholder={t('search')}
          maxLength={100}
          value={typed}
          onChange={setTyped}
          type="search"
        />
      </div>
      {/* The table's heads sort; on a phone they are away. */}
      <div className="tk-sort">
        <Select
          label={t('sort')}
          hideLabel
          size="md"
          value={filter.sort}
          onChange={(sort) => set({ sort, order: sort === 'changed' ? 'desc' : 'asc' })}
          options={SORTS.map((id) => ({ id, label: t(`sort-${id}`) }))}
        />
      </div>
    </div>
  )
}
