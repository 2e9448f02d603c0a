import { ComboBox, IconButton, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { editWords } from '../edit-words.ts'
import { manualWords } from '../manual-words.ts'

interface UnitPickerProps {
  readonly unitIds: readonly string[]
  readonly onChange: (unitIds: string[]) => void
  readonly error?: string | undefined
}

/** 수행주체: the units chosen, and one more by typing. */
export function UnitPicker({ unitIds, onChange, error }: UnitPickerProps) {
  const t = useWords(editWords)
  const m = useWords(manualWords)
  const text = useText()
  const trpc = useTRPC()
  const units = useQuery(trpc.identity.orgTree.queryOptions({}, { staleTime: 300_000 })).data ?? []
  const [round, setRound] = useState(0)
  const nameOf = (id: string) => {
    const unit = units.find((one) => one.id === id)
    return unit === undefined ? '…' : text(unit.name)
  }
  return (
    <div className="f-units-edit">
      <ComboBox
        key={round}
        label={m('performers')}
        placeholder={t('addUnit')}
        value={null}
        options={units.filter(({ id }) => !unitIds.includes(id)).map(({ id, name }) => ({ id, label: text(name) }))}
        onChange={(id) => {
          onChange([...unitIds, id])
          setRound(round + 1)
        }}
        error={error}
      />
      <ul className="f-chosen">
        {unitIds.map((id) => (
          <li key={id}>
            {nameOf(id)}
            <IconButton
              icon="close"
              label={t('takeUnit', { name: nameOf(id) })}
              onPress={() => onChange(unitIds.filter((one) => one !== id))}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
