import { Button, Card, EmptyState, IconButton, SegmentedToggle, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { cardWords } from '../card-words.ts'
import { addDays } from '../lib/days.ts'
import { useAddress } from '../lib/use-address.ts'
import { AgendaTable, RecordList, ReportTable } from './achievement-rows.tsx'

const VIEWS = ['all', 'week', 'reports', 'agenda'] as const
const TABS = ['all', 'schedule', 'memo', 'customer'] as const
type View = (typeof VIEWS)[number]
type Tab = (typeof TABS)[number]

/** 실적관리 (R9): what was done for the task, as it gathered by itself; views and week stand in the address. */
export function AchievementTab({ cardId, isClosed }: { readonly cardId: string; readonly isClosed: boolean }) {
  const t = useWords(cardWords)
  const [search, change] = useAddress()
  // On a closed card this week is empty: what was done is seen whole.
  const usual = isClosed ? 'all' : 'week'
  const view = VIEWS.find((one) => one === search.view) ?? usual
  return (
    <Card
      title={t('achievements')}
      aside={
        <SegmentedToggle<View>
          label={t('views')}
          value={view}
          onChange={(next) => change({ view: next === usual ? undefined : next, kind: undefined, day: undefined })}
          options={[
            { id: 'all', label: t('viewAll') },
            { id: 'week', label: t('viewWeek') },
            { id: 'reports', label: t('viewReports') },
            { id: 'agenda', label: t('viewAgenda') },
          ]}
        />
      }
    >
      <Entries cardId={cardId} view={view} tab={TABS.find((one) => one === search.kind) ?? 'all'} day={search.day} />
    </Card>
  )
}

interface EntriesProps {
  readonly cardId: string
  readonly view: View
  readonly tab: Tab
  readonly day: string | undefined
}

function Entries({ cardId, view, tab, day }: EntriesProps) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const [, change] = useAddress()
  const query = useInfiniteQuery(
    trpc.task.achievements.infiniteQueryOptions(
      { taskCardId: cardId, view, tab: view === 'week' ? tab : 'all', ...(view === 'week' && day ? { day } : {}) },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  return (
    <QueryPanel query={query} what={t('achievements')} lines={6}>
      {({ pages }) => {
        const rows = pages.flatMap((page) => page.rows)
        const week = pages[0]?.week ?? null
        return (
          <>
            {view === 'week' && week && (
              <WeekBar
                week={week}
                tab={tab}
                onTab={(next) => change({ kind: next === 'all' ? undefined : next })}
                onDay={(next) => change({ day: next })}
              />
            )}
            {rows.length === 0 ? (
              <Nothing view={view} week={week} onDay={(next) => change({ day: next })} />
            ) : view === 'reports' ? (
              <ReportTable rows={rows} />
            ) : view === 'agenda' ? (
              <AgendaTable rows={rows} />
            ) : (
              <RecordList rows={rows} />
            )}
            {query.hasNextPage && (
              <div className="tk-foot">
                <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {t('more')}
                </Button>
              </div>
            )}
          </>
        )
      }}
    </QueryPanel>
  )
}

interface WeekBarProps {
  readonly week: {
    readonly from: string
    readonly to: string
    readonly label: { readonly ko: string; readonly en: string }
  }
  readonly tab: Tab
  readonly onTab: (tab: Tab) => void
  readonly onDay: (day: string | undefined) => void
}

/** The week as people name it, one step back and forth, leaps to weeks that hold records, and the kinds. */
function WeekBar({ week, tab, onTab, onDay }: WeekBarProps) {
  const t = useWords(cardWords)
  const text = useText()
  return (
    <div className="tk-week">
      <div className="w">
        <IconButton icon="left" label={t('prevWeek')} onPress={() => onDay(addDays(week.from, -7))} />
        <b aria-live="polite">{text(week.label)}</b>
        <IconButton icon="right" label={t('nextWeek')} onPress={() => onDay(addDays(week.from, 7))} />
        <Button size="sm" variant="txt" onPress={() => onDay(undefined)}>
          {t('thisWeek')}
        </Button>
      </div>
      <SegmentedToggle<Tab>
        label={t('weekTabs')}
        value={tab}
        onChange={onTab}
        options={[
          { id: 'all', label: t('tabAll') },
          { id: 'schedule', label: t('tabSchedule') },
          { id: 'memo', label: t('tabMemo') },
          { id: 'customer', label: t('tabCustomer') },
        ]}
      />
    </div>
  )
}

interface NothingProps {
  readonly view: View
  readonly week: { readonly earlier: string | null; readonly later: string | null } | null
  readonly onDay: (day: string) => void
}

function Nothing({ view, week, onDay }: NothingProps) {
  const t = useWords(cardWords)
  if (view === 'reports') return <EmptyState title={t('emptyReports')}>{t('emptyReportsNext')}</EmptyState>
  if (view === 'agenda') return <EmptyState title={t('emptyAgenda')}>{t('emptyAgendaNext')}</EmptyState>
  const { earlier, later } = week ?? { earlier: null, later: null }
  if (earlier !== null || later !== null) {
    return (
      <EmptyState
        icon="calendar"
        title={t('emptyWeek')}
        action={
          <span className="h-row">
            {earlier !== null && <Button onPress={() => onDay(earlier)}>{t('earlierWeek')}</Button>}
            {later !== null && <Button onPress={() => onDay(later)}>{t('laterWeek')}</Button>}
          </span>
        }
      />
    )
  }
  return <EmptyState title={t('emptyAll')}>{t('emptyAllNext')}</EmptyState>
}
