import type { TieablePetitionsOutput } from '@harmony/core/work/schemas'
import { Button, DataTable, Dialog, EmptyState, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useRecordState } from '../lib/use-record-state.ts'
import { taskWords } from '../words.ts'

type Tieable = TieablePetitionsOutput['rows'][number]

interface TieDialogProps {
  readonly cardId: string
  readonly onClose: () => void
}

/** Ties petitions of one's unit to the task by hand, or unties them. */
export function TieDialog({ cardId, onClose }: TieDialogProps) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const stateOf = useRecordState()
  const query = useQuery(trpc.task.tieablePetitions.queryOptions({ taskCardId: cardId }))
  return (
    <Dialog
      title={t('tie')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={<Button onPress={onClose}>{tt('close')}</Button>}
    >
      <p>{t('tieLead')}</p>
      <QueryPanel query={query} what={t('petitions')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="chat" title={t('tieNone')} />
          ) : (
            <DataTable
              caption={t('petitions')}
              rows={rows}
              rowKey={(row) => row.petitionId}
              pageSize={10}
              columns={[
                { id: 'service', header: t('service'), rowHeader: true, cell: (row) => text(row.service) },
                {
                  id: 'received',
                  header: t('received'),
                  cell: (row) => (row.receivedAt === null ? '—' : format.date(row.receivedAt, 'moment')),
                },
                { id: 'state', header: t('state'), cell: (row) => <Tag>{stateOf(row.state)}</Tag> },
                { id: 'tie', header: t('acts'), cell: (row) => <TieButton cardId={cardId} row={row} /> },
              ]}
              stack
            />
          )
        }
      </QueryPanel>
    </Dialog>
  )
}

function TieButton({ cardId, row }: { readonly cardId: string; readonly row: Tieable }) {
  const t = useWords(cardWords)
  const text = useText()
  const trpc = useTRPC()
  const act = useMutation(trpc.task.tiePetition.mutationOptions(useActOptions(t(row.tied ? 'untieDone' : 'tieDone'))))
  const word = t(row.tied ? 'untie' : 'tieIt')
  return (
    <Button
      size="sm"
      aria-label={`${text(row.service)} ${word}`}
      isPending={act.isPending}
      onPress={() => act.mutate({ taskCardId: cardId, petitionId: row.petitionId, tied: !row.tied })}
    >
      {word}
    </Button>
  )
}
