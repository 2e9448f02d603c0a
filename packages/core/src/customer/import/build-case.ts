import { ValidationError } from '../../kernel/index.ts'
import { PETITION_LIMITS } from '../schemas.ts'
import type { ImportAct, ImportCase, ImportRating } from './case.ts'
import type { ImportMapping, TimestampColumn } from './mapping.ts'
import type { LogRow } from './read-log.ts'
import { timestampReader } from './timestamp.ts'

/** Reads the rows of one case. */
export type CaseBuilder = (rows: readonly LogRow[]) => ImportCase

/**
 * Makes the reader of cases for a mapping.
 * @returns a function from a case's rows (one, or its events) to the case
 * @throws ValidationError at once for a mapping that cannot work; from the function, naming the column: `import.value-missing`,
 *   `import.value-unmapped`, `import.timestamp-invalid`, `import.closed-before-received`, `import.stray-event`, `import.status-*`
 */
export function caseBuilder(mapping: ImportMapping): CaseBuilder {
  const { columns } = mapping
  const read = valueReader(mapping)
  const received = instantReader(mapping, columns.received)
  const completed = optionalInstant(mapping, columns.completed)
  const assigned = optionalInstant(mapping, columns.assigned)
  const at = optionalInstant(mapping, columns.at)
  const ratedAt = optionalInstant(mapping, columns.rating?.at)

  return (rows) => {
    const first = rows[0]
    if (first === undefined) throw new RangeError('a case has at least one row')
    const externalId = required(read(first, columns.id), columns.id).slice(0, 150)
    const sourceService = read(first, columns.service)
    const serviceKey = mapped(mapping.service, sourceService, columns.service)
    const receivedAt = received(first)
    const events = columns.event === undefined ? [] : rows.map(eventOf)
    const completionEvent = events.findLast((event) => event.kind === 'complete')
    const completedAt = closing(first, completed(first) ?? completionEvent?.at ?? null)
    if (completedAt !== null && completedAt < receivedAt) {
      throw new ValidationError('import.closed-before-received', { field: nameOf(columns.completed ?? columns.at) })
    }
    const { acts, skipped } = within(events, receivedAt, completedAt)
    const taken = assigned(first)
    if (taken !== null && (taken < receivedAt || (completedAt !== null && taken > completedAt))) {
      throw new ValidationError('import.stray-event', { field: nameOf(columns.assigned) })
    }
    const person = read(first, columns.person)
    const unit = read(first, columns.unit)
    const takes: ImportAct[] = taken === null ? [] : [{ kind: 'assign', at: taken, unit, person, note: null }]
    const fill = (template: string) =>
      template.replaceAll('{id}', externalId).replaceAll('{service}', sourceService ?? serviceKey)
    return {
      line: first.line,
      externalId,
      serviceKey,
      channel: mapped(mapping.channel, read(first, columns.channel), columns.channel).slice(0, 40),
      title: (read(first, columns.title) ?? fill(mapping.title)).slice(0, PETITION_LIMITS.title),
      body: (read(first, columns.body) ?? fill(mapping.body)).slice(0, PETITION_LIMITS.body),
      unit,
      person,
      receivedAt,
      completedAt,
      acts: [...takes, ...acts].sort((a, b) => a.at.getTime() - b.at.getTime()),
      answer: (read(first, columns.answer) ?? fill(mapping.answer)).slice(0, PETITION_LIMITS.answer),
      rating: ratingOf(first, completedAt),
      skippedEvents: skipped,
    }
  }

  function eventOf(row: LogRow): { kind: ImportMapping['events'][string]; act: Omit<ImportAct, 'kind'>; at: Date } {
    const name = required(read(row, columns.event), columns.event)
    const kind = mapping.events[name]
    if (kind === undefined) {
      throw new ValidationError('import.value-unmapped', {
        field: columns.event ?? '',
        params: { value: name.slice(0, 80) },
      })
    }
    const time = at(row)
    if (time === null) throw new ValidationError('import.value-missing', { field: nameOf(columns.at) })
    const act = {
      at: time,
      unit: read(row, columns.eventUnit),
      person: read(row, columns.eventPerson),
      note: read(row, columns.note),
    }
    return { kind, act, at: time }
  }

  function within(events: readonly ReturnType<typeof eventOf>[], from: Date, to: Date | null) {
    const acts: ImportAct[] = []
    let skipped = 0
    for (const { kind, act } of events) {
      if (kind === 'ignore' || kind === 'complete') continue
      const stray = act.at < from || (to !== null && act.at > to)
      if (stray && mapping.strayEvents === 'reject') {
        throw new ValidationError('import.stray-event', { field: nameOf(columns.at) })
      }
      if (stray) skipped += 1
      else acts.push({ kind, ...act })
    }
    return { acts, skipped }
  }

  function closing(row: LogRow, completion: Date | null): Date | null {
    if (mapping.status === undefined) return completion
    const field = columns.status ?? 'columns.status'
    const status = required(read(row, columns.status), field)
    if (mapping.status.open.includes(status)) {
      if (completion !== null)
        throw new ValidationError('import.status-open-but-closed', { field, params: { value: status } })
      return null
    }
    if (!mapping.status.completed.includes(status)) {
      throw new ValidationError('import.value-unmapped', { field, params: { value: status.slice(0, 80) } })
    }
    if (completion === null)
      throw new ValidationError('import.status-closed-without-date', { field, params: { value: status } })
    return completion
  }

  function ratingOf(row: LogRow, completedAt: Date | null): ImportRating | null {
    if (columns.rating === undefined) return null
    const overall = read(row, columns.rating.overall)
    if (overall === null) return null
    if (completedAt === null)
      throw new ValidationError('import.rating-before-completion', { field: columns.rating.overall })
    const rated = ratedAt(row) ?? completedAt
    if (rated < completedAt)
      throw new ValidationError('import.rating-before-completion', { field: nameOf(columns.rating.at) })
    const stars = (column: string | undefined) =>
      starsOf(column === undefined ? overall : (read(row, column) ?? overall), column)
    return {
      at: rated,
      overall: stars(columns.rating.overall),
      promptness: stars(columns.rating.promptness),
      kindness: stars(columns.rating.kindness),
      attitude: stars(columns.rating.attitude),
      comment: read(row, columns.rating.comment)?.slice(0, PETITION_LIMITS.comment) ?? null,
    }
  }
}

function valueReader(mapping: ImportMapping): (row: LogRow, column: string | undefined) => string | null {
  const empty = new Set(mapping.empty)
  return (row, column) => {
    if (column === undefined) return null
    const value = row.fields.get(column)?.trim() ?? ''
    return value === '' || empty.has(value) ? null : value
  }
}

function instantReader(mapping: ImportMapping, column: TimestampColumn): (row: LogRow) => Date {
  const optional = optionalInstant(mapping, column)
  return (row) => {
    const found = optional(row)
    if (found === null) throw new ValidationError('import.value-missing', { field: nameOf(column) })
    return found
  }
}

function optionalInstant(mapping: ImportMapping, column: TimestampColumn | undefined): (row: LogRow) => Date | null {
  if (column === undefined) return () => null
  const own: Exclude<TimestampColumn, string> = typeof column === 'string' ? { column } : column
  const name = nameOf(column)
  const instant = timestampReader({
    format: own.format ?? mapping.format,
    zone: own.zone ?? mapping.zone,
    clock: mapping.clock,
  })
  const read = valueReader(mapping)
  return (row) => {
    const value = read(row, name)
    if (value === null) return null
    try {
      return instant(value)
    } catch (error) {
      if (error instanceof ValidationError) throw new ValidationError(error.code, { field: name, params: error.params })
      throw error
    }
  }
}

function nameOf(column: TimestampColumn | undefined): string {
  if (column === undefined) return ''
  return typeof column === 'string' ? column : column.column
}

function mapped(
  values: { map: Record<string, string>; default?: string | undefined },
  value: string | null,
  column: string | undefined,
): string {
  const found = (value === null ? undefined : values.map[value]) ?? values.default
  if (found !== undefined) return found
  const field = column ?? ''
  if (value === null) throw new ValidationError('import.value-missing', { field })
  throw new ValidationError('import.value-unmapped', { field, params: { value: value.slice(0, 80) } })
}

function required(value: string | null, column: string | undefined): string {
  if (value === null) throw new ValidationError('import.value-missing', { field: column ?? '' })
  return value
}

function starsOf(value: string, column: string | undefined): number {
  if (!/^[1-5]$/.test(value))
    throw new ValidationError('import.rating-invalid', { field: column ?? '', params: { value: value.slice(0, 20) } })
  return Number(value)
}
