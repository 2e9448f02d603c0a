import {
  Button,
  Card,
  DataTable,
  EmptyState,
  IconButton,
  type TableColumn,
  Tag,
  useFormat,
  useWords,
} from '@harmony/ui'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { downloadExcel } from '../../../lib/excel.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { type TaskCardView, useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { dotted } from '../lib/days.ts'
import { RecordList } from './achievement-rows.tsx'
import { PublicityDialog, type PublicityRow } from './publicity-dialog.tsx'
import { ReasonAsk } from './reason-ask.tsx'

/** 홍보관리 (R8): what was to be made known, where and when, and what came of it; campaigns below. */
export function PublicityTab({ card }: { readonly card: TaskCardView }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const query = useQuery(trpc.task.publicity.queryOptions({ taskCardId: card.id }))
  const [editing, setEditing] = useState<PublicityRow | 'new'>()
  const [removing, setRemoving] = useState<PublicityRow>()
  const canEdit = query.data?.abilities.includes('edit-publicity') ?? false
  return (
    <div className="h-stack">
      <Card
        title={t('publicityPlan')}
        more={
          canEdit && (
            <span className="tk-cardacts">
              <Button size="sm" icon="plus" onPress={() => setEditing('new')}>
                {t('addPublicity')}
              </Button>
            </span>
          )
        }
      >
        <QueryPanel query={query} what={t('publicity')}>
          {({ rows }) =>
            rows.length === 0 ? (
              <EmptyState icon="megaphone" title={t('emptyPublicity')}>
                {t('emptyPublicityNext')}
              </EmptyState>
            ) : (
              <PublicityTable rows={rows} canEdit={canEdit} onEdit={setEditing} onRemove={setRemoving} />
            )
          }
        </QueryPanel>
      </Card>
      <Campaigns cardId={card.id} />
      {editing && (
        <PublicityDialog
          cardId={card.id}
          today={card.today}
          row={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && <RemovePublicity row={removing} onClose={() => setRemoving(undefined)} />}
    </div>
  )
}

interface PublicityTableProps {
  readonly rows: readonly PublicityRow[]
  readonly canEdit: boolean
  readonly onEdit: (row: PublicityRow) => void
  readonly onRemove: (row: PublicityRow) => void
}

function PublicityTable({ rows, canEdit, onEdit, onRemove }: PublicityTableProps) {
  const t = useWords(cardWords)
  const format = useFormat()
  const columns = useMemo<TableColumn<PublicityRow>[]>(
    () => [
      {
        id: 'title',
        header: t('pubTitle'),
        rowHeader: true,
        value: (row) => row.title,
        cell: (row) => (
          <span className="tk-content">
            <b>{row.title}</b>
            {row.target && <small>{row.target}</small>}
            <AttachedFiles files={row.files} />
          </span>
        ),
      },
      {
        id: 'channel',
        header: t('channel'),
        value: (row) => t(`ch-${row.channel}`),
        cell: (row) => <Tag>{t(`ch-${row.channel}`)}</Tag>,
      },
      { id: 'planned', header: t('planned'), value: (row) => row.plannedDate, cell: (row) => dotted(row.plannedDate) },
      {
        id: 'done',
        header: t('doneDate'),
        value: (row) => row.doneDate,
        cell: (row) => (row.doneDate === null ? t('notDone') : dotted(row.doneDate)),
      },
      {
        id: 'reach',
        header: t('reach'),
        numeric: true,
        value: (row) => row.reach,
        cell: (row) => (row.reach === null ? '—' : t('people', { n: format.number(row.reach) })),
      },
      { id: 'result', header: t('resultText'), value: (row) => row.result, cell: (row) => row.result || '—' },
      ...(canEdit
        ? [
            {
              id: 'acts',
              header: t('acts'),
              cell: (row: PublicityRow) => (
                <span className="tk-actcell h-row">
                  <Button size="sm" aria-label={`${row.title} ${t('editPublicity')}`} onPress={() => onEdit(row)}>
                    {t('editPublicity')}
                  </Button>
                  <IconButton
                    icon="trash"
                    label={`${row.title} ${t('removePublicity')}`}
                    onPress={() => onRemove(row)}
                  />
                </span>
              ),
            },
          ]
        : []),
    ],
    [t, format, canEdit, onEdit, onRemove],
  )
  return (
    <DataTable
      caption={t('publicityPlan')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onExport={(sheet) => void downloadExcel(sheet)}
      stack
    />
  )
}

function RemovePublicity({ row, onClose }: { readonly row: PublicityRow; readonly onClose: () => void }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.removePublicity.mutationOptions(useActOptions(t('saved'), onClose)))
  return (
    <ReasonAsk
      title={t('removePublicity')}
      lead={t('removePublicityLead', { name: row.title })}
      isPending={act.isPending}
      danger
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ publicityId: row.id, version: row.version, reason })}
    />
  )
}

/** Campaigns for this task: they come by themselves (R9, R23). */
function Campaigns({ cardId }: { readonly cardId: string }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const query = useInfiniteQuery(
    trpc.task.achievements.infiniteQueryOptions(
      { taskCardId: cardId, view: 'publicity' },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  return (
    <Card title={t('campaigns')}>
      <QueryPanel query={query} what={t('campaigns')} lines={2}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length === 0 ? (
            <p className="h-card-body h-muted h-xs">{t('emptyCampaigns')}</p>
          ) : (
            <RecordList rows={rows} />
          )
        }}
      </QueryPanel>
    </Card>
  )
}
