import {
  Button,
  ButtonLink,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  notify,
  PageHead,
  SegmentedToggle,
  Skeleton,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { DocumentsTable } from '../components/documents-table.tsx'
import { ListBar } from '../components/list-bar.tsx'
import { Register } from '../components/register.tsx'
import '../document.css'
import { type ListFilter, listInput, readListFilter, writeListFilter } from '../lib/list-filter.ts'
import { useListExport } from '../lib/use-list-export.ts'
import { listWords } from '../list-words.ts'

/** `/<agency>/documents`: 문서함, and with `?view=register` the 문서등록대장 of a unit. */
export function DocumentsPage() {
  return (
    <OfficerOnly>
      <Documents />
    </OfficerOnly>
  )
}

function Documents() {
  const t = useWords(listWords)
  const agency = useAgency()
  const trpc = useTRPC()
  const session = useSession()
  const { history } = useRouter()
  const search = useSearch({ strict: false })
  const filter = readListFilter(search)
  const view = search['view'] === 'register' ? 'register' : 'list'
  const input = listInput(filter, session.personId)
  const count = useQuery(trpc.document.count.queryOptions(input, { placeholderData: keepPreviousData })).data
  const { run, busy } = useListExport(input)
  usePageTitle(t('title'))
  const set = (change: Partial<ListFilter>) =>
    history.replace(paths.documents(agency, writeListFilter({ ...filter, ...change })))
  return (
    <>
      <PageHead
        title={
          count === undefined
            ? t('title')
            : t(count.more ? 'headlineMore' : 'headline', { n: count.total.toLocaleString() })
        }
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isPending={busy} onPress={() => void run()}>
              {t('export')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
            <ButtonLink variant="pri" icon="plus" href={paths.newDocument(agency)}>
              {t('new')}
            </ButtonLink>
          </>
        }
      />
      <div className="dc-boxes">
        <SegmentedToggle
          label={t('view')}
          value={view}
          onChange={(next) => history.replace(paths.documents(agency, next === 'register' ? { view: 'register' } : {}))}
          options={[
            { id: 'list', label: t('viewList') },
            { id: 'register', label: t('viewRegister') },
          ]}
        />
      </div>
      {view === 'register' ? (
        <Register />
      ) : (
        <Card>
          <ListBar filter={filter} set={set} />
          <List
            input={input}
            narrowed={Object.keys(input).length > 0}
            onClear={() => history.replace(paths.documents(agency))}
          />
        </Card>
      )}
    </>
  )
}

interface ListProps {
  readonly input: ReturnType<typeof listInput>
  readonly narrowed: boolean
  readonly onClear: () => void
}

function List({ input, narrowed, onClear }: ListProps) {
  const t = useWords(listWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const errorText = useErrorText()
  const query = useInfiniteQuery(
    trpc.document.list.infiniteQueryOptions(
      { ...input, limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  if (query.error && !query.data) {
    return <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
  }
  if (query.data === undefined) return <Skeleton lines={8} />
  if (rows.length === 0) {
    return narrowed ? (
      <FilteredEmpty onClear={onClear} />
    ) : (
      <EmptyState
        title={t('empty')}
        action={
          <ButtonLink variant="pri" icon="plus" href={paths.newDocument(agency)}>
            {t('new')}
          </ButtonLink>
        }
      >
        {t('emptyText')}
      </EmptyState>
    )
  }
  return (
    <>
      <DocumentsTable rows={rows} />
      {query.hasNextPage && (
        <div className="dc-foot">
          <Button
            size="sm"
            isPending={query.isFetchingNextPage}
            onPress={() =>
              void query.fetchNextPage().then((done) => done.error && notify.failed(errorText(done.error)))
            }
          >
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
