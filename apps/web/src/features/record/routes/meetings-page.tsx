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
  Tag,
  TextField,
  useText,
  useWords,
} from '@harmony/ui'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useDeferredValue, useState } from 'react'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { MeetingLine } from '../api.ts'
import { MeetingForm } from '../components/meeting-form.tsx'
import { MEETING_STATES, meetingState } from '../lib/meeting-state.ts'
import { meetingWords } from '../meeting-words.ts'
import '../record.css'
import { useMoment } from '../lib/use-moment.ts'
import { recordWords } from '../words.ts'

const EVERY = 'every'

/** `/<agency>/meetings`: the meetings one may know of, the latest first. */
export function MeetingsPage() {
  return (
    <OfficerOnly>
      <Meetings />
    </OfficerOnly>
  )
}

function Meetings() {
  const t = useWords(meetingWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [filter, set] = useFilter()
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [adding, setAdding] = useState(false)
  const status = MEETING_STATES.find((one) => one === filter.status)
  const query = useInfiniteQuery(
    trpc.record.meetings.infiniteQueryOptions(
      { mine: filter.who === 'mine', ...(status ? { status } : {}), ...(search ? { search } : {}), limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  usePageTitle(t('title'))
  const exportRows = useExport()
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  return (
    <>
      <PageHead
        title={t('title')}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {tr('export')}
            </Button>
            <Button variant="pri" icon="users" onPress={() => setAdding(true)}>
              {t('add')}
            </Button>
          </>
        }
      />
      <Card>
        <div className="r-bar">
          <SegmentedToggle
            label={t('whose')}
            value={filter.who === 'mine' ? 'mine' : 'all'}
            onChange={(who) => set({ ...filter, who: who === 'mine' ? who : undefined })}
            options={[
              { id: 'all', label: t('all') },
              { id: 'mine', label: t('mine') },
            ]}
          />
          <div className="grow">
            <TextField
              label={tr('search')}
              hideLabel
              size="md"
              type="search"
              placeholder={tr('search')}
              value={typed}
              onChange={setTyped}
            />
          </div>
          <Select
            label={t('status')}
            hideLabel
            size="md"
            value={status ?? EVERY}
            onChange={(id) => set({ ...filter, status: id === EVERY ? undefined : id })}
            options={[
              { id: EVERY, label: t('every') },
              ...MEETING_STATES.map((id) => ({ id, label: meetingState(id, t).text })),
            ]}
          />
        </div>
        {query.error && !query.data ? (
          <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Skeleton lines={8} />
        ) : rows.length > 0 ? (
          <>
            <Rows rows={rows} />
            {query.hasNextPage && (
              <div className="r-foot">
                <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {tr('more')}
                </Button>
              </div>
            )}
          </>
        ) : search || status ? (
          <FilteredEmpty
            onClear={() => {
              setTyped('')
              set({ ...filter, status: undefined })
            }}
          />
        ) : (
          <EmptyState icon="users" title={t('none')}>
            {t('noneText')}
          </EmptyState>
        )}
      </Card>
      {adding && <MeetingForm onClose={() => setAdding(false)} />}
    </>
  )
}

function Rows({ rows }: { readonly rows: readonly MeetingLine[] }) {
  const t = useWords(meetingWords)
  const text = useText()
  const moment = useMoment()
  const agency = useAgency()
  return (
    <ul className="r-rows" aria-label={t('list')}>
      {rows.map((meeting) => {
        const state = meetingState(meeting.status, t)
        return (
          <li key={meeting.id}>
            <Link href={paths.meeting(agency, meeting.id)}>
              <span className="st">
                <Tag tone={state.tone}>{state.text}</Tag>
              </span>
              <span className="b">
                <span className="t">
                  <span>{meeting.name}</span>
                </span>
                <span className="m">
                  {text(meeting.unit.name)} · {meeting.place} · {t('chair')} {meeting.chair} ·{' '}
                  {t('items', { n: meeting.items })}
                  {meeting.decided > 0 && ` · ${t('decided', { n: meeting.decided })}`}
                </span>
              </span>
              <time dateTime={meeting.startsAt}>{moment(meeting.startsAt)}</time>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

interface Filter {
  readonly who: string | undefined
  readonly status: string | undefined
}

/** The filter as it stands in the address. */
function useFilter() {
  const agency = useAgency()
  const { history } = useRouter()
  const { who, status } = useSearch({ strict: false })
  const set = (next: Filter) => {
    const entries = Object.entries(next).filter((entry): entry is [string, string] => Boolean(entry[1]))
    const search = new URLSearchParams(entries).toString()
    history.replace(search ? `${paths.meetings(agency)}?${search}` : paths.meetings(agency))
  }
  const filter: Filter = { who, status }
  return [filter, set] as const
}

function useExport() {
  const t = useWords(meetingWords)
  const tr = useWords(recordWords)
  const text = useText()
  return (rows: readonly MeetingLine[]) =>
    downloadExcel({
      name: t('list'),
      header: [t('when'), t('name'), tr('unit'), t('place'), t('chair'), t('agenda'), t('status')],
      rows: rows.map((row) => [
        new Date(row.startsAt),
        row.name,
        text(row.unit.name),
        row.place,
        row.chair,
        row.items,
        meetingState(row.status, t).text,
      ]),
    })
}
