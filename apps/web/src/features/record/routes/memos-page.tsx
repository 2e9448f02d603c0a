import {
  Button,
  Card,
  EmptyState,
  ErrorState,
  FilteredEmpty,
  Icon,
  PageHead,
  SegmentedToggle,
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
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { MemoLine } from '../api.ts'
import { MemoForm } from '../components/memo-form.tsx'
import { memoState } from '../lib/memo-state.ts'
import { memoWords } from '../memo-words.ts'
import '../record.css'
import { useMoment } from '../lib/use-moment.ts'
import { recordWords } from '../words.ts'

const BOXES = ['received', 'sent', 'all'] as const
type Box = (typeof BOXES)[number]
const NONE = { received: 'noneReceived', sent: 'noneSent', all: 'noneAll' } as const

/** `/<agency>/memos`: what was reported to me, by me, and what else I may see. */
export function MemosPage() {
  return (
    <OfficerOnly>
      <Memos />
    </OfficerOnly>
  )
}

function Memos() {
  const t = useWords(memoWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const session = useSession()
  const errorText = useErrorText()
  const { history } = useRouter()
  const asked = useSearch({ strict: false }).box
  const box: Box = BOXES.find((one) => one === asked) ?? 'received'
  const [typed, setTyped] = useState('')
  const search = useDeferredValue(typed.trim())
  const [writing, setWriting] = useState(false)
  const query = useInfiniteQuery(
    trpc.record.memos.infiniteQueryOptions(
      { box, ...(search ? { search } : {}), limit: 25 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, placeholderData: keepPreviousData },
    ),
  )
  useLiveQueries(session.personId === null ? [] : [`inbox:${session.personId}`], [trpc.record.memos.infiniteQueryKey()])
  usePageTitle(t('title'))
  const exportRows = useExport()
  const rows = query.data?.pages.flatMap((page) => page.rows) ?? []
  const waiting = query.data?.pages[0]?.waiting
  return (
    <>
      <PageHead
        title={waiting === undefined ? t('title') : waiting > 0 ? t('headline', { n: waiting }) : t('headlineNone')}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {tr('export')}
            </Button>
            <Button variant="pri" icon="memo" onPress={() => setWriting(true)}>
              {t('write')}
            </Button>
          </>
        }
      />
      <Card>
        <div className="r-bar">
          <SegmentedToggle
            label={t('box')}
            value={box}
            onChange={(next) =>
              history.replace(next === 'received' ? paths.memos(agency) : `${paths.memos(agency)}?box=${next}`)
            }
            options={BOXES.map((id) => ({ id, label: t(id) }))}
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
        </div>
        {query.error && !query.data ? (
          <ErrorState what={t('list')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : query.data === undefined ? (
          <Skeleton lines={8} />
        ) : rows.length > 0 ? (
          <>
            <MemoRows rows={rows} box={box} />
            {query.hasNextPage && (
              <div className="r-foot">
                <Button isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                  {tr('more')}
                </Button>
              </div>
            )}
          </>
        ) : search ? (
          <FilteredEmpty onClear={() => setTyped('')} />
        ) : (
          <EmptyState icon="memo" title={t(NONE[box])}>
            {t('noneText')}
          </EmptyState>
        )}
      </Card>
      {writing && <MemoForm onClose={() => setWriting(false)} />}
    </>
  )
}

function MemoRows({ rows, box }: { readonly rows: readonly MemoLine[]; readonly box: Box }) {
  const t = useWords(memoWords)
  const text = useText()
  const moment = useMoment()
  const agency = useAgency()
  return (
    <ul className="r-rows" aria-label={t('list')}>
      {rows.map((memo) => {
        const state = memoState(memo, t)
        return (
          <li key={memo.id}>
            <Link href={paths.memo(agency, memo.id)}>
              <span className="st">
                <Tag tone={state.tone}>{state.text}</Tag>
              </span>
              <span className="b">
                <span className="t">
                  <span>{memo.title}</span>
                  {memo.files > 0 && (
                    <>
                      <Icon name="clip" size={14} />
                      <span className="h-sr">{t('filesCount', { n: memo.files })}</span>
                    </>
                  )}
                </span>
                <span className="m">
                  {text(memo.unit.name)} · {memo.person.name}
                  {box !== 'received' && ` → ${memo.reader.name}`}
                </span>
              </span>
              <time dateTime={memo.reportedAt}>{moment(memo.reportedAt)}</time>
            </Link>
          </li>
        )
      })}
    </ul>
  )
}

function useExport() {
  const t = useWords(memoWords)
  const tr = useWords(recordWords)
  const text = useText()
  return (rows: readonly MemoLine[]) =>
    downloadExcel({
      name: t('list'),
      header: [t('reportedAt'), t('name'), t('person'), tr('unit'), t('reader'), t('state')],
      rows: rows.map((row) => [
        new Date(row.reportedAt),
        row.title,
        row.person.name,
        text(row.unit.name),
        row.reader.name,
        memoState(row, t).text,
      ]),
    })
}
