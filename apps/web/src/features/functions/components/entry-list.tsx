import { Button, IconButton, TextField } from '@harmony/ui'
import { useId } from 'react'

/** A field of an entry; every value is typed as text. */
export interface EntryField<K extends string> {
  readonly key: K
  readonly label: string
  readonly numeric?: boolean
  readonly maxLength?: number
}

export type Entry<K extends string> = Readonly<Record<K, string>>

interface EntryListProps<K extends string> {
  readonly title: string
  readonly fields: readonly EntryField<K>[]
  readonly entries: readonly Entry<K>[]
  readonly onChange: (entries: Entry<K>[]) => void
  readonly addLabel: string
  readonly removeLabel: (n: number) => string
  /** A complaint about one entry, or none. */
  readonly errorOf: (entry: Entry<K>) => string | undefined
}

/** A list of small entries, each a row of fields; rows are added at the end and taken away. */
export function EntryList<K extends string>(props: EntryListProps<K>) {
  const { title, fields, entries, onChange, addLabel, removeLabel, errorOf } = props
  const id = useId()
  const blank = Object.fromEntries(fields.map(({ key }) => [key, ''])) as Entry<K>
  return (
    <fieldset className="f-entries" aria-labelledby={id}>
      <legend id={id}>{title}</legend>
      {entries.map((entry, n) => (
        <div key={n} className="f-entry">
          {fields.map(({ key, label, numeric, maxLength = 200 }, i) => (
            <TextField
              key={key}
              label={`${title} ${n + 1} ${label}`}
              hideLabel
              size="md"
              placeholder={label}
              maxLength={maxLength}
              {...(numeric ? { inputMode: 'numeric' as const } : {})}
              value={entry[key]}
              onChange={(value) => onChange(entries.map((one, at) => (at === n ? { ...one, [key]: value } : one)))}
              error={i === 0 ? errorOf(entry) : undefined}
            />
          ))}
          <IconButton
            icon="trash"
            label={removeLabel(n + 1)}
            onPress={() => onChange(entries.filter((_, at) => at !== n))}
          />
        </div>
      ))}
      <Button size="sm" icon="plus" onPress={() => onChange([...entries, blank])}>
        {addLabel}
      </Button>
    </fieldset>
  )
}
