import type { documentRow } from '@harmony/core/work/schemas'
import { Card, DataTable, EmptyState, Link, type TableColumn, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import type { z } from 'zod'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { manualWords } from '../manual-words.ts'

/** How many of the latest documents the manual looks at. */
export const LATEST_DOCUMENTS = 100

/** The unit task's approved documents that the reader may know of, the latest first. */
export function useDocuments(unitTaskId: string) {
  const trpc = useTRPC()
  return useQuery(trpc.document.list.queryOptions({ unitTaskId, state: 'approved', limit: LATEST_DOCUMENTS }))
}

type DocumentRow = z.output<typeof documentRow>

/** Past documents: what was decided in this work before. */
export function DocumentsCard({ unitTaskId }: { readonly unitTaskId: string }) {
  const t = useWords(manualWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const query = useDocuments(unitTaskId)
  const columns: TableColumn<DocumentRow>[] = [
    {
      id: 'title',
      header: t('documentTitle'),
      rowHeader: true,
      value: ({ title }) => title,
      cell: ({ id, title }) => <Link href={paths.document(agency, id)}>{title}</Link>,
    },
    {
      id: 'number',
      header: t('documentNumber'),
      value: ({ number }) => number,
      cell: ({ number }) => <span className="h-num h-xs">{number ?? '–'}</span>,
    },
    { id: 'unit', header: t('unit'), value: ({ unit }) => text(unit.name), cell: ({ unit }) => text(unit.name) },
    { id: 'drafter', header: t('drafter'), value: ({ drafter }) => drafter.name, cell: ({ drafter }) => drafter.name },
    { id: 'day', header: t('day'), value: ({ at }) => new Date(at), cell: ({ at }) => format.date(at) },
  ]
  return (
    <Card
      title={t('documents')}
      more={
        <span className="h-more">
          <Link href={paths.documents(agency, { unitTask: unitTaskId })}>{t('allDocuments')}</Link>
        </span>
      }
    >
      <QueryPanel query={query} what={t('documents')}>
        {({ rows }) => (
          <DataTable
            caption={t('documents')}
            columns={columns}
            rows={rows}
            rowKey={({ id }) => id}
            pageSize={10}
            stack
            showCount={rows.length < LATEST_DOCUMENTS}
            empty={
              <EmptyState icon="file" title={t('documentsNone')}>
                {t('documentsNext')}
              </EmptyState>
            }
          />
        )}
      </QueryPanel>
    </Card>
  )
}
