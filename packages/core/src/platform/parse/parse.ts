import { z } from 'zod'
import { ValidationError } from '../../kernel/index.ts'

z.config({ jitless: true })

/**
 * Checks a use-case's input against its schema.
 * @throws ValidationError naming the first wrong field, with what is allowed in `params`
 */
export function parse<T>(schema: z.ZodType<T>, raw: unknown): T {
  const result = schema.safeParse(raw)
  if (result.success) return result.data
  throw inputError(result.error.issues, result.error)
}

/** The first of a schema's complaints as the product's own error. */
export function inputError(issues: readonly z.core.$ZodIssue[], cause?: unknown): ValidationError {
  const issue = issues[0]
  if (issue === undefined) return new ValidationError('input.invalid')
  const { code, params } = describe(issue)
  return new ValidationError(code, { field: issue.path.map(String).join('.'), params, cause })
}

function describe(issue: z.core.$ZodIssue): { code: string; params: Record<string, string | number> } {
  switch (issue.code) {
    case 'too_small':
      return {
        code: issue.origin === 'string' ? 'input.too-short' : 'input.too-small',
        params: { min: Number(issue.minimum) },
      }
    case 'too_big':
      return {
        code: issue.origin === 'string' ? 'input.too-long' : 'input.too-big',
        params: { max: Number(issue.maximum) },
      }
    case 'invalid_value':
      return { code: 'input.not-allowed', params: { allowed: issue.values.map(String).join(', ') } }
    case 'invalid_type':
      return issue.input === undefined
        ? { code: 'input.required', params: {} }
        : { code: 'input.wrong-type', params: { expected: issue.expected } }
    case 'invalid_format':
      return { code: 'input.wrong-format', params: { format: issue.format } }
    case 'unrecognized_keys':
      return { code: 'input.unknown-field', params: { fields: issue.keys.join(', ') } }
    case 'custom':
      return { code: issue.message.includes('.') ? issue.message : 'input.invalid', params: {} }
    default:
      return { code: 'input.invalid', params: {} }
  }
}
