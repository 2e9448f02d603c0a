import { Icon, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import type { TaskLine } from '../api.ts'
import { recordWords } from '../words.ts'
import { Marks } from './people-field.tsx'

interface TaskFieldProps {
  readonly value: readonly TaskLine[]
  readonly onChange: (tasks: TaskLine[]) => void
}

type Found = ApiOutputs['task']['list']['rows'][number]

/** Task cards a record is for, found as one types; without words, the actor's own. */
export function TaskField({ value, onChange }: TaskFieldProps) {
  const t = useWords(recordWords)
  const text = useText()
  const trpc = useTRPC()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim().slice(0, 60))
  const found = useQuery(
    trpc.task.list.queryOptions(
      { scope: search === '' ? 'mine' : 'all', status: 'active', limit: 20, ...(search === '' ? {} : { search }) },
      { placeholderData: keepPreviousData, staleTime: 60_000 },
    ),
  )
  const cards = (found.data?.rows ?? []).filter((one) => !value.some((chosen) => chosen.id === one.id))
  return (
    <ComboBox
      className="h-field"
      items={cards}
      inputValue={typed}
      onInputChange={setTyped}
      allowsEmptyCollection
      menuTrigger="focus"
      value={null}
      onChange={(key) => {
        const chosen = cards.find((one) => one.id === key)
        if (!chosen) return
        setTyped('')
        onChange([...value, { id: chosen.id, name: chosen.name }])
      }}
    >
      <Label className="h-label">{t('tasks')}</Label>
      <Marks value={value} onRemove={(id) => onChange(value.filter((one) => one.id !== id))} />
      <div className="h-combo">
        <Input placeholder={t('addTask')} />
        <Button>
          <Icon name="search" size={18} />
        </Button>
      </div>
      <Text slot="description" className="h-hint">
        {t('taskHint')}
      </Text>
      <Popover className="h-popover">
        <ListBox className="h-list" renderEmptyState={() => <div className="h-list-empty">{t('noTaskFound')}</div>}>
          {(one: Found) => (
            <ListBoxItem id={one.id} textValue={one.name} className="h-opt">
              <span>
                {one.name}
                <small>
                  {text(one.unit.name)} · {one.year}
                </small>
              </span>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
