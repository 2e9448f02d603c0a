import { Button, DateField, RadioGroup, Select, TextArea, TextField, useText, useWords } from '@harmony/ui'
import type { DocumentField, FieldValue, FieldValues } from '../api.ts'
import { draftWords } from '../draft-words.ts'
import { documentWords } from '../words.ts'

interface KindFieldsProps {
  readonly fields: readonly DocumentField[]
  readonly values: FieldValues
  readonly onChange: (key: string, value: FieldValue) => void
  /** After a refused submission: what is missing is marked. */
  readonly tried: boolean
}

/** Why a field's value cannot be submitted; null when it can. */
export function fieldProblem(field: DocumentField, value: FieldValue | undefined): 'missing' | 'number' | null {
  const empty = value === undefined || value === null || value === ''
  if (empty) return field.required ? 'missing' : null
  if (field.type === 'number' && typeof value !== 'number') return 'number'
  return null
}

/** The fields that the agency's release asks for on this kind of document. */
export function KindFields({ fields, values, onChange, tried }: KindFieldsProps) {
  return (
    <div className="dc-fields">
      {fields.map((field) => (
        <div key={field.key} id={`field-${field.key}`} data-wide={field.type === 'long-text' || undefined}>
          <OneField field={field} value={values[field.key] ?? null} onChange={onChange} tried={tried} />
        </div>
      ))}
    </div>
  )
}

interface OneFieldProps {
  readonly field: DocumentField
  readonly value: FieldValue
  readonly onChange: (key: string, value: FieldValue) => void
  readonly tried: boolean
}

function OneField({ field, value, onChange, tried }: OneFieldProps) {
  const t = useWords(draftWords)
  const d = useWords(documentWords)
  const text = useText()
  const problem = fieldProblem(field, value)
  const name = text(field.name)
  const error = problem === 'number' ? t('fixNumber', { name }) : tried && problem ? t('fixField', { name }) : undefined
  const shared = {
    label: (
      <>
        {name}
        {field.required && <em>{d('requiredMark')}</em>}
      </>
    ),
    hint: field.help ? text(field.help) : undefined,
    error,
    size: 'md' as const,
  }
  const words = typeof value === 'string' ? value : value === null ? '' : String(value)
  switch (field.type) {
    case 'long-text':
      return (
        <TextArea {...shared} rows={4} maxLength={4000} value={words} onChange={(next) => onChange(field.key, next)} />
      )
    case 'date':
      return <DateField {...shared} value={words} onChange={(next) => onChange(field.key, next || null)} />
    case 'number':
      return (
        <TextField
          {...shared}
          inputMode="decimal"
          value={words}
          onChange={(next) => onChange(field.key, numberIn(next))}
        />
      )
    case 'choice':
      return (
        <div className="dc-clearable">
          <Select
            {...shared}
            value={words || null}
            onChange={(next) => onChange(field.key, next)}
            options={(field.choices ?? []).map((choice) => ({ id: choice.key, label: text(choice.name) }))}
          />
          {!field.required && words !== '' && (
            <Button variant="txt" size="sm" onPress={() => onChange(field.key, null)}>
              {t('clear')}
            </Button>
          )}
        </div>
      )
    case 'yes-no':
      return (
        <RadioGroup
          {...shared}
          value={typeof value === 'boolean' ? (value ? 'yes' : 'no') : null}
          onChange={(next) => onChange(field.key, next === 'yes')}
          options={[
            { id: 'yes', label: d('yes') },
            { id: 'no', label: d('no') },
          ]}
        />
      )
    default:
      return <TextField {...shared} maxLength={4000} value={words} onChange={(next) => onChange(field.key, next)} />
  }
}

/** A figure as typed; what is no figure yet stays as text and is marked. */
function numberIn(typed: string): FieldValue {
  const plain = typed.replaceAll(',', '').trim()
  if (plain === '') return null
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : typed
}

/** A stored value as words for reading. */
export function useFieldText(): (field: DocumentField, value: FieldValue | undefined) => string {
  const d = useWords(documentWords)
  const text = useText()
  return (field, value) => {
    if (value === undefined || value === null || value === '') return '—'
    if (typeof value === 'boolean') return d(value ? 'yes' : 'no')
    if (typeof value === 'number') return value.toLocaleString()
    const choice = field.choices?.find((one) => one.key === value)
    return choice ? text(choice.name) : value
  }
}
