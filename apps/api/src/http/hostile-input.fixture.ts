import fc from 'fast-check'
import { z } from 'zod'

interface JsonSchema {
  readonly type?: string
  readonly format?: string
  readonly pattern?: string
  readonly minLength?: number
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
  readonly minItems?: number
  readonly enum?: readonly unknown[]
  readonly const?: unknown
  readonly anyOf?: readonly JsonSchema[]
  readonly oneOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: JsonSchema | boolean
}

/** Texts that pass a length check and break what stands behind it. */
const TEXTS = [
  'a\u0000b',
  '\ud800',
  '\udc00\ud800',
  "'; drop table unit; --",
  '%_\\',
  '<script>alert(1)</script>',
  '=1+1',
  '\u202e가나',
  '__proto__',
  '01900000-0000-7000-8000-000000000001',
]
const DATES = [
  '2026-11-22',
  '2026-02-30',
  '+275760-09-13T00:00:00.000Z',
  '-000001-01-01T00:00:00Z',
  '0000-01-01',
  '9999-12-31',
]

/**
 * Inputs that fit a schema as far as JSON Schema can say it, with hostile values within: so they get past the first
 * look and reach commands, queries and the database.
 */
export function hostileInput(schema: z.ZodType): fc.Arbitrary<unknown> {
  return valuesOf(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema)
}

function valuesOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const choices = schema.anyOf ?? schema.oneOf
  if (schema.const !== undefined) return fc.constant(schema.const)
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum)
  if (choices !== undefined) return fc.oneof(...choices.map(valuesOf))
  switch (schema.type) {
    case 'string':
      return textsOf(schema)
    case 'integer':
      return fc.integer({ min: Math.max(schema.minimum ?? -1e9, -1e15), max: Math.min(schema.maximum ?? 1e9, 1e15) })
    case 'number':
      return fc.oneof(
        fc.constant(schema.minimum ?? -1e308),
        fc.constant(schema.maximum ?? 1e308),
        fc.double({ noNaN: true }),
      )
    case 'boolean':
      return fc.boolean()
    case 'null':
      return fc.constant(null)
    case 'array':
      return fc.array(valuesOf(schema.items ?? {}), {
        minLength: schema.minItems ?? 0,
        maxLength: (schema.minItems ?? 0) + 2,
      })
    case 'object':
      return objectsOf(schema)
    default:
      return fc.constantFrom<unknown>(...DATES, ...TEXTS, 0, null, 1e300)
  }
}

function objectsOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const fields = Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([key, value]) => [key, valuesOf(value)]),
  )
  if (Object.keys(fields).length > 0) return fc.record(fields, { requiredKeys: [...(schema.required ?? [])] })
  const free =
    typeof schema.additionalProperties === 'object' ? valuesOf(schema.additionalProperties) : fc.constantFrom(...TEXTS)
  return fc.dictionary(fc.constantFrom('a', 'a\u0000', '__proto__'), free, { maxKeys: 2 })
}

function textsOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === 'uuid') return fc.uuid()
  if (schema.format === 'email') return fc.constantFrom('a@b.kr', `${'x'.repeat(60)}@b.kr`)
  if (schema.format === 'date-time' || schema.format === 'date') return fc.constantFrom(...DATES)
  if (schema.pattern !== undefined) return fc.stringMatching(new RegExp(schema.pattern))
  const least = schema.minLength ?? 0
  const most = schema.maxLength ?? 1000
  return fc
    .constantFrom(...TEXTS, ...DATES, 'x'.repeat(most))
    .map((text) => text.padEnd(least, '\u0000').slice(0, most))
}
