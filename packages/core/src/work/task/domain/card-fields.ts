import { type LocalizedText, ValidationError } from '../../../kernel/index.ts'

/** A field that an agency's release adds to the 표제부. */
export interface FieldType {
  readonly key: string
  readonly name: LocalizedText
  readonly type: 'text' | 'long-text' | 'date' | 'number' | 'choice' | 'yes-no'
  readonly required: boolean
  readonly choices?: readonly { readonly key: string; readonly name: LocalizedText }[] | undefined
}

export type FieldValue = string | number | boolean | null
export type FieldValues = Readonly<Record<string, FieldValue>>

/**
 * The values that fit the release's fields; empty ones are left out.
 * @throws ValidationError `task.field-unknown`, `task.field-required`, `task.field-wrong`, each naming `fields.<key>`
 */
export function checkFields(
  types: readonly FieldType[],
  values: FieldValues,
): Record<string, string | number | boolean> {
  const known = new Map(types.map((type) => [type.key, type]))
  const kept: Record<string, string | number | boolean> = {}
  for (const [key, value] of Object.entries(values)) {
    const type = known.get(key)
    const params = { allowed: [...known.keys()].join(', ') }
    if (type === undefined) throw new ValidationError('task.field-unknown', { field: `fields.${key}`, params })
    if (isEmpty(value)) continue
    if (!fits(type, value))
      throw new ValidationError('task.field-wrong', { field: `fields.${key}`, params: wanted(type) })
    kept[key] = value
  }
  const missing = types.find((type) => type.required && !(type.key in kept))
  if (missing !== undefined) {
    throw new ValidationError('task.field-required', {
      field: `fields.${missing.key}`,
      params: { name: missing.name.ko, nameEn: missing.name.en },
    })
  }
  return kept
}

function isEmpty(value: FieldValue): value is null | '' {
  return value === null || (typeof value === 'string' && value.trim() === '')
}

function fits(type: FieldType, value: string | number | boolean): boolean {
  switch (type.type) {
    case 'text':
      return typeof value === 'string' && value.length <= 500
    case 'long-text':
      return typeof value === 'string'
    case 'date':
      return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value))
    case 'number':
      return typeof value === 'number' && Number.isFinite(value)
    case 'yes-no':
      return typeof value === 'boolean'
    case 'choice':
      return type.choices?.some((choice) => choice.key === value) === true
  }
}

function wanted(type: FieldType): { name: string; nameEn: string; allowed: string } {
  const allowed = type.choices?.map((choice) => choice.key).join(', ') ?? type.type
  return { name: type.name.ko, nameEn: type.name.en, allowed }
}
