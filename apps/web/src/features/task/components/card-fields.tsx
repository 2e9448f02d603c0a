import type { TaskCardView } from '@harmony/core/work/schemas'
import { DateField, RadioGroup, Select, TextArea, TextField, useText, useWords } from '@harmony/ui'
import { cardWords } from '../card-words.ts'
import { dotted } from '../lib/days.ts'

type Field = TaskCardView['fieldTypes'][number]
type Values = TaskCardView['fields']
type Value = Values[string]

/** A field's value as words: a choice by its name, a day with dots, yes or no. */
export function useFieldText(): (field: Field, value: Value | undefined) => string {
  const t = useWords(cardWords)
  const text = useText()
  return (field, value) => {
    if (value === undefined || value === null || value === '') return '—'
    if (field.type === 'yes-no') return t(value ? 'yes' : 'no')
    if (field.type === 'date') return dotted(String(value))
    const choice = field.choices?.find((one) => one.key === value)
    return choice ? text(choice.name) : String(value)
  }
}

/** The required fields that are still empty, by key. */
export function missingFields(fields: readonly Field[], values: Values): ReadonlySet<string> {
  const empty = (value: Value | undefined) => value === undefined || value === null || value === ''
  return new Set(fields.filter((field) => field.required && empty(values[field.key])).map((field) => field.key))
}

export interface CardFieldsProps {
  readonly fields: readonly Field[]
  readonly values: Values
  readonly onChange: (values: Values) => void
  /** Keys to complain of. */
  readonly missing: ReadonlySet<string>
  readonly requiredText: string
}

/** The agency's own fields of the 표제부, as its release says. */
export function CardFields({ fields, values, onChange, missing, requiredText }: CardFieldsProps) {
  const t = useWords(cardWords)
  const text = useText()
  return fields.map((field) => {
    const value = values[field.key]
    const set = (next: Value) => onChange({ ...values, [field.key]: next })
    const common = {
      label: text(field.name),
      ...(field.help ? { hint: text(field.help) } : {}),
      error: missing.has(field.key) ? requiredText : undefined,
    }
    const words = value === undefined || value === null ? '' : String(value)
    switch (field.type) {
      case 'long-text':
        return <TextArea key={field.key} {...common} optional={!field.required} rows={3} value={words} onChange={set} />
      case 'date':
        return <DateField key={field.key} {...common} value={words} onChange={(day) => set(day || null)} />
      case 'number':
        return (
          <TextField
            key={field.key}
            {...common}
            optional={!field.required}
            inputMode="decimal"
            value={words}
            onChange={(typed) => set(typed.trim() === '' || Number.isNaN(Number(typed)) ? null : Number(typed))}
          />
        )
      case 'choice':
        return (
          <Select
            key={field.key}
            {...common}
            value={words || null}
            onChange={set}
            options={(field.choices ?? []).map((choice) => ({ id: choice.key, label: text(choice.name) }))}
          />
        )
      case 'yes-no':
        return (
          <RadioGroup
            key={field.key}
            {...common}
            value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
            onChange={(next) => set(next === 'yes')}
            options={[
              { id: 'yes', label: t('yes') },
              { id: 'no', label: t('no') },
            ]}
          />
        )
      default:
        return <TextField key={field.key} {...common} optional={!field.required} value={words} onChange={set} />
    }
  })
}
