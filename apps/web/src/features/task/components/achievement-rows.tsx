import type { AchievementsOutput } from '@harmony/core/work/schemas'
import { DataTable, Link, type TableColumn, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { paths } from '../../../lib/paths.ts'
import { cardWords } from '../card-words.ts'
import { dayOf, dotted } from '../lib/days.ts'
import { useRecordState } from '../lib/use-record-state.ts'

export type Achievement = AchievementsOutput['rows'][number]

/** Where a record lives; undefined for what has no page of its own. */
export function recordHref(
  agency: string,
  row: Pick<Achievement, 'kind' | 'subjectId' | 'occurredAt'>,
): string | undefined {
  switch (row.kind) {
    case 'schedule':
      return paths.schedule(agency, { day: dayOf(row.occurredAt), event: row.subjectId })
    case 'memo-report':
      return paths.memo(agency, row.subjectId)
    case 'document-report':
      return paths.document(agency, row.subjectId)
    case 'agenda-item':
      return paths.meeting(agency, row.subjectId)
    case 'dispatch-received':
      return paths.reception(agency, row.subjectId)
    case 'petition':
      return paths.petition(agency, row.subjectId)
    case 'campaign':
      return undefined
  }
}

function RecordTitle({ row }: { readonly row: Achievement }) {
  const agency = useAgency()
  const href = recordHref(agency, row)
  return href ? (
    <Link href={href} look="quiet">
      {row.title}
    </Link>
  ) : (
    <b>{row.title}</b>
  )
}

/** 과제실적: the time on the left, what was done on the right, as the source screens show a week. */
export function RecordList({ rows }: { readonly rows: readonly Achievement[] }) {
  const t = useWords(cardWords)
  const text = useText()
  const format = useFormat()
  const stateOf = useRecordState()
  return (
    <ul className="tk-records">
      {rows.map((row) => (
        <li key={row.id}>
          <time dateTime={row.occurredAt}>
            {format.date(row.occurredAt, 'day')}
            <small>
              {format.date(row.occurredAt, 'time')}
              {row.endsAt && `–${format.date(row.endsAt, 'time')}`}
            </small>
          </time>
          <div>
            <div className="t">
              <Tag>{t(`kind-${row.kind}`)}</Tag>
              <RecordTitle row={row} />
              {row.state && <span className="h-xs h-muted">{stateOf(row.state)}</span>}
            </div>
            {row.summary && <p>{row.summary}</p>}
            <small>
              {[row.meeting, row.person?.name, row.unit && text(row.unit.name)].filter(Boolean).join(' · ')}
            </small>
          </div>
        </li>
      ))}
    </ul>
  )
}

function useDateColumn(): TableColumn<Achievement> {
  const t = useWords(cardWords)
  return {
    id: 'date',
    header: t('date'),
    value: (row) => dayOf(row.occurredAt),
    cell: (row) => <time dateTime={row.occurredAt}>{dotted(dayOf(row.occurredAt))}</time>,
  }
}

interface TableProps {
  readonly rows: readonly Achievement[]
}

/** 보고실적: 일자 · 보고자 · 내용 · 처리상황. */
export function ReportTable({ rows }: TableProps) {
  const t = useWords(cardWords)
  const date = useDateColumn()
  const stateOf = useRecordState()
  const columns = useMemo<TableColumn<Achievement>[]>(
    () => [
      date,
      {
        id: 'reporter',
        header: t('reporter'),
        value: (row) => row.person?.name ?? null,
        cell: (row) => row.person?.name ?? '—',
      },
      {
        id: 'content',
        header: t('content'),
        rowHeader: true,
        value: (row) => [row.title, row.summary].filter(Boolean).join('\n'),
        cell: (row) => <Content row={row} />,
      },
      {
        id: 'state',
        header: t('standing'),
        value: (row) => (row.state ? stateOf(row.state) : null),
        cell: (row) => (row.state ? <Tag>{stateOf(row.state)}</Tag> : '—'),
      },
    ],
    [t, date, stateOf],
  )
  return <Sheet caption={t('viewReports')} columns={columns} rows={rows} />
}

/** 회의안건이력: 일자 · 회의명 · 안건명 · 결과. */
export function AgendaTable({ rows }: TableProps) {
  const t = useWords(cardWords)
  const date = useDateColumn()
  const stateOf = useRecordState()
  const columns = useMemo<TableColumn<Achievement>[]>(
    () => [
      date,
      {
        id: 'meeting',
        header: t('meeting'),
        value: (row) => row.meeting,
        cell: (row) => row.meeting ?? '—',
      },
      {
        id: 'agenda',
        header: t('agenda'),
        rowHeader: true,
        value: (row) => row.title,
        cell: (row) => <RecordTitle row={row} />,
      },
      {
        id: 'result',
        header: t('result'),
        value: (row) => row.summary || (row.state ? stateOf(row.state) : null),
        cell: (row) => (
          <>
            {row.state && <Tag>{stateOf(row.state)}</Tag>} {row.summary}
          </>
        ),
      },
    ],
    [t, date, stateOf],
  )
  return <Sheet caption={t('viewAgenda')} columns={columns} rows={rows} />
}

/** 접수: what came in for the task, from whom, when. */
export function ReceptionTable({ rows }: TableProps) {
  const t = useWords(cardWords)
  const date = useDateColumn()
  const stateOf = useRecordState()
  const columns = useMemo<TableColumn<Achievement>[]>(
    () => [
      date,
      {
        id: 'title',
        header: t('title'),
        rowHeader: true,
        value: (row) => row.title,
        cell: (row) => <Content row={row} />,
      },
      {
        id: 'person',
        header: t('person'),
        value: (row) => row.person?.name ?? null,
        cell: (row) => row.person?.name ?? '—',
      },
      {
        id: 'state',
        header: t('standing'),
        value: (row) => (row.state ? stateOf(row.state) : null),
        cell: (row) => (row.state ? <Tag>{stateOf(row.state)}</Tag> : '—'),
      },
    ],
    [t, date, stateOf],
  )
  return <Sheet caption={t('reception')} columns={columns} rows={rows} />
}

function Content({ row }: { readonly row: Achievement }) {
  return (
    <span className="tk-content">
      <RecordTitle row={row} />
      {row.summary && <small>{row.summary}</small>}
    </span>
  )
}

interface SheetProps extends TableProps {
  readonly caption: string
  readonly columns: readonly TableColumn<Achievement>[]
}

function Sheet({ caption, columns, rows }: SheetProps) {
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
