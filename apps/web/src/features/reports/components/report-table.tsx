import { Card, DataTable, type TableColumn, toSheet, useFormat, useText, useWords } from '@harmony/ui'
import { downloadExcel } from '../../../lib/excel.ts'
import type { Figures, Report, ReportRow } from '../filter.ts'
import { useGroupName } from '../group-name.ts'
import { reportWords } from '../words.ts'

/** The figures by group, with the whole at the foot; the same goes to Excel, with what a day is. */
export function ReportTable({ report }: { readonly report: Report }) {
  const t = useWords(reportWords)
  const text = useText()
  const format = useFormat()
  const columns = useColumns(report.by)
  const sheet = () => {
    const table = toSheet(t('title'), columns, report.rows)
    const whole = toSheet('', columns, [{ ...report.total, key: '', name: { ko: '', en: '' } }]).rows[0] ?? []
    const { name, rule } = report.definition
    const note = [`${report.from} – ${report.to}`, `${text(name)}: ${text(rule)}`]
    return {
      ...table,
      name: `${t('title')} ${report.from} ${report.to}`,
      rows: [...table.rows, [t('total'), ...whole.slice(1)], note],
    }
  }
  return (
    <Card title={t('table')}>
      <DataTable
        caption={t('table')}
        rows={report.rows}
        rowKey={(row) => row.key}
        columns={columns}
        onExport={() => void downloadExcel(sheet())}
        footer={<WholeRow total={report.total} number={format.number} />}
      />
    </Card>
  )
}

function WholeRow({
  total,
  number,
}: {
  readonly total: Figures
  readonly number: (value: number, digits?: number) => string
}) {
  const t = useWords(reportWords)
  const cells = [
    number(total.total),
    number(total.within3),
    total.share3 ?? '–',
    number(total.within5),
    total.share5 ?? '–',
    number(total.over5),
    total.shareOver ?? '–',
    total.meanDays === null ? '–' : number(Number(total.meanDays), 2),
  ]
  return (
    <tr className="rp-whole">
      <th scope="row">{t('total')}</th>
      {cells.map((cell, i) => (
        <td key={i} data-num>
          {cell}
        </td>
      ))}
    </tr>
  )
}

function useColumns(by: Report['by']): TableColumn<ReportRow>[] {
  const t = useWords(reportWords)
  const format = useFormat()
  const nameOf = useGroupName(by)
  const count = (id: 'total' | 'within3' | 'within5' | 'over5'): TableColumn<ReportRow> => ({
    id,
    header: t(id),
    numeric: true,
    value: (row) => row[id],
    cell: (row) => format.number(row[id]),
  })
  const share = (id: 'share3' | 'share5' | 'shareOver'): TableColumn<ReportRow> => ({
    id,
    header: t('share'),
    numeric: true,
    value: (row) => (row[id] === null ? null : Number(row[id])),
    cell: (row) => row[id] ?? '–',
  })
  return [
    {
      id: 'name',
      header: t(by),
      rowHeader: true,
      value: (row) => (by === 'month' ? row.key : nameOf(row)),
      cell: nameOf,
    },
    count('total'),
    count('within3'),
    share('share3'),
    count('within5'),
    share('share5'),
    count('over5'),
    share('shareOver'),
    {
      id: 'mean',
      header: t('mean'),
      numeric: true,
      value: (row) => (row.meanDays === null ? null : Number(row.meanDays)),
      cell: (row) => (row.meanDays === null ? '–' : format.number(Number(row.meanDays), 2)),
    },
  ]
}
