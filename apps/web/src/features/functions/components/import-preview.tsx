import type { functionRejection, previewFunctionsOutput } from '@harmony/core/brm/schemas'
import { DataTable, Note, type TableColumn, useLocale, useWords } from '@harmony/ui'
import type { z } from 'zod'
import { failureText } from '../../../lib/errors.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { importWords } from '../import-words.ts'
import { ChangeCounts, ChangesTable } from './changes-table.tsx'

export type Preview = z.output<typeof previewFunctionsOutput>
type Rejected = z.output<typeof functionRejection>

/** What a file would change, or the rows that keep it from being applied. */
export function ImportPreview({ preview }: { readonly preview: Preview }) {
  const t = useWords(importWords)
  const { fileName, levels, rows, rejected, ignoredColumns, summary, changes } = preview
  return (
    <section className="f-preview" aria-live="polite">
      <p>
        {t('read', { file: fileName, tasks: levels['unit-task'], rows })}
        {ignoredColumns.length > 0 && (
          <span className="f-under">{t('ignored', { columns: ignoredColumns.join(', ') })}</span>
        )}
      </p>
      {rejected.length > 0 ? (
        <>
          <Note tone="amber">
            <b>{t('rejectedTitle', { n: new Set(rejected.map(({ line }) => line)).size })}</b>
            <p>{t('rejectedLead')}</p>
          </Note>
          <Rejections rejected={rejected} />
        </>
      ) : changes.length === 0 ? (
        <Note>{t('same')}</Note>
      ) : (
        <>
          <h3>{t('changesTitle')}</h3>
          <ChangeCounts summary={summary} />
          <ChangesTable caption={t('changesTitle')} changes={changes} />
        </>
      )}
    </section>
  )
}

function Rejections({ rejected }: { readonly rejected: readonly Rejected[] }) {
  const t = useWords(importWords)
  const [locale] = useLocale()
  const why = ({ code, params }: Rejected) => failureText({ code, field: null, params }, locale)
  const columns: TableColumn<Rejected>[] = [
    { id: 'line', header: t('line'), numeric: true, value: ({ line }) => line, cell: ({ line }) => line },
    { id: 'column', header: t('column'), value: ({ column }) => column, cell: ({ column }) => column },
    { id: 'why', header: t('why'), value: why, cell: why },
  ]
  return (
    <DataTable
      caption={t('rejectedTitle', { n: rejected.length })}
      columns={columns}
      rows={rejected}
      rowKey={(one) => `${one.line} ${one.column} ${one.code} ${JSON.stringify(one.params)}`}
      pageSize={20}
      stack
      onExport={(sheet) => void downloadExcel(sheet)}
    />
  )
}
