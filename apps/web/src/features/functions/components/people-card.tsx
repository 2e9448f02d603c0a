import { Card, DataTable, Skeleton, type TableColumn, useText, useWords } from '@harmony/ui'
import { type Doer, doersOf, yearRanges } from '../lib/people.ts'
import { manualWords } from '../manual-words.ts'
import { useCards } from './cards-card.tsx'
import { LATEST_DOCUMENTS, useDocuments } from './documents-card.tsx'

/** The people who did it: whom to ask. */
export function PeopleCard({ unitTaskId }: { readonly unitTaskId: string }) {
  const t = useWords(manualWords)
  const text = useText()
  const cards = useCards(unitTaskId)
  const documents = useDocuments(unitTaskId)
  const doers = doersOf([
    ...(cards.data?.rows ?? []).map(({ owner, unit, year }) => ({
      person: owner,
      unit: text(unit.name),
      year,
      kind: 'card' as const,
    })),
    ...(documents.data?.rows ?? []).map(({ drafter, unit, at }) => ({
      person: drafter,
      unit: text(unit.name),
      year: new Date(at).getFullYear(),
      kind: 'document' as const,
    })),
  ])
  const columns: TableColumn<Doer>[] = [
    {
      id: 'name',
      header: t('person'),
      rowHeader: true,
      cell: ({ name, unit }) => (
        <>
          {name}
          <span className="f-under">{unit}</span>
        </>
      ),
    },
    { id: 'years', header: t('years'), cell: ({ years }) => yearRanges(years) },
    { id: 'cards', header: t('cardsOf'), numeric: true, cell: (doer) => doer.cards },
    { id: 'documents', header: t('documentsOf'), numeric: true, cell: (doer) => doer.documents },
  ]
  const loading = cards.isPending || documents.isPending
  return (
    <Card title={t('people')}>
      {loading && doers.length === 0 ? (
        <Skeleton lines={3} />
      ) : (
        <>
          <DataTable
            caption={t('people')}
            columns={columns}
            rows={doers}
            rowKey={({ id }) => id}
            pageSize={10}
            empty={<p className="h-card-body h-muted">{t('peopleNone')}</p>}
          />
          {doers.length > 0 && <p className="f-figures">{t('peopleNote', { n: LATEST_DOCUMENTS })}</p>}
        </>
      )}
    </Card>
  )
}
