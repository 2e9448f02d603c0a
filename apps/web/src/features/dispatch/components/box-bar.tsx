import { DateField, SegmentedToggle, Select, TextField, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import { type BoxFilter, RECEIVED_SCOPES, RECEIVED_STATES, RETURNS, SENT_SCOPES } from '../lib/filter.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'

export type Change = (change: Readonly<Record<string, string | undefined>>) => void

interface BoxBarProps {
  readonly filter: BoxFilter
  readonly change: Change
  readonly counts: {
    readonly unassigned: number | undefined
    readonly mine: number | undefined
    readonly sentBack: number | undefined
  }
}

const PAUSE_MS = 250
const EVERY = 'every'

/** The box's filter: whose, which state, words, days. Typing waits a moment before it asks. */
export function BoxBar({ filter, change, counts }: BoxBarProps) {
  const t = useWords(listWords)
  const [typed, setTyped] = useState(filter.search)
  const latest = useRef(change)
  latest.current = change
  useEffect(() => {
    if (typed === filter.search) return
    const timer = setTimeout(() => latest.current({ q: typed }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, filter.search])
  return (
    <div className="ds-bar">
      <Whose filter={filter} change={change} counts={counts} />
      <div className="grow">
        <TextField
          label={t('search')}
          hideLabel
          size="md"
          type="search"
          maxLength={100}
          placeholder={t('search')}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <div className="days">
        <DateField
          label={t('from')}
          hideLabel
          size="md"
          value={filter.from}
          onChange={(from) => change({ from })}
          {...(filter.to ? { max: filter.to } : {})}
        />
        <span aria-hidden="true">~</span>
        <DateField
          label={t('to')}
          hideLabel
          size="md"
          value={filter.to}
          onChange={(to) => change({ to })}
          {...(filter.from ? { min: filter.from } : {})}
        />
      </div>
    </div>
  )
}

function Whose({ filter, change, counts }: BoxBarProps) {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const withCount = (label: string, n: number | undefined) => (n ? `${label} ${n}` : label)
  switch (filter.box) {
    case 'to-release':
      return null
    case 'sent':
      return (
        <SegmentedToggle
          label={t('scope')}
          value={filter.sentScope}
          onChange={(scope) => change({ scope: scope === 'unit' ? undefined : scope })}
          options={SENT_SCOPES.map((id) => ({ id, label: t(`scope-${id}`) }))}
        />
      )
    case 'received':
      return (
        <>
          <SegmentedToggle
            label={t('scope')}
            value={filter.receivedScope}
            onChange={(scope) => change({ scope: scope === 'unit' ? undefined : scope })}
            options={RECEIVED_SCOPES.map((id) => ({
              id,
              label:
                id === 'mine'
                  ? withCount(t('scope-my-work'), counts.mine)
                  : withCount(t(`scope-${id}`), id === 'unassigned' ? counts.unassigned : undefined),
            }))}
          />
          <Select
            label={t('state')}
            hideLabel
            size="md"
            value={filter.receivedState || EVERY}
            onChange={(state) => change({ state: state === EVERY ? undefined : state })}
            options={[
              { id: EVERY, label: t('everyState') },
              ...RECEIVED_STATES.map((id) => ({ id, label: id === 'open' ? t('open') : d(`in-${id}`) })),
            ]}
          />
        </>
      )
    case 'returned':
      return (
        <Select
          label={t('which')}
          hideLabel
          size="md"
          value={filter.returned}
          onChange={(which) => change({ which: which === 'sent-back' ? undefined : which })}
          options={RETURNS.map((id) => ({
            id,
            label: id === 'sent-back' ? withCount(t('which-sent-back'), counts.sentBack) : t(`which-${id}`),
          }))}
        />
      )
  }
}
