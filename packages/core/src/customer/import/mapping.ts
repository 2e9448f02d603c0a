import { parse as parseYaml, YAMLParseError } from 'yaml'
import { z } from 'zod'
import { ValidationError } from '../../kernel/index.ts'
import { parse } from '../../platform/index.ts'

const column = z.string().min(1).max(200)
const text = z.string().max(2_000)
const code = z.string().trim().min(1).max(64)
const timestampColumn = z.union([
  column,
  z.strictObject({ column, format: z.string().min(1).max(60).optional(), zone: z.string().min(1).max(60).optional() }),
])
/** Values of the file to values of the agency; `default` stands for every other value. */
const valueMap = z.strictObject({
  map: z.record(z.string(), z.string().min(1).max(100)).default({}),
  default: z.string().min(1).max(100).optional(),
})

/** What an event of the log was, in the words of the agency's commands. */
export const IMPORT_ACTS = [
  'assign',
  'transfer',
  'complete-task',
  'request-supplement',
  'submit-supplement',
  'complete',
  'ignore',
] as const

/** How one agency's request log reads as petitions: the file behind `--mapping`. */
export const importMapping = z.strictObject({
  /** Names the log: a case's id is unique within it, and is imported once. */
  source: z.string().regex(/^[a-z0-9][a-z0-9-]{1,59}$/),
  /** One row of the file is a whole case, or one event of a case. */
  rows: z.enum(['case', 'event']),
  encoding: z.enum(['auto', 'utf-8', 'utf-16le', 'cp949']).default('auto'),
  delimiter: z.string().length(1).default(','),
  /** Of timestamps without a format or zone of their own. */
  format: z.string().min(1).max(60).default('iso'),
  zone: z.string().min(1).max(60).default('Asia/Seoul'),
  clock: z.enum(['instant', 'wall']).default('instant'),
  /** Values that mean “nothing here”. */
  empty: z.array(z.string()).default(['']),
  columns: z.strictObject({
    id: column,
    received: timestampColumn,
    completed: timestampColumn.optional(),
    assigned: timestampColumn.optional(),
    status: column.optional(),
    service: column.optional(),
    channel: column.optional(),
    unit: column.optional(),
    person: column.optional(),
    title: column.optional(),
    body: column.optional(),
    answer: column.optional(),
    event: column.optional(),
    at: timestampColumn.optional(),
    eventUnit: column.optional(),
    eventPerson: column.optional(),
    note: column.optional(),
    rating: z
      .strictObject({
        overall: column,
        promptness: column.optional(),
        kindness: column.optional(),
        attitude: column.optional(),
        comment: column.optional(),
        at: timestampColumn.optional(),
      })
      .optional(),
  }),
  service: valueMap,
  channel: valueMap.default({ map: {}, default: 'import' }),
  /** Which statuses of the file are completed and which still open; without it a completion date decides. */
  status: z.strictObject({ completed: z.array(z.string()), open: z.array(z.string()) }).optional(),
  units: z
    .strictObject({
      map: z.record(z.string(), code).default({}),
      /** Unit for values without one of their own; without it the service's unit in charge keeps the case. */
      default: code.optional(),
      /** Makes a unit for every other value, below this one. */
      createBelow: code.optional(),
    })
    .default({ map: {} }),
  people: z
    .strictObject({
      map: z.record(z.string(), code).default({}),
      default: code.optional(),
      /** Makes a person for every other value, in the case's unit. */
      create: z.boolean().default(false),
    })
    .default({ map: {}, create: false }),
  events: z.record(z.string(), z.enum(IMPORT_ACTS)).default({}),
  /** Results for tasks of the agency's process that want a decision, by the task's element id. */
  decisions: z
    .record(z.string(), z.record(z.string(), z.union([z.string().max(200), z.number(), z.boolean()])))
    .default({}),
  /** Events before the receipt or after the completion: refuse the case, or leave them out. */
  strayEvents: z.enum(['reject', 'skip']).default('reject'),
  /** With `{id}` and `{service}`; a column of its own wins. */
  title: text.default('{service} ({id})'),
  body: text.default('{service} ({id})'),
  answer: text.default('(이전 시스템에서 처리한 민원입니다.)'),
})

export type ImportMapping = z.infer<typeof importMapping>
export type ImportActKind = (typeof IMPORT_ACTS)[number]
export type TimestampColumn = z.infer<typeof timestampColumn>

const MAX_MAPPING = 1024 * 1024

/**
 * Reads a mapping from YAML.
 * @throws ValidationError `import.mapping-not-yaml` with the line, or the schema's complaint with its path
 */
export function readMapping(yaml: string): ImportMapping {
  if (yaml.length > MAX_MAPPING) throw new ValidationError('import.mapping-too-large')
  let raw: unknown
  try {
    raw = parseYaml(yaml)
  } catch (error) {
    const line = error instanceof YAMLParseError ? (error.linePos?.[0].line ?? 0) : 0
    throw new ValidationError('import.mapping-not-yaml', { params: { line }, cause: error })
  }
  const mapping = parse(importMapping, raw)
  if (mapping.rows === 'event' && (mapping.columns.event === undefined || mapping.columns.at === undefined)) {
    throw new ValidationError('input.required', {
      field: mapping.columns.event === undefined ? 'columns.event' : 'columns.at',
    })
  }
  if (mapping.columns.service === undefined && mapping.service.default === undefined) {
    throw new ValidationError('input.required', { field: 'service.default' })
  }
  return mapping
}

/** Every column the mapping reads. */
export function columnsOf(mapping: ImportMapping): string[] {
  const names = Object.entries(mapping.columns).flatMap(([key, value]) =>
    key === 'rating' && typeof value === 'object' ? Object.values(value) : [value],
  )
  return names.flatMap((value) => {
    if (typeof value === 'string') return [value]
    return typeof value === 'object' && 'column' in value && typeof value.column === 'string' ? [value.column] : []
  })
}
