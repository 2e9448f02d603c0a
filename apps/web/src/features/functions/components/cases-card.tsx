import type { serviceCasesOutput } from '@harmony/core/customer/schemas'
import { Button, Card, DataTable, Link, type TableColumn, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { type InfiniteData, useInfiniteQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { manualWords } from '../manual-words.ts'

type Page = z.output<typeof serviceCasesOutput>
type Case = Page['rows'][number]

/** How petitions of the unit task's services were answered before. */
export function CasesCard({ serviceKeys }: { readonly serviceKeys: readonly string[] }) {
  const t = useWords(manualWords)
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.customer.serviceCases.infiniteQueryOptions(
      { serviceKeys: [...serviceKeys], limit: 10 },
      { getNextPageParam: (page) => page.nextCursor ?? undefined, enabled: serviceKeys.length > 0 },
    ),
  )
  if (serviceKeys.length === 0) {
    return (
      <Card title={t('cases')} padded>
        <p className="h-muted">{t('casesNoService')}</p>
      </Card>
    )
  }
  return (
    <Card title={t('cases')}>
      <QueryPanel query={query} what={t('cases')}>
        {(data: InfiniteData<Page>) => (
          <Cases
            pages={data.pages}
            {...(query.hasNextPage
              ? { onMore: () => void query.fetchNextPage(), loading: query.isFetchingNextPage }
              : {})}
          />
        )}
      </QueryPanel>
    </Card>
  )
}

interface CasesProps {
  readonly pages: readonly Page[]
  readonly onMore?: () => void
  readonly loading?: boolean
}

function Cases({ pages, onMore, loading = false }: CasesProps) {
  const t = useWords(manualWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const figures = pages[0]?.figures
  const columns: TableColumn<Case>[] = [
    {
      id: 'title',
      header: t('petition'),
      rowHeader: true,
      cell: ({ petitionId, title, number }) => (
        <>
          <Link href={paths.petition(agency, petitionId)}>{title}</Link>
          <span className="f-under">{number}</span>
        </>
      ),
    },
    { id: 'service', header: t('service'), cell: ({ service }) => text(service) },
    {
      id: 'unit',
      header: t('unit'),
      cell: ({ unit, person }) => [text(unit.name), person].filter(Boolean).join(' · '),
    },
    {
      id: 'completed',
      header: t('completed'),
      cell: ({ completedAt, inTime }) => (
        <span className="h-row">
          {format.date(completedAt)}
          <Tag tone={inTime ? 'green' : 'amber'}>{t(inTime ? 'inTime' : 'late')}</Tag>
        </span>
      ),
    },
  ]
  return (
    <>
      {figures && (
        <p className="f-figures">
          {figures.completed === 0
            ? t('casesNoFigures', { open: figures.open })
            : t('casesFigures', {
                completed: format.number(figures.completed),
                share: format.number(Math.round((figures.inTime / figures.completed) * 1000) / 10),
                days: figures.meanDays === null ? '–' : format.number(figures.meanDays),
                open: format.number(figures.open),
              })}
        </p>
      )}
      <DataTable
        caption={t('cases')}
        columns={columns}
        rows={pages.flatMap((page) => page.rows)}
        rowKey={({ petitionId }) => petitionId}
        stack
        empty={<p className="h-card-body h-muted">{t('casesHidden')}</p>}
      />
      {onMore && (
        <div className="h-tb-ft h-noprint">
          <Button size="sm" isPending={loading} onPress={onMore}>
            {t('more')}
          </Button>
        </div>
      )}
    </>
  )
}
