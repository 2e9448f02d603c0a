import type { functionVersionView } from '@harmony/core/brm/schemas'
import { Button, Card, DataTable, Dialog, type TableColumn, Tag, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { z } from 'zod'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { functionWords } from '../words.ts'
import { ChangeCounts, ChangesTable } from './changes-table.tsx'

type Version = z.output<typeof functionVersionView>

/** Every version of the tree: who brought it in, when, why, and what it changed. */
export function VersionsCard({ versions }: { readonly versions: readonly Version[] }) {
  const t = useWords(functionWords)
  const format = useFormat()
  const [shown, setShown] = useState<Version | null>(null)
  const columns: TableColumn<Version>[] = [
    {
      id: 'label',
      header: t('versionLabel'),
      rowHeader: true,
      value: ({ label }) => label,
      cell: ({ label, current }) => (
        <span className="h-row">
          {label}
          {current && <Tag tone="blue">{t('current')}</Tag>}
        </span>
      ),
    },
    {
      id: 'from',
      header: t('validFrom'),
      value: ({ validFrom }) => new Date(validFrom),
      cell: ({ validFrom }) => format.date(validFrom),
    },
    {
      id: 'changes',
      header: t('changes'),
      cell: (version) => <ChangeCounts summary={version.summary} />,
    },
    { id: 'reason', header: t('reason'), value: ({ reason }) => reason, cell: ({ reason }) => reason },
    {
      id: 'by',
      header: t('importedBy'),
      value: ({ importedBy }) => importedBy ?? t('system'),
      cell: ({ importedBy, importedAt, source }) => (
        <>
          {importedBy ?? t('system')}
          <span className="f-under">
            {format.date(importedAt, 'moment')} · {source}
          </span>
        </>
      ),
    },
    {
      id: 'view',
      header: t('view'),
      cell: (version) => (
        <Button size="sm" aria-label={t('changesOf', { label: version.label })} onPress={() => setShown(version)}>
          {t('view')}
        </Button>
      ),
    },
  ]
  return (
    <Card title={t('versions')}>
      <DataTable caption={t('versions')} columns={columns} rows={versions} rowKey={({ id }) => id} stack />
      {shown && (
        <Dialog title={t('changesOf', { label: shown.label })} isOpen size="lg" onClose={() => setShown(null)}>
          <VersionChanges version={shown} />
        </Dialog>
      )}
    </Card>
  )
}

function VersionChanges({ version }: { readonly version: Version }) {
  const t = useWords(functionWords)
  const trpc = useTRPC()
  const query = useQuery(trpc.brm.versionChanges.queryOptions({ versionId: version.id }))
  return (
    <QueryPanel query={query} what={t('changes')}>
      {({ changes }) => <ChangesTable caption={t('changesOf', { label: version.label })} changes={changes} />}
    </QueryPanel>
  )
}
