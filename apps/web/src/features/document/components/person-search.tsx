import { useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { FoundPerson } from '../api.ts'
import { routeWords } from '../route-words.ts'
import { SearchPick } from './search-pick.tsx'

interface PersonSearchProps {
  readonly label: string
  readonly hideLabel?: boolean
  /** Told who was chosen; the field is empty again afterwards. */
  readonly onPick: (person: FoundPerson) => void
  /** People who are not offered. */
  readonly without?: ReadonlySet<string>
}

const keyOf = (one: FoundPerson) => `${one.person.id} ${one.unit.id}`

/** Finds colleagues by name, title or unit as one types, 초성 too. */
export function PersonSearch({ label, hideLabel = false, onPick, without }: PersonSearchProps) {
  const t = useWords(routeWords)
  const text = useText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.slice(0, 60))
  const found = useQuery(
    trpc.document.searchPeople.queryOptions(
      { search, limit: 20 },
      { placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  const people = (found.data?.people ?? []).filter((one) => !without?.has(one.person.id))
  return (
    <SearchPick
      label={label}
      hideLabel={hideLabel}
      placeholder={t('search')}
      failed={found.error !== null}
      onType={setTyped}
      options={people.map((one) => ({
        id: keyOf(one),
        label: `${one.person.name} ${text(one.title)}`,
        hint: text(one.unit.name),
      }))}
      onPick={(key) => {
        const chosen = people.find((one) => keyOf(one) === key)
        if (chosen) onPick(chosen)
      }}
    />
  )
}
