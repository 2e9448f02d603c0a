import { Card, ColumnLegend, type ColumnSeries, StackedColumns, useFormat, useWords } from '@harmony/ui'
import type { Report, ReportRow } from '../filter.ts'
import { useGroupName } from '../group-name.ts'
import { reportWords } from '../words.ts'

const MOST_BARS = 12

/** How many were completed in which time: columns over months, bars for other groups. */
export function ReportChart({ report }: { readonly report: Report }) {
  const t = useWords(reportWords)
  const series: ColumnSeries[] = [
    { key: 'within3', label: t('within3'), colour: 'var(--p70)' },
    { key: 'within5', label: t('within5'), colour: 'var(--s30)' },
    { key: 'over5', label: t('over5'), colour: 'var(--warn30)', outlined: true },
  ]
  const label = t('chartLabel', { by: t(report.by) })
  return (
    <Card title={t('chart')} aside={<ColumnLegend series={series} />} padded>
      {report.by === 'month' ? (
        <StackedColumns
          label={label}
          series={series}
          groups={report.rows.map((row) => ({ key: row.key, label: row.key.replace('-', '.'), values: partsOf(row) }))}
        />
      ) : (
        <GroupBars rows={report.rows} by={report.by} series={series} />
      )}
    </Card>
  )
}

interface GroupBarsProps {
  readonly rows: readonly ReportRow[]
  readonly by: Report['by']
  readonly series: readonly ColumnSeries[]
}

/** The largest groups as bars; rows come from the largest down. Decorative: the table under it says the same. */
function GroupBars({ rows, by, series }: GroupBarsProps) {
  const t = useWords(reportWords)
  const format = useFormat()
  const nameOf = useGroupName(by)
  const largest = rows.slice(0, MOST_BARS)
  const most = Math.max(1, largest[0]?.total ?? 0)
  return (
    <>
      <div className="rp-bars" aria-hidden="true">
        {largest.map((row) => (
          <div key={row.key}>
            <span className="n">{nameOf(row)}</span>
            <span className="b">
              {partsOf(row).map((value, i) => (
                <i
                  key={series[i]?.key}
                  data-outlined={series[i]?.outlined || undefined}
                  style={{ width: `${(value / most) * 100}%`, background: series[i]?.colour }}
                />
              ))}
            </span>
            <span className="v">{format.number(row.total)}</span>
          </div>
        ))}
      </div>
      {rows.length > MOST_BARS && <p className="h-xs h-muted">{t('rest', { n: rows.length - MOST_BARS })}</p>}
    </>
  )
}

function partsOf(row: ReportRow): readonly number[] {
  return [row.within3, row.within5, row.over5]
}
