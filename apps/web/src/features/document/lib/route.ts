import type { Localized } from '@harmony/ui'
import type { PersonAs, PlannedStep, Role, RouteStep } from '../api.ts'

export type StepRequest = RouteStep['request']

/** A person on a route that is being put together. `withPrevious`: asked at once with the row above (병렬협조). */
export interface RouteRow {
  readonly key: string
  readonly role: Role
  readonly personId: string | null
  readonly unitId: string | null
  readonly name: string | null
  readonly title: Localized | null
  readonly unit: Localized | null
  readonly withPrevious: boolean
  readonly delegated: boolean
  readonly actingFor: PersonAs | null
  readonly request: StepRequest
  /** Why nobody stands there yet. */
  readonly problem: 'vacant' | 'drafter' | null
  readonly who: string | null
}

/** A step as the api takes it. */
export interface StepInput {
  readonly role: Role
  readonly personId: string
  readonly unitId?: string
  readonly order: number
  readonly delegated: boolean
  readonly actingForId: string | null
  readonly request: StepRequest
}

/** What stands in the way of sending a document on a route. */
export type RouteProblem = 'empty' | 'nobody' | 'no-approver' | 'approver-not-last' | 'twice'

type Proposed = Omit<PlannedStep, 'request' | 'actingFor'> & Partial<Pick<PlannedStep, 'request' | 'actingFor'>>

let made = 0
/** A key for a new row, unique on this page. */
export function rowKey(): string {
  made += 1
  return `r${made}`
}

/** Rows of a proposed, saved or planned route. */
export function rowsOf(steps: readonly Proposed[]): RouteRow[] {
  return steps.map((step, index) => ({
    key: rowKey(),
    role: step.role,
    personId: step.person?.id ?? null,
    unitId: step.unitId,
    name: step.person?.name ?? null,
    title: step.person?.title ?? null,
    unit: step.person?.unit ?? null,
    withPrevious: index > 0 && steps[index - 1]?.order === step.order,
    delegated: step.delegated,
    actingFor: step.actingFor ?? null,
    request: step.request ?? { action: 'report', note: '' },
    problem: step.problem,
    who: step.who,
  }))
}

/** Rows of the steps still to come on a running route. */
export function rowsOfSteps(steps: readonly RouteStep[]): RouteRow[] {
  return rowsOf(steps.map((step) => ({ ...step, problem: null, who: null })))
}

/**
 * The rows as steps: orders count up from `first`, rows asked at once share one. Rows without a person are left out.
 */
export function stepsOf(rows: readonly RouteRow[], first = 1): StepInput[] {
  let order = first - 1
  return rows.flatMap((row, index) => {
    if (row.personId === null) return []
    if (!(row.withPrevious && index > 0 && order >= first)) order += 1
    return [
      {
        role: row.role,
        personId: row.personId,
        ...(row.unitId === null ? {} : { unitId: row.unitId }),
        order,
        delegated: row.delegated,
        actingForId: row.actingFor?.id ?? null,
        request: row.request,
      },
    ]
  })
}

/** Moves a row by so many places; the ends hold. */
export function moveRow(rows: readonly RouteRow[], key: string, by: number): RouteRow[] {
  const from = rows.findIndex((row) => row.key === key)
  const to = Math.min(rows.length - 1, Math.max(0, from + by))
  if (from < 0 || from === to) return [...rows]
  const rest = rows.filter((row) => row.key !== key)
  return tidy([...rest.slice(0, to), ...rows.slice(from, from + 1), ...rest.slice(to)])
}

/** Puts rows before or after another one, as a drag does. */
export function placeRows(
  rows: readonly RouteRow[],
  keys: ReadonlySet<string>,
  target: string,
  where: 'before' | 'after',
): RouteRow[] {
  const moving = rows.filter((row) => keys.has(row.key))
  const rest = rows.filter((row) => !keys.has(row.key))
  const at = rest.findIndex((row) => row.key === target)
  if (at < 0) return [...rows]
  const cut = where === 'before' ? at : at + 1
  return tidy([...rest.slice(0, cut), ...moving, ...rest.slice(cut)])
}

/** Adds a person before the last approver: the order a route is usually put together in. */
export function addRow(rows: readonly RouteRow[], row: RouteRow): RouteRow[] {
  const last = rows.at(-1)
  return last?.role === 'approve' && row.role !== 'approve'
    ? tidy([...rows.slice(0, -1), row, last])
    : tidy([...rows, row])
}

/** Only 협조 is asked of several at once, and nothing can be asked together with nobody. */
export function tidy(rows: readonly RouteRow[]): RouteRow[] {
  return rows.map((row, index) =>
    row.withPrevious && (index === 0 || row.role !== 'consent' || rows[index - 1]?.role !== 'consent')
      ? { ...row, withPrevious: false }
      : row,
  )
}

/** What stands in the way of using the route; null when nothing does. */
export function routeProblem(rows: readonly RouteRow[]): RouteProblem | null {
  if (rows.length === 0) return 'empty'
  if (rows.some((row) => row.personId === null)) return 'nobody'
  if (new Set(rows.map((row) => row.personId)).size < rows.length) return 'twice'
  const approvers = rows.filter((row) => row.role === 'approve').length
  if (approvers === 0) return 'no-approver'
  return approvers > 1 || rows.at(-1)?.role !== 'approve' ? 'approver-not-last' : null
}
