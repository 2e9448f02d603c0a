import type { taskRow } from '@harmony/core/work/schemas'
import {
  Card,
  DataTable,
  EmptyState,
  Link,
  type TableColumn,
  Tag,
  TaskMark,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { manualWords } from '../manual-words.ts'

/** The newest of the unit task's cards, of all years. */
export function useCards(unitTaskId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.task.list.queryOptions({ unitTaskId, sort: 'changed', order: 'desc', limit: 100 }))
}

type CardRow = z.output<typeof taskRow>

/** 과제관리카드 over the years. */
export function CardsCard({ unitTaskId }: { readonly unitTaskId: string }) {
  const t = useWords(manualWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const query = useCards(unitTaskId)
  const columns: TableColumn<CardRow>[] = [
    { id: 'year', header: t('cardYear'), value: ({ year }) => year, cell: ({ year }) => year },
    {
      id: 'name',
      header: t('card'),
      rowHeader: true,
      value: ({ name }) => name,
      cell: ({ id, name, status, behind }) => (
        <span className="h-row">
          <Link href={paths.task(agency, id)}>{name}</Link>
          {status === 'closed' ? <Tag>{t('closed')}</Tag> : <TaskMark ok={!behind} />}
        </span>
      ),
    },
    { id: 'unit', header: t('unit'), value: ({ unit }) => text(unit.name), cell: ({ unit }) => text(unit.name) },
    { id: 'owner', header: t('owner'), value: ({ owner }) => owner.name, cell: ({ owner }) => owner.name },
    {
      id: 'progress',
      header: t('progress'),
      numeric: true,
      value: ({ progress }) => progress,
      cell: ({ progress }) => (progress === null ? t('noPlan') : `${format.number(progress)}%`),
    },
  ]
  return (
    <Card title={t('cards')}>
      <QueryPanel query={query} what={t('cards')}>
        {({ rows }) => (
          <DataTable
            caption={t('cards')}
            columns={columns}
            rows={[...rows].sort((a, b) => b.year - a.year || a.name.localeCompare(b.name, 'ko'))}
            rowKey={({ id }) => id}
            pageSize={10}
            stack
            empty={
              <EmptyState icon="task" title={t('cardsNone')}>
                {t('cardsNext')}
              </EmptyState>
            }
          />
        )}
      </QueryPanel>
    </Card>
  )
}
