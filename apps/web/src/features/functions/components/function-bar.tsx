import { ComboBox, Select, TextField, useFormat, useText, useWords } from '@harmony/ui'
import { useEffect, useRef, useState } from 'react'
import type { FunctionFilter, FunctionTree } from '../lib/tree.ts'
import { functionWords } from '../words.ts'

interface FunctionBarProps {
  readonly filter: FunctionFilter
  readonly set: (change: Partial<FunctionFilter>) => void
  readonly units: FunctionTree['units']
  readonly versions: readonly { id: string; label: string; validFrom: string; current: boolean }[]
}

const PAUSE_MS = 200
const EVERY = 'every'

/** Words, performing unit, version. Typing waits a moment before the address changes. */
export function FunctionBar({ filter, set, units, versions }: FunctionBarProps) {
  const t = useWords(functionWords)
  const text = useText()
  const format = useFormat()
  const [typed, setTyped] = useState(filter.query)
  const latest = useRef(set)
  latest.current = set
  useEffect(() => {
    if (typed === filter.query) return
    const timer = setTimeout(() => latest.current({ query: typed, nodeId: '' }), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [typed, filter.query])
  const current = versions.find((version) => version.current)
  return (
    <div className="f-bar h-noprint">
      <div className="grow">
        <TextField
          label={t('search')}
          hideLabel
          size="md"
          type="search"
          placeholder={t('search')}
          maxLength={100}
          value={typed}
          onChange={setTyped}
        />
      </div>
      <ComboBox
        label={t('unit')}
        hideLabel
        size="md"
        value={filter.unitId || EVERY}
        onChange={(id) => set({ unitId: id === EVERY ? '' : id })}
        options={[
          { id: EVERY, label: t('everyUnit') },
          ...units
            .map((unit) => ({ id: unit.id, label: text(unit.name) }))
            .sort((a, b) => a.label.localeCompare(b.label, 'ko')),
        ]}
      />
      {versions.length > 0 && (
        <Select
          label={t('version')}
          hideLabel
          size="md"
          value={filter.versionId || current?.id || null}
          onChange={(id) => set({ versionId: id === current?.id ? '' : id, nodeId: '' })}
          options={versions.map(({ id, label, validFrom, current: stands }) => ({
            id,
            label: stands ? `${label} (${t('current')})` : label,
            hint: format.date(validFrom),
          }))}
        />
      )}
    </div>
  )
}
