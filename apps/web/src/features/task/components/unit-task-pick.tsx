import { RadioGroup, TextField, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { taskWords } from '../words.ts'

export interface UnitTaskPickProps {
  readonly value: string | null
  readonly onChange: (unitTaskId: string) => void
  readonly error?: string | undefined
}

const SHOWN = 8

/** A 단위과제 found by words; its place in the government's functions stands under its name (R2). */
export function UnitTaskPick({ value, onChange, error }: UnitTaskPickProps) {
  const t = useWords(taskWords)
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.trim())
  const found = useQuery(trpc.brm.search.queryOptions({ query, limit: SHOWN }, { placeholderData: keepPreviousData }))
  const rows = found.data?.rows ?? []
  return (
    <>
      <TextField
        label={t('searchUnitTask')}
        type="search"
        maxLength={100}
        value={typed}
        onChange={setTyped}
        hint={found.data && rows.length === 0 ? t('noUnitTask') : undefined}
      />
      {rows.length > 0 && (
        <div className="tk-picks">
          <RadioGroup
            label={t('unitTask')}
            value={rows.some((row) => row.id === value) ? value : null}
            onChange={onChange}
            options={rows.map((row) => ({ id: row.id, label: row.name, hint: row.path.join(' › ') }))}
            error={error}
          />
        </div>
      )}
    </>
  )
}
