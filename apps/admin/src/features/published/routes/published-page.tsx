import {
  Button,
  Card,
  DataTable,
  EmptyState,
  PageHead,
  Select,
  type TableColumn,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { type ApiOutputs, downloadExcel, QueryPanel, useTRPC } from '../../../lib/web.ts'
import { PublishedDetail } from '../components/published-detail.tsx'
import { ScoreCell } from '../components/score-cell.tsx'
import '../published.css'
import { publishedWords } from '../words.ts'

type Published = ApiOutputs['performance']['published'][number]

/** `/admin/published`: what agencies published to the bureau, small figures suppressed. */
export function PublishedPage() {
  const t = useWords(publishedWords)
  const trpc = useTRPC()
  const published = useQuery(trpc.performance.published.queryOptions({}))
  return (
    <>
      <PageHead title={t('title')} above={<p className="h-xs h-muted">{t('lead')}</p>} />
      <QueryPanel query={published} what={t('what')} lines={6}>
        {(rows) => <Body rows={rows} />}
      </QueryPanel>
    </>
  )
}

function Body({ rows }: { readonly rows: readonly Published[] }) {
  const t = useWords(publishedWords)
  const format = useFormat()
  const [period, setPeriod] = useState('all')
  const [opened, setOpened] = useState<string>()
  const month = (key: string) => format.date(`${key}-01T00:00:00+09:00`, 'month')
  const periods = [...new Set(rows.map((row) => row.periodKey))].sort().reverse()
  const shown = period === 'all' ? rows : rows.filter((row) => row.periodKey === period)
  const detail = shown.find((row) => row.publishedId === opened) ?? shown[0]
  return (
    <div className="h-stack">
      {periods.length > 1 && (
        <div className="ad-filter">
          <Select
            label={t('filter')}
            size="md"
            value={period}
            onChange={setPeriod}
            options={[{ id: 'all', label: t('all') }, ...periods.map((key) => ({ id: key, label: month(key) }))]}
          />
        </div>
      )}
      <Card title={t('what')}>
        <Overview rows={shown} opened={detail?.publishedId} onOpen={setOpened} />
      </Card>
      {detail && <PublishedDetail published={detail} />}
    </div>
  )
}

interface OverviewProps {
  readonly rows: readonly Published[]
  readonly opened: string | undefined
  readonly onOpen: (publishedId: string) => void
}

function Overview({ rows, opened, onOpen }: OverviewProps) {
  const t = useWords(publishedWords)
  const text = useText()
  const format = useFormat()
  const columns = useMemo<TableColumn<Published>[]>(() => {
    const total = (row: Published) => row.document.total
    return [
      {
        id: 'agency',
        header: t('agency'),
        rowHeader: true,
        value: (row) => text(row.agency.name),
        cell: (row) => text(row.agency.name),
      },
      {
        id: 'period',
        header: t('period'),
        value: (row) => row.periodKey,
        cell: (row) => format.date(`${row.periodKey}-01T00:00:00+09:00`, 'month'),
      },
      {
        id: 'total',
        header: t('total'),
        value: (row) => (total(row).suppressed || total(row).score === null ? null : Number(total(row).score)),
        cell: (row) => <ScoreCell node={total(row)} />,
      },
      { id: 'release', header: t('release'), value: (row) => row.releaseVersion, cell: (row) => row.releaseVersion },
      {
        id: 'publishedAt',
        header: t('publishedAt'),
        value: (row) => new Date(row.publishedAt),
        cell: (row) => format.date(row.publishedAt, 'moment'),
      },
      {
        id: 'open',
        header: t('open'),
        cell: (row) => (
          <Button
            size="sm"
            onPress={() => onOpen(row.publishedId)}
            aria-label={`${text(row.agency.name)} ${t('open')}`}
          >
            {t('open')}
          </Button>
        ),
      },
    ]
  }, [t, text, format, onOpen])
  return (
    <DataTable
      caption={t('what')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.publishedId}
      isSelected={(row) => row.publishedId === opened}
      empty={
        <EmptyState icon="chart" title={t('empty')}>
          {t('emptyText')}
        </EmptyState>
      }
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
