import { Button, IconButton, TextField, useWords } from '@harmony/ui'
import type { Meeting, PersonLine, TaskLine } from '../api.ts'
import { meetingWords } from '../meeting-words.ts'
import { PeopleField } from './people-field.tsx'
import { TaskField } from './task-field.tsx'

/** An item of an agenda while it is planned; `id` once it stands. */
export interface DraftItem {
  readonly key: string
  readonly id: string | undefined
  readonly title: string
  readonly presenter: readonly PersonLine[]
  readonly tasks: readonly TaskLine[]
}

/** An empty item. */
export function newItem(): DraftItem {
  return { key: crypto.randomUUID(), id: undefined, title: '', presenter: [], tasks: [] }
}

/** A meeting's items as drafts. */
export function draftOf(meeting: Meeting): DraftItem[] {
  return meeting.agenda.map(({ id, title, presenter, tasks }) => ({
    key: id,
    id,
    title,
    presenter: presenter ? [presenter] : [],
    tasks,
  }))
}

interface AgendaEditorProps {
  readonly items: readonly DraftItem[]
  readonly onChange: (items: DraftItem[]) => void
  readonly error?: string | undefined
}

/** The agenda of a meeting: items in order, each with who presents it and the tasks it is about. */
export function AgendaEditor({ items, onChange, error }: AgendaEditorProps) {
  const t = useWords(meetingWords)
  const set = (key: string, change: Partial<DraftItem>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...change } : item)))
  return (
    <fieldset className="r-agenda">
      <legend className="h-label">{t('agenda')}</legend>
      {items.map((item, index) => (
        <div key={item.key} className="r-agenda-item">
          <TextField
            label={`${t('item', { n: index + 1 })} ${t('itemTitle')}`}
            maxLength={200}
            value={item.title}
            onChange={(title) => set(item.key, { title })}
            error={index === 0 ? error : undefined}
          />
          <div className="r-two">
            <PeopleField
              label={t('presenter')}
              single
              value={item.presenter}
              onChange={(presenter) => set(item.key, { presenter })}
            />
            <TaskField value={item.tasks} onChange={(tasks) => set(item.key, { tasks })} />
          </div>
          {items.length > 1 && (
            <IconButton
              icon="trash"
              label={t('removeItem', { n: index + 1 })}
              onPress={() => onChange(items.filter((one) => one.key !== item.key))}
            />
          )}
        </div>
      ))}
      <Button icon="plus" onPress={() => onChange([...items, newItem()])}>
        {t('addItem')}
      </Button>
    </fieldset>
  )
}
