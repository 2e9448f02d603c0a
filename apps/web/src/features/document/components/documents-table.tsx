import { DataTable, Icon, Link, type TableColumn, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { DocumentRow } from '../api.ts'
import { listWords } from '../list-words.ts'
import { toneOf } from '../vocabulary.ts'
import { documentWords } from '../words.ts'

/** Documents as a table; on a phone each row stands by itself. */
export function DocumentsTable({ rows }: { readonly rows: readonly DocumentRow[] }) {
  const t = useWords(listWords)
  const d = useWords(documentWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const columns = useMemo<TableColumn<DocumentRow>[]>(
    () => [
      {
        id: 'title',
        header: d('title'),
        rowHeader: true,
        cell: (row) => (
          <span className="dc-cell">
            <Link look="quiet" href={paths.document(agency, row.id)}>
              {row.title || t('noTitle')}
            </Link>
            {row.files > 0 && (
              <span className="cl">
                <Icon name="clip" size={14} />
                <span className="h-sr">{d('files')} </span>
                {row.files}
              </span>
            )}
            {row.superseded && <Tag>{t('superseded')}</Tag>}
          </span>
        ),
      },
      { id: 'number', header: d('number'), cell: (row) => <span className="h-xs">{row.number ?? '—'}</span> },
      {
        id: 'state',
        header: d('state'),
        cell: (row) => <Tag tone={toneOf(row.state)}>{d(`state-${row.state}`)}</Tag>,
      },
      { id: 'kind', header: d('kind'), cell: (row) => <span className="h-xs">{text(row.kind.name)}</span> },
      {
        id: 'drafter',
        header: t('mine'),
        cell: (row) => (
          <span className="h-xs">
            {row.drafter.name} · {text(row.unit.name)}
          </span>
        ),
      },
      { id: 'approver', header: t('approver'), cell: (row) => <span className="h-xs">{row.approver ?? '—'}</span> },
      { id: 'grade', header: d('grade'), cell: (row) => row.grade ?? '—' },
      {
        id: 'open',
        header: t('disclosure'),
        cell: (row) => (
          <span className="h-xs">
            {d(`open-${row.disclosure}`)} · {d(`keep-${row.retention}`)}
          </span>
        ),
      },
      {
        id: 'at',
        header: t('at'),
        cell: (row) => (
          <time className="h-xs" dateTime={row.at}>
            {format.date(row.at)}
          </time>
        ),
      },
    ],
    [t, d, text, format, agency],
  )
  return <DataTable caption={t('list')} columns={columns} rows={rows} rowKey={(row) => row.id} stack />
}
