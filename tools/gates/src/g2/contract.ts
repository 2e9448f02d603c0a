import type { Declared } from './procedures.ts'

/**
 * What procedures fail to declare: a permission, an output schema (a stream has frames instead), a sample here.
 * @returns one line for each omission
 */
export function undeclared(procedures: ReadonlyMap<string, Declared>, sampled: ReadonlySet<string>): string[] {
  const lines = [...procedures].flatMap(([path, { type, meta, output }]) => {
    return [
      ...(meta?.permission === undefined ? [`${path} declares no permission`] : []),
      ...(output === undefined && type !== 'subscription' ? [`${path} declares no output`] : []),
      ...(sampled.has(path) ? [] : [`${path} has no sample`]),
    ]
  })
  const gone = [...sampled].filter((path) => !procedures.has(path))
  return [...lines, ...gone.map((path) => `${path} is sampled and does not exist`)]
}

interface JsonSchema {
  readonly format?: string
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly items?: JsonSchema
  readonly anyOf?: readonly JsonSchema[]
}

interface Convertible {
  toJSONSchema(options: { io: 'input'; unrepresentable: 'any' }): JsonSchema
}

/** The fields of a procedure's input that take an id or a cursor, and that no sample fills. */
export function unfilled(procedure: Declared | undefined, inputs: readonly unknown[]): string[] {
  const [schema] = procedure?.inputs ?? []
  if (schema === undefined) return []
  const json = (schema as Convertible).toJSONSchema({ io: 'input', unrepresentable: 'any' })
  return idFields(json)
    .filter((path) => !inputs.some((input) => reaches(input, path)))
    .map((path) => path.join('.'))
}

function idFields(schema: JsonSchema, path: readonly string[] = []): (readonly string[])[] {
  if (schema.format === 'uuid' || path.at(-1) === 'cursor') return [path]
  const inner = [...(schema.anyOf ?? []), ...(schema.items === undefined ? [] : [schema.items])]
  return [
    ...inner.flatMap((one) => idFields(one, path)),
    ...Object.entries(schema.properties ?? {}).flatMap(([key, one]) => idFields(one, [...path, key])),
  ]
}

function reaches(input: unknown, path: readonly string[]): boolean {
  const values = path.reduce<unknown[]>(
    (at, key) => at.flat().map((one) => (one as Readonly<Record<string, unknown>> | undefined)?.[key]),
    [input],
  )
  return values.flat().some((value) => value !== undefined && value !== null)
}
