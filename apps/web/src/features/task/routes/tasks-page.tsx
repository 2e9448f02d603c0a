import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  PageHead,
  Skeleton,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { asInput, isNarrowed, readFilter, type TaskFilter, writeFilter } from '../api.ts'
import { FilterBar } from '../components/filter-bar.tsx'
import { FilterChips } from '../components/filter-chips.tsx'
import { NewCardDialog } from '../components/new-card-dialog.tsx'
import { NewManagedDialog } from '../components/new-managed-dialog.tsx'
import { TaskTable } from '../components/task-table.tsx'
import { useAddress } from '../lib/use-address.ts'
import { useTaskExport } from '../lib/use-task-export.ts'
import '../task.css'
import { taskWords } from '../words.ts'

/** `/<agency>/tasks`: 과제 목록 (R8, R13); filters, order and what is searched for stand in the address. */
export function TasksPage() {
  return (
    <OfficerOnly>
      <TasksScreen />
    </OfficerOnly>
  )
}

function TasksScreen() {
  const t = useWords(taskWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const errorText = useErrorText()
  const [search, change] = useAddress()
  const filter = readFilter(search)
  const [making, setMaking] = useState<'card' | 'managed'>()
  const query = useInfiniteQuery(
    trpc.task.list.infiniteQueryOptions(asInput(filter), {
      getNextPageParam: (page) => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
  const settings = useQuery(trpc.task.settings.queryOptions(undefined, { staleTime: 300_000 }))
  const exporting = useTaskExport(filter)
  const rows = query.data?.pages.flatMap((page) => page.rows)
  const total = query.data?.pages[0]?.total ?? 0
  const set = (part: Partial<TaskFilter>) => change(writeFilter({ ...filter, ...part }))
  usePageTitle(t('title'))
  const mayMake = settings.data?.units ?? []
  return (
    <>
      <PageHead
        title={<Headline filter={filter} total={query.data ? total : undefined} />}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <ButtonLink icon="chart" href={paths.taskMonitor(agency)}>
              {t('monitor')}
            </ButtonLink>
            {mayMake.some((unit) => unit.managed) && (
              <Button icon="plus" onPress={() => setMaking('managed')}>
                {t('newManaged')}
              </Button>
            )}
            {mayMake.length > 0 && (
              <Button variant="pri" icon="plus" onPress={() => setMaking('card')}>
                {t('newCard')}
              </Button>
            )}
          </>
        }
      />
      <Card>
        <FilterBar filter={filter} set={set} />
        <FilterChips filter={filter} set={set} />
        {query.error && rows === undefined ? (
          <ErrorState what={t('what')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : rows === undefined ? (
          <Skeleton lines={8} />
        ) : rows.length === 0 ? (
          <Nothing filter={filter} onClear={() => change(cleared(filter))} />
        ) : (
          <TaskTable
            rows={rows}
            total={total}
            filter={filter}
            onSort={(sort) => set({ sort, order: filter.sort === sort && filter.order === 'asc' ? 'desc' : 'asc' })}
            exporting={exporting}
            {...(query.hasNextPage
              ? { onMore: () => void query.fetchNextPage(), loading: query.isFetchingNextPage }
              : {})}
          />
        )}
      </Card>
      {making === 'card' && <NewCardDialog onClose={() => setMaking(undefined)} />}
      {making === 'managed' && <NewManagedDialog onClose={() => setMaking(undefined)} />}
    </>
  )
}

/** Everything that narrows left out; whose tasks are shown stays. */
function cleared(filter: TaskFilter): Record<string, string | undefined> {
  return writeFilter({ ...readFilter({}), scope: filter.scope, sort: filter.sort, order: filter.order })
}

interface HeadlineProps {
  readonly filter: TaskFilter
  readonly total: number | undefined
}

/** How many there are and how many of them are late, in a sentence. */
function Headline({ filter, total }: HeadlineProps) {
  const t = useWords(taskWords)
  const trpc = useTRPC()
  const late = useQuery(
    trpc.task.list.queryOptions(
      { ...asInput(filter), state: 'delayed', limit: 1 },
      { enabled: total !== undefined && total > 0 && !filter.state, placeholderData: keepPreviousData },
    ),
  )
  if (total === undefined) return t('title')
  if (filter.state || (isNarrowed(filter) && total === 0)) return t('headlineFiltered', { total })
  if (total === 0) return t('headlineNone')
  if (late.data === undefined) return t('headlineFiltered', { total })
  return late.data.total === 0 ? t('headlineGood', { total }) : t('headline', { total, late: late.data.total })
}

function Nothing({ filter, onClear }: { readonly filter: TaskFilter; readonly onClear: () => void }) {
  const t = useWords(taskWords)
  if (isNarrowed(filter)) return <FilteredEmpty onClear={onClear} />
  if (filter.scope !== 'all') {
    return (
      <EmptyState icon="task" title={t('emptyMine')}>
        {t('emptyMineNext')}
      </EmptyState>
    )
  }
  return (
    <EmptyState icon="task" title={t('empty')}>
      {t('emptyNext')}
    </EmptyState>
  )
}
