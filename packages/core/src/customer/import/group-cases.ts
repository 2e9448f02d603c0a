import { HarmonyError } from '../../kernel/index.ts'
import { caseBuilder } from './build-case.ts'
import type { ImportCase, Rejection } from './case.ts'
import { columnsOf, type ImportMapping } from './mapping.ts'
import { type LogRow, readLog } from './read-log.ts'

/** What a log holds: its cases in the order of their receipt, the rest with reasons, how many rows it has. */
export interface LogCases {
  readonly rows: number
  readonly cases: readonly ImportCase[]
  readonly rejected: readonly Rejection[]
}

/**
 * Reads a whole log into cases. A broken row of a case of several rows refuses the case, never a part of it.
 * @throws ValidationError, TooLargeError for a file or mapping that cannot be read at all
 */
export async function readCases(file: string, mapping: ImportMapping): Promise<LogCases> {
  const build = caseBuilder(mapping)
  const required = columnsOf(mapping)
  const groups = new Map<string, LogRow[]>()
  const repeated: LogRow[] = []
  const rejected: Rejection[] = []
  let rows = 0
  for await (const row of readLog(file, mapping, required)) {
    rows += 1
    if (!('fields' in row)) {
      rejected.push({ line: row.line, externalId: null, field: null, code: row.code, params: row.params })
      continue
    }
    const key = row.fields.get(mapping.columns.id)?.trim() ?? ''
    const kept: LogRow = { line: row.line, fields: new Map(required.map((name) => [name, row.fields.get(name) ?? ''])) }
    const group = groups.get(key)
    if (group === undefined || key === '') groups.set(key === '' ? `\n${row.line}` : key, [kept])
    else if (mapping.rows === 'event') group.push(kept)
    else repeated.push(kept)
  }
  for (const row of repeated) {
    const externalId = row.fields.get(mapping.columns.id)?.trim() ?? null
    rejected.push({ line: row.line, externalId, field: mapping.columns.id, code: 'import.id-repeated', params: {} })
  }
  const cases: ImportCase[] = []
  for (const [key, group] of groups) {
    try {
      cases.push(build(group))
    } catch (error) {
      if (!(error instanceof HarmonyError)) throw error
      const externalId = key.startsWith('\n') ? null : key
      rejected.push({
        line: group[0]?.line ?? 0,
        externalId,
        field: error.field ?? null,
        code: error.code,
        params: error.params,
      })
    }
  }
  cases.sort((a, b) => a.receivedAt.getTime() - b.receivedAt.getTime() || a.line - b.line)
  return { rows, cases, rejected }
}
