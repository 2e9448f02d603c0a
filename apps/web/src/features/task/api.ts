import type { TaskCardView, TaskListInput, TaskRow } from '@harmony/core/work/schemas'
import { notify } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useErrorText } from '../../lib/errors.ts'
import { useTRPC } from '../../lib/trpc.tsx'

export type { TaskCardView, TaskRow }
export type Phase = TaskCardView['phases'][number]
export type Standing = TaskCardView['standing']
export type Ability = TaskCardView['abilities'][number]

type Scope = NonNullable<TaskListInput['scope']>
type Kind = NonNullable<TaskListInput['kind']>
type State = NonNullable<TaskListInput['state']>
type Sort = NonNullable<TaskListInput['sort']>

/** What the list asks for; all of it stands in the address. */
export interface TaskFilter {
  readonly scope: Scope
  readonly state: State | ''
  readonly kind: Kind | ''
  readonly watched: boolean
  readonly status: 'active' | 'closed' | 'all'
  readonly search: string
  readonly unitId: string
  readonly year: string
  readonly quality: 'begun' | 'not-begun' | ''
  readonly objective: string
  readonly managed: string
  readonly asOf: string
  readonly sort: Sort
  readonly order: 'asc' | 'desc'
}

const one = <K extends string>(value: string | undefined, known: readonly K[]): K | '' =>
  known.find((each) => each === value) ?? ''
const ID = /^[0-9a-f-]{36}$/
const matching = (value: string | undefined, pattern: RegExp) => (value && pattern.test(value) ? value : '')

/** The filter as the address holds it; anything unknown falls back to the usual. */
export function readFilter(search: Readonly<Record<string, string | undefined>>): TaskFilter {
  return {
    scope: one(search.scope, ['mine', 'unit', 'all']) || 'all',
    state: one(search.state, ['on-track', 'delayed', 'behind']),
    kind: one(search.kind, ['unit', 'managed', 'annual-report', 'quality']),
    watched: search.watched === '1',
    status: one(search.status, ['closed', 'all']) || 'active',
    search: (search.q ?? '').slice(0, 100),
    unitId: matching(search.unit, ID),
    year: matching(search.year, /^\d{4}$/),
    quality: one(search.quality, ['begun', 'not-begun']),
    objective: search.objective ?? '',
    managed: matching(search.managed, ID),
    asOf: matching(search.asOf, /^\d{4}-\d{2}-\d{2}$/),
    sort: one(search.sort, ['name', 'due', 'changed', 'progress']) || 'due',
    order: search.order === 'desc' ? 'desc' : 'asc',
  }
}

/** The filter as an address's query, the usual values left out. */
export function writeFilter(filter: TaskFilter): Record<string, string | undefined> {
  return {
    scope: filter.scope === 'all' ? undefined : filter.scope,
    state: filter.state,
    kind: filter.kind,
    watched: filter.watched ? '1' : undefined,
    status: filter.status === 'active' ? undefined : filter.status,
    q: filter.search,
    unit: filter.unitId,
    year: filter.year,
    quality: filter.quality,
    objective: filter.objective,
    managed: filter.managed,
    asOf: filter.asOf,
    sort: filter.sort === 'due' ? undefined : filter.sort,
    order: filter.order === 'asc' ? undefined : filter.order,
  }
}

/** The filter as the api takes it. */
export function asInput(filter: TaskFilter) {
  return {
    scope: filter.scope,
    sort: filter.sort,
    order: filter.order,
    ...(filter.status === 'all' ? {} : { status: filter.status }),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.kind ? { kind: filter.kind } : {}),
    ...(filter.watched ? { watched: true } : {}),
    ...(filter.search ? { search: filter.search } : {}),
    ...(filter.unitId ? { unitId: filter.unitId } : {}),
    ...(filter.year ? { year: Number(filter.year) } : {}),
    ...(filter.quality ? { quality: filter.quality } : {}),
    ...(filter.objective ? { objectiveKey: filter.objective } : {}),
    ...(filter.managed ? { managedTaskId: filter.managed } : {}),
    ...(filter.asOf ? { asOf: filter.asOf } : {}),
  }
}

/** True when something narrows the list beyond whose tasks it shows. */
export function isNarrowed(filter: TaskFilter): boolean {
  const { state, kind, watched, search, unitId, year, quality, objective, managed, status } = filter
  return (
    Boolean(state || kind || watched || search || unitId || year || quality || objective || managed) ||
    status === 'closed'
  )
}

/**
 * What every act on a task does afterwards: say that it is done, read everything of tasks again. A refusal says why
 * (who was first, and when) and shows the newest state.
 */
export function useActOptions(done: string, onDone?: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const refresh = () => queryClient.invalidateQueries({ queryKey: trpc.task.pathKey() })
  return {
    onSuccess: async () => {
      // First the new state, then the form goes: nothing old shows in between.
      await refresh()
      onDone?.()
      notify.done(done)
    },
    onError: async (error: unknown) => {
      notify.failed(errorText(error))
      await refresh()
    },
  }
}
