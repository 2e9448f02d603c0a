import { Icon, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, ComboBox, FieldError, Input, Label, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { PersonLine } from '../api.ts'
import { recordWords } from '../words.ts'

interface PeopleFieldProps {
  readonly label: string
  readonly value: readonly PersonLine[]
  readonly onChange: (people: PersonLine[]) => void
  /** One person only: a new choice takes the place of the old. */
  readonly single?: boolean
  readonly error?: string | undefined
}

/** People of the agency, found as one types; those chosen stand above as marks that can be removed. */
export function PeopleField({ label, value, onChange, single = false, error }: PeopleFieldProps) {
  const t = useWords(recordWords)
  const text = useText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().slice(0, 60))
  const found = useQuery(
    trpc.record.people.queryOptions({ search }, { placeholderData: keepPreviousData, staleTime: 60_000 }),
  )
  const people = (found.data?.rows ?? []).filter((one) => !value.some((chosen) => chosen.id === one.id))
  return (
    <div className="r-pick">
      <ComboBox
        className="h-field"
        items={people}
        inputValue={typed}
        onInputChange={setTyped}
        isInvalid={Boolean(error)}
        allowsEmptyCollection
        menuTrigger="focus"
        value={null}
        onChange={(key) => {
          const chosen = people.find((one) => one.id === key)
          if (!chosen) return
          setTyped('')
          onChange(single ? [chosen] : [...value, chosen])
        }}
      >
        <Label className="h-label">{label}</Label>
        <Marks value={value} onRemove={(id) => onChange(value.filter((one) => one.id !== id))} />
        <div className="h-combo">
          <Input placeholder={t('addPerson')} />
          <Button>
            <Icon name="search" size={18} />
          </Button>
        </div>
        <FieldError className="h-error">{error}</FieldError>
        <Popover className="h-popover">
          <ListBox className="h-list" renderEmptyState={() => <div className="h-list-empty">{t('nobodyFound')}</div>}>
            {(one: PersonLine) => (
              <ListBoxItem id={one.id} textValue={one.name} className="h-opt">
                <span>
                  {one.name} {one.title && text(one.title)}
                  {one.unit && <small>{text(one.unit)}</small>}
                </span>
              </ListBoxItem>
            )}
          </ListBox>
        </Popover>
      </ComboBox>
    </div>
  )
}

interface MarksProps {
  readonly value: readonly { readonly id: string; readonly name: string }[]
  readonly onRemove: (id: string) => void
}

/** What was chosen, each with a button to take it away. */
export function Marks({ value, onRemove }: MarksProps) {
  const t = useWords(recordWords)
  if (value.length === 0) return null
  return (
    <ul className="r-marks">
      {value.map((one) => (
        <li key={one.id}>
          {one.name}
          <button type="button" aria-label={t('removePerson', { name: one.name })} onClick={() => onRemove(one.id)}>
            <Icon name="close" size={14} />
          </button>
        </li>
      ))}
    </ul>
  )
}
