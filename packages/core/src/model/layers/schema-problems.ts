import { z } from 'zod'
import type { Problem } from '../problem.ts'

/** What a schema finds wrong in a value, in the model's words: the path, what was found, what is allowed. */
export function schemaProblems(schema: z.ZodType, value: unknown): Problem[] {
  const parsed = schema.safeParse(value)
  return parsed.success ? [] : parsed.error.issues.flatMap((issue) => toProblems(issue, schema, value))
}

function toProblems(issue: z.core.$ZodIssue, schema: z.ZodType, whole: unknown): Problem[] {
  const path = issue.path.map(String)
  const problem = (code: string, params: Problem['params'] = {}): Problem[] => [{ path: path.join('.'), code, params }]
  const found = show(valueAt(whole, path))
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({
        path: [...path, key].join('.'),
        code: 'model.unknown-key',
        params: { found: key, allowed: allowedKeys(schema, path).join(', ') },
      }))
    case 'invalid_type':
      if (['ko', 'en'].includes(path.at(-1) ?? '')) return problem('model.text', { found: path.at(-1) ?? '' })
      return found === ''
        ? problem('model.missing', { allowed: issue.expected })
        : problem('model.type', { found, allowed: issue.expected })
    case 'invalid_value':
      return found === ''
        ? problem('model.missing', { allowed: issue.values.join(', ') })
        : problem('model.value', { found, allowed: issue.values.join(', ') })
    case 'invalid_key':
      return problem('model.key', { found: path.at(-1) ?? '' })
    case 'invalid_format':
      return problem('model.format', { found, allowed: 'pattern' in issue ? String(issue.pattern) : issue.format })
    case 'too_small':
      if (['ko', 'en'].includes(path.at(-1) ?? '')) return problem('model.text', { found: path.at(-1) ?? '' })
      return problem('model.range', { found, allowed: `≥ ${issue.minimum}` })
    case 'too_big':
      return problem('model.range', { found, allowed: `≤ ${issue.maximum}` })
    default:
      return problem('model.wrong', { found, allowed: issue.message })
  }
}

/** The keys a strict object allows at that path of the schema. */
function allowedKeys(schema: z.ZodType, path: readonly string[]): string[] {
  let now: z.ZodType | undefined = schema
  for (const key of path) {
    now = unwrap(now)
    if (now instanceof z.ZodObject) now = now.shape[key] as z.ZodType | undefined
    else if (now instanceof z.ZodRecord) now = now.valueType as z.ZodType
    else if (now instanceof z.ZodArray) now = now.element as z.ZodType
    else return []
  }
  now = unwrap(now)
  return now instanceof z.ZodObject ? Object.keys(now.shape) : []
}

function unwrap(schema: z.ZodType | undefined): z.ZodType | undefined {
  return schema instanceof z.ZodOptional ? (schema.unwrap() as z.ZodType) : schema
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (now, key) => (typeof now === 'object' && now !== null ? Reflect.get(now, key) : undefined),
    value,
  )
}

function show(value: unknown): string {
  if (value === undefined) return ''
  return typeof value === 'string' ? value : (JSON.stringify(value)?.slice(0, 80) ?? '')
}
