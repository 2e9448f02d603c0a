import { useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { draftWords } from '../draft-words.ts'
import { Chosen } from './chosen.tsx'
import { SearchPick } from './search-pick.tsx'

export interface Tied {
  readonly id: string
  readonly name: string
}

export interface Ties {
  readonly taskCards: readonly Tied[]
  readonly unitTask: Tied | null
}

interface TiesFormProps {
  readonly value: Ties
  readonly onChange: (value: Ties) => void
}

/** Which tasks the document is work on: task cards, whose 실적 it enters by itself, and the unit task it is filed under. */
export function TiesForm({ value, onChange }: TiesFormProps) {
  const t = useWords(draftWords)
  return (
    <div className="dc-form">
      <Chosen
        label={t('taskCards')}
        items={value.taskCards}
        onRemove={(id) => onChange({ ...value, taskCards: value.taskCards.filter((one) => one.id !== id) })}
      >
        <TaskCardSearch
          taken={value.taskCards}
          onPick={(one) => onChange({ ...value, taskCards: [...value.taskCards, one] })}
        />
      </Chosen>
      <Chosen
        label={t('unitTask')}
        items={value.unitTask ? [value.unitTask] : []}
        onRemove={() => onChange({ ...value, unitTask: null })}
      >
        {value.unitTask === null && <UnitTaskSearch onPick={(unitTask) => onChange({ ...value, unitTask })} />}
      </Chosen>
    </div>
  )
}

interface PickProps {
  readonly onPick: (one: Tied) => void
}

function TaskCardSearch({ taken, onPick }: PickProps & { readonly taken: readonly Tied[] }) {
  const t = useWords(draftWords)
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.slice(0, 100))
  const found = useQuery(
    trpc.task.list.queryOptions(
      { limit: 20, ...(search ? { search } : {}) },
      { placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  const rows = (found.data?.rows ?? []).filter((row) => !taken.some((one) => one.id === row.id))
  return (
    <SearchPick
      label={t('taskCards')}
      hideLabel
      placeholder={t('taskSearch')}
      failed={found.error !== null}
      onType={setTyped}
      options={rows.map((row) => ({ id: row.id, label: row.name }))}
      onPick={(id) => {
        const row = rows.find((one) => one.id === id)
        if (row) onPick({ id, name: row.name })
      }}
    />
  )
}

function UnitTaskSearch({ onPick }: PickProps) {
  const t = useWords(draftWords)
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const query = useDeferredValue(typed.slice(0, 100))
  const found = useQuery(
    trpc.brm.search.queryOptions({ query, limit: 20 }, { placeholderData: keepPreviousData, staleTime: 60_000 }),
  )
  const rows = found.data?.rows ?? []
  return (
    <SearchPick
      label={t('unitTask')}
      hideLabel
      placeholder={t('unitTaskSearch')}
      failed={found.error !== null}
      onType={setTyped}
      options={rows.map((row) => ({ id: row.id, label: row.name, hint: `${row.code} · ${row.path.join(' › ')}` }))}
      onPick={(id) => {
        const row = rows.find((one) => one.id === id)
        if (row) onPick({ id, name: row.name })
      }}
    />
  )
}
