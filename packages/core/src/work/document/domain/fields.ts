/** A field of a kind of document, as far as its values are checked. */
export interface FieldRule {
  readonly key: string
  readonly type: 'text' | 'long-text' | 'date' | 'number' | 'choice' | 'yes-no'
  readonly required: boolean
  readonly choices?: readonly { readonly key: string }[] | undefined
}

export type FieldValue = string | number | boolean | null

/** What is wrong with one value: the field's key, an error's code and its values. */
export interface FieldProblem {
  readonly key: string
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/**
 * The first thing wrong with a card's values, or null. While it is drafted (`complete` false) only what is there is
 * checked; a submission wants every required field too.
 */
export function fieldProblem(
  rules: readonly FieldRule[],
  values: Readonly<Record<string, FieldValue>>,
  complete: boolean,
): FieldProblem | null {
  const known = new Map(rules.map((rule) => [rule.key, rule]))
  for (const key of Object.keys(values)) {
    if (!known.has(key)) return { key, code: 'input.unknown-field', params: { fields: key } }
  }
  for (const rule of rules) {
    const value = values[rule.key]
    const { key } = rule
    if (value === undefined || value === null || value === '') {
      if (complete && rule.required) return { key, code: 'input.required', params: {} }
      continue
    }
    const problem = valueProblem(rule, value)
    if (problem !== null) return { key, ...problem }
  }
  return null
}

function valueProblem(rule: FieldRule, value: Exclude<FieldValue, null>): Omit<FieldProblem, 'key'> | null {
  const wrong = (expected: string) => ({ code: 'input.wrong-type', params: { expected } })
  switch (rule.type) {
    case 'text':
    case 'long-text':
      return typeof value === 'string' ? null : wrong('string')
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? null : wrong('number')
    case 'yes-no':
      return typeof value === 'boolean' ? null : wrong('boolean')
    case 'date':
      return typeof value === 'string' && isDay(value)
        ? null
        : { code: 'input.wrong-format', params: { format: 'YYYY-MM-DD' } }
    case 'choice': {
      const allowed = (rule.choices ?? []).map((choice) => choice.key)
      return typeof value === 'string' && allowed.includes(value)
        ? null
        : { code: 'input.not-allowed', params: { allowed: allowed.join(', ') } }
    }
  }
}

function isDay(text: string): boolean {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(ms) && new Date(ms).toISOString().slice(0, 10) === text
}
