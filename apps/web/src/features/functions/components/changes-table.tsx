import type { functionChange } from '@harmony/core/brm/schemas'
import { DataTable, type TableColumn, Tag, type Tone, useWords } from '@harmony/ui'
import type { z } from 'zod'
import { downloadExcel } from '../../../lib/excel.ts'
import { functionWords } from '../words.ts'

export type FunctionChange = z.output<typeof functionChange>
export type ChangeKind = FunctionChange['kind']

export const CHANGE_KINDS = ['added', 'renamed', 'moved', 'reassigned', 'revived', 'ended'] as const

const TONES: Readonly<Record<ChangeKind, Tone>> = {
  added: 'green',
  renamed: 'blue',
  moved: 'blue',
  reassigned: 'blue',
  revived: 'green',
  ended: 'amber',
}

/** Differences between two versions of the tree, one row each. */
export function ChangesTable({
  caption,
  changes,
}: {
  readonly caption: string
  readonly changes: readonly FunctionChange[]
}) {
  const t = useWords(functionWords)
  const columns: TableColumn<FunctionChange>[] = [
    {
      id: 'kind',
      header: t('kind'),
      value: ({ kind }) => t(kind),
      cell: ({ kind }) => <Tag tone={TONES[kind]}>{t(kind)}</Tag>,
    },
    { id: 'level', header: t('level'), value: ({ level }) => t(level), cell: ({ level }) => t(level) },
    {
      id: 'name',
      header: t('name'),
      rowHeader: true,
      value: ({ name }) => name,
      cell: ({ name, code }) => (
        <>
          {name} <span className="h-muted h-xs">{code}</span>
        </>
      ),
    },
    { id: 'code', header: t('from'), value: ({ from }) => from, cell: ({ from }) => from ?? '–' },
    { id: 'to', header: t('to'), value: ({ to }) => to, cell: ({ to }) => to ?? '–' },
  ]
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={changes}
      rowKey={({ kind, code }) => `${kind} ${code}`}
      pageSize={20}
      stack
      empty={<p className="h-card-body h-muted">{t('noChanges')}</p>}
      onExport={(sheet) => void downloadExcel(sheet)}
    />
  )
}

/** How many of each kind, those with none left out. */
export function ChangeCounts({ summary }: { readonly summary: Readonly<Record<ChangeKind, number>> }) {
  const t = useWords(functionWords)
  const some = CHANGE_KINDS.filter((kind) => summary[kind] > 0)
  if (some.length === 0) return t('noChanges')
  return (
    <span className="h-row">
      {some.map((kind) => (
        <Tag key={kind} tone={TONES[kind]}>
          {t(kind)} {summary[kind]}
        </Tag>
      ))}
    </span>
  )
}
