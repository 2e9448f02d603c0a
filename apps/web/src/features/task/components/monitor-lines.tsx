import {
  ButtonLink,
  Card,
  DataTable,
  EmptyState,
  Link,
  type TableColumn,
  TaskMark,
  toSheet,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { monitorWords } from '../monitor-words.ts'
import type { Monitor, MonitorLine } from './monitor-types.ts'

interface MonitorProps {
  readonly monitor: Monitor
}

/** 본부(관)별 관리과제 추진현황: bars, and the same figures as a table to sort, export and go down by (R13). */
export function MonitorLines({ monitor }: MonitorProps) {
  const t = useWords(monitorWords)
  const text = useText()
  const agency = useAgency()
  const top = monitor.path.length <= 1
  const bureau = useBureau()
  const whole = bureau === undefined ? t('byDivision') : t('byBureau', { bureau })
  const title = top ? whole : t('byUnit', { unit: text(monitor.unit.name) })
  const cardsHere = paths.tasks(agency, {
    unit: top ? undefined : monitor.unit.id,
    kind: 'managed',
    status: 'all',
    year: String(monitor.year),
    asOf: monitor.asOf,
  })
  if (monitor.lines.length === 0) {
    return (
      <Card title={title}>
        <EmptyState
          icon="building"
          title={t('emptyLines')}
          action={<ButtonLink href={cardsHere}>{t('showCards')}</ButtonLink>}
        >
          {t('emptyLinesNext')}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card title={title} aside={<Legend />}>
      <Bars lines={monitor.lines} />
      <Lines monitor={monitor} title={title} bureau={top ? bureau : undefined} />
    </Card>
  )
}

/** What the agency's release calls a bureau, as 본부 or 국; undefined until it is known. */
function useBureau(): string | undefined {
  const text = useText()
  const trpc = useTRPC()
  const info = useQuery(trpc.tenancy.info.queryOptions(undefined, { staleTime: Number.POSITIVE_INFINITY }))
  const term = info.data?.terms?.bureau
  return term && text(term)
}

function Legend() {
  const t = useWords(monitorWords)
  return (
    <span className="tk-mlegend">
      <TaskMark ok label={t('onTrack')} />
      <TaskMark ok={false} label={t('delayed')} />
    </span>
  )
}

/** One bar a unit, on track and delayed; decorative: the table under it says the same. */
function Bars({ lines }: { readonly lines: readonly MonitorLine[] }) {
  const text = useText()
  const format = useFormat()
  const most = Math.max(1, ...lines.map((line) => line.total))
  return (
    <div className="tk-mbars" aria-hidden="true">
      {lines.map((line) => (
        <div key={line.unit.id}>
          <span className="n">{text(line.unit.name)}</span>
          <span className="b">
            {line.onTrack > 0 && <i style={{ width: `${(line.onTrack / most) * 100}%` }} />}
            {line.delayed > 0 && <s style={{ width: `${(line.delayed / most) * 100}%` }} />}
          </span>
          <span className="v">
            {format.number(line.onTrack)} / {format.number(line.total)}
          </span>
        </div>
      ))}
    </div>
  )
}

interface LinesProps extends MonitorProps {
  readonly title: string
  /** The word for the units listed, where they are the agency's bureaus. */
  readonly bureau: string | undefined
}

function Lines({ monitor, title, bureau }: LinesProps) {
  const t = useWords(monitorWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const { year, asOf } = monitor
  const columns = useMemo<TableColumn<MonitorLine>[]>(() => {
    const here = { year: String(year), asOf }
    const cards = (line: MonitorLine, state?: string) =>
      paths.tasks(agency, { ...here, unit: line.unit.id, kind: 'managed', status: 'all', state })
    const below = (line: MonitorLine) => paths.taskMonitor(agency, { ...here, unit: line.unit.id })
    const count = (id: 'total' | 'onTrack' | 'delayed', state?: string): TableColumn<MonitorLine> => ({
      id,
      header: t(id),
      numeric: true,
      value: (line) => line[id],
      cell: (line) =>
        line[id] === 0 ? (
          t('cards', { n: 0 })
        ) : (
          <Link href={cards(line, state)} look="quiet">
            {t('cards', { n: format.number(line[id]) })}
          </Link>
        ),
    })
    return [
      {
        id: 'unit',
        header: bureau === undefined ? t('team') : t('bureau', { bureau }),
        rowHeader: true,
        value: (line) => text(line.unit.name),
        cell: (line) => (
          <Link
            href={line.hasBelow ? below(line) : cards(line)}
            aria-label={t(line.hasBelow ? 'openBelow' : 'openCards', { unit: text(line.unit.name) })}
            more={line.hasBelow}
          >
            {text(line.unit.name)}
          </Link>
        ),
      },
      count('total'),
      count('onTrack', 'on-track'),
      count('delayed', 'delayed'),
      {
        id: 'rate',
        header: t('rate'),
        numeric: true,
        value: (line) => line.onTrackRate,
        cell: (line) => `${line.onTrackRate} %`,
      },
    ]
  }, [t, text, format, agency, year, asOf, bureau])
  const { sum } = monitor
  const exported = () => {
    const sheet = toSheet(`${title} ${asOf}`, columns, monitor.lines)
    const whole = [t('sum'), sum.total, sum.onTrack, sum.delayed, sum.onTrackRate]
    return { ...sheet, rows: [...sheet.rows, whole, [`${t('asOf')} ${asOf}`, t('rule')]] }
  }
  return (
    <div className="tk-mtable">
      <DataTable
        caption={title}
        columns={columns}
        rows={monitor.lines}
        rowKey={(line) => line.unit.id}
        onExport={() => void downloadExcel(exported())}
        footer={
          <tr className="tk-msum">
            <th scope="row">{t('sum')}</th>
            <td data-num>{t('cards', { n: format.number(sum.total) })}</td>
            <td data-num>{t('cards', { n: format.number(sum.onTrack) })}</td>
            <td data-num>{t('cards', { n: format.number(sum.delayed) })}</td>
            <td data-num>{sum.onTrackRate} %</td>
          </tr>
        }
      />
    </div>
  )
}
