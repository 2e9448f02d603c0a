import { Card, DataTable, type TableColumn, useFormat, useWords } from '@harmony/ui'
import type { UnitTask } from '../api.ts'
import { manualWords } from '../manual-words.ts'

type Law = UnitTask['laws'][number]
type Regulation = UnitTask['regulations'][number]
type Budget = UnitTask['budgets'][number]
type Organisation = UnitTask['organisations'][number]

/** 유관정보: laws, regulations, budget, organisations, each as a small table. */
export function RelatedCards({ task }: { readonly task: UnitTask }) {
  const t = useWords(manualWords)
  const format = useFormat()
  const named = <T extends { name: string }>(header: string): TableColumn<T> => ({
    id: 'name',
    header,
    rowHeader: true,
    cell: ({ name }) => name,
  })
  const laws: TableColumn<Law>[] = [
    named(t('laws')),
    { id: 'article', header: t('article'), cell: ({ article }) => article || '–' },
  ]
  const regulations: TableColumn<Regulation>[] = [
    named(t('regulations')),
    { id: 'number', header: t('number'), cell: ({ number }) => number || '–' },
  ]
  const budgets: TableColumn<Budget>[] = [
    { id: 'year', header: t('year'), rowHeader: true, cell: ({ year }) => year },
    { id: 'program', header: t('program'), cell: ({ program }) => program || '–' },
    { id: 'amount', header: t('amount'), numeric: true, cell: ({ amount }) => format.number(amount) },
  ]
  const organisations: TableColumn<Organisation>[] = [
    named(t('organisations')),
    { id: 'role', header: t('role'), cell: ({ role }) => role || '–' },
  ]
  return (
    <section className="f-related" aria-label={t('related')}>
      <Part title={t('laws')} columns={laws} rows={task.laws} />
      <Part title={t('regulations')} columns={regulations} rows={task.regulations} />
      <Part
        title={t('budgets')}
        columns={budgets}
        rows={[...task.budgets].sort((a, b) => b.year - a.year || b.amount - a.amount)}
      />
      <Part title={t('organisations')} columns={organisations} rows={task.organisations} />
    </section>
  )
}

interface PartProps<T> {
  readonly title: string
  readonly columns: readonly TableColumn<T>[]
  readonly rows: readonly T[]
}

function Part<T>({ title, columns, rows }: PartProps<T>) {
  const t = useWords(manualWords)
  return (
    <Card title={title}>
      <DataTable
        caption={title}
        columns={columns}
        rows={rows}
        rowKey={(row) => JSON.stringify(row)}
        empty={<p className="h-card-body h-muted">{t('none')}</p>}
      />
    </Card>
  )
}
