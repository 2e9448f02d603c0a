import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  PageHead,
  SegmentedToggle,
  Select,
  Skeleton,
  TextField,
  useFormat,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Directive } from '../api.ts'
import { DirectiveLine } from '../components/directive-line.tsx'
import { directiveWords } from '../directive-words.ts'
import '../document.css'
import { useTyped } from '../lib/use-typed.ts'

const SCOPES = ['mine', 'given', 'unit', 'all'] as const
const STATES = ['not-closed', 'overdue', 'open', 'reported', 'closed'] as const
const EVERY = 'every'

/** `/<agency>/directives`: 지시사항 I am to carry out, those I gave, those of my units. */
export function DirectivesPage() {
  return (
    <OfficerOnly>
      <Directives />
    </OfficerOnly>
  )
}

function Directives() {
  const t = useWords(directiveWords)
  const agency = useAgency()
  const trpc = useTRPC()
  const session = useSession()
  const { history } = useRouter()
  const errorText = useErrorText()
  const search = useSearch({ strict: false })
  const scope = SCOPES.find((one) => one === search['scope']) ?? 'mine'
  const state = search['state'] === EVERY ? EVERY : (STATES.find((one) => one === search['state']) ?? 'not-closed')
  const words = search['q'] ?? ''
  const counts = useQuery(trpc.document.directiveCounts.queryOptions()).data
  const query = useInfiniteQuery(
    trpc.document.directives.infiniteQueryOptions(
      {
        scope,
        ...(state === EVERY ? {} : { state }),
        ...(words ? { search: words } : {}),
        limit: 25,
      },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  useLiveQueries(session.personId ? [`inbox:${session.personId}`] : [], [
    trpc.document.directives.infiniteQueryKey(),
    trpc.document.directiveCounts.queryKey(),
  ])
  const set = (change: Record<string, string | undefined>) => {
    const next = new URLSearchParams()
    for (const [key, value] of Object.entries({ scope, state, q: words, ...change })) {
      const usual = { scope: 'mine', state: 'not-closed', q: '' }[key]
      if (value && value !== usual) next.set(key, value)
    }
    history.replace(next.size > 0 ? `${paths.directives(agency)}?${next}` : paths.directives(agency))
  }
  const [typed, setTyped] = useTyped(words, (q) => set({ q }))
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const exportRows = useExport()
  usePageTitle(t('title'))
  return (
    <>
      <PageHead
        title={headline(counts, t)}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {t('export')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <Card>
        <div className="dc-bar">
          <SegmentedToggle
            label={t('scope')}
            value={scope}
            onChange={(next) => set({ scope: next })}
            options={[
              { id: 'mine', label: t('mine') },
              { id: 'given', label: counts?.toClose ? `${t('given')} ${counts.toClose}` : t('given') },
              { id: 'unit', label: t('unitScope') },
              { id: 'all', label: t('all') },
            ]}
          />
          <Select
            label={t('state')}
            hideLabel
            size="md"
            value={state}
            onChange={(next) => set({ state: next })}
            options={[...STATES.map((id) => ({ id, label: t(`state-${id}`) })), { id: EVERY, label: t('everyState') }]}
          />
          <div className="grow">
            <TextField
              label={t('search')}
              hideLabel
              size="md"
              type="search"
              placeholder={t('search')}
              value={typed}
              onChange={setTyped}
            />
          </div>
        </div>
        {query.error && !query.data ? (
          <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Skeleton lines={6} />
        ) : rows.length === 0 ? (
          <Nothing
            narrowed={words !== ''}
            doing={scope === 'mine' && state === 'not-closed'}
            onClear={() => set({ q: '' })}
          />
        ) : (
          <div className="dc-orders">
            {rows.map((one) => (
              <DirectiveLine key={one.id} directive={one} withDocument />
            ))}
          </div>
        )}
        {query.hasNextPage && (
          <div className="dc-foot">
            <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
              {t('more')}
            </Button>
          </div>
        )}
      </Card>
    </>
  )
}

type Counts = { readonly open: number; readonly overdue: number }

function headline(
  counts: Counts | undefined,
  t: ReturnType<typeof useWords<keyof (typeof directiveWords)['ko']>>,
): string {
  if (!counts) return t('title')
  if (counts.open === 0) return t('headlineNone')
  return counts.overdue > 0
    ? t('headlineLate', { n: counts.open, late: counts.overdue })
    : t('headline', { n: counts.open })
}

interface NothingProps {
  readonly narrowed: boolean
  readonly doing: boolean
  readonly onClear: () => void
}

function Nothing({ narrowed, doing, onClear }: NothingProps) {
  const t = useWords(directiveWords)
  if (narrowed) return <FilteredEmpty onClear={onClear} />
  return (
    <EmptyState icon="check" title={t(doing ? 'done' : 'none')}>
      {t('noneText')}
    </EmptyState>
  )
}

function useExport() {
  const t = useWords(directiveWords)
  const format = useFormat()
  return (rows: readonly Directive[]) =>
    downloadExcel({
      name: `${t('title')} ${format.date(new Date())}`,
      header: [t('text'), t('document'), t('giver'), t('person'), t('givenAt'), t('due'), t('state'), t('closedAt')],
      rows: rows.map((row) => [
        row.text,
        [row.documentNumber, row.documentTitle].filter(Boolean).join(' '),
        row.giver.name,
        row.person.name,
        new Date(row.givenAt),
        row.dueDate,
        row.overdue ? t('overdue') : t(`state-${row.state}`),
        row.closedAt === null ? null : new Date(row.closedAt),
      ]),
    })
}
