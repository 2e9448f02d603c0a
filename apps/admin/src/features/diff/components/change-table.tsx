import { DataTable, EmptyState, type TableColumn, Tag, type Tone, useText, useWords } from '@harmony/ui'
import { useMemo } from 'react'
import { type ApiOutputs, downloadExcel } from '../../../lib/web.ts'
import { diffWords } from '../words.ts'

type Change = ApiOutputs['model']['diff'][number]
type Kind = 'added' | 'removed' | 'changed'

const TONES: Readonly<Record<Kind, Tone>> = { added: 'green', removed: 'red', changed: 'blue' }

function kindOf(change: Change): Kind {
  if (change.before === undefined) return 'added'
  return change.after === undefined ? 'removed' : 'changed'
}

/** The differences, one sentence a row. */
export function ChangeTable({ changes }: { readonly changes: readonly Change[] }) {
  const t = useWords(diffWords)
  const text = useText()
  const columns = useMemo<TableColumn<Change>[]>(
    () => [
      {
        id: 'kind',
        header: t('kind'),
        value: (change) => t(kindOf(change)),
        cell: (change) => <Tag tone={TONES[kindOf(change)]}>{t(kindOf(change))}</Tag>,
      },
      {
        id: 'words',
        header: t('change'),
        rowHeader: true,
        value: (change) => text(change.words),
        cell: (change) => text(change.words),
      },
      {
        id: 'path',
        header: t('path'),
        value: (change) => change.path,
        cell: (change) => <code className="ad-path">{change.path}</code>,
      },
    ],
    [t, text],
  )
  return (
    <DataTable
      caption={t('changes')}
      columns={columns}
      rows={changes}
      rowKey={(change) => change.path}
      pageSize={50}
      empty={<EmptyState icon="check" title={t('same')} />}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}
