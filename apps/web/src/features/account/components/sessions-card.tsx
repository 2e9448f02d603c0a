import { Button, Card, ConfirmDialog, DataTable, notify, type TableColumn, Tag, useFormat, useWords } from '@harmony/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { accountWords } from '../words.ts'
import { deviceName } from './device-name.ts'

type Row = ApiOutputs['identity']['sessions'][number]

/** The account's sessions; each can be ended, and all at once. */
export function SessionsCard() {
  const t = useWords(accountWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const sessions = useQuery(trpc.identity.sessions.queryOptions())
  const end = useMutation(
    trpc.identity.revokeSession.mutationOptions({
      onSuccess: () => notify.done(t('ended')),
      onError: (error) => notify.failed(errorText(error)),
      onSettled: () => queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() }),
    }),
  )
  const columns = useColumns((handle) => end.mutate({ handle }), end.isPending)
  return (
    <Card title={t('sessions')}>
      <p className="ac-foot h-muted">{t('sessionsLead')}</p>
      <DataTable
        caption={t('sessions')}
        columns={columns}
        rows={sessions.data}
        rowKey={(row) => row.handle}
        error={sessions.error ? { reason: errorText(sessions.error), onRetry: () => void sessions.refetch() } : null}
        stack
      />
      <div className="ac-foot">
        <EndAll />
      </div>
    </Card>
  )
}

function useColumns(onEnd: (handle: string) => void, busy: boolean): TableColumn<Row>[] {
  const t = useWords(accountWords)
  const format = useFormat()
  const device = (row: Row) => deviceName(row.userAgent) ?? t('unknownDevice')
  return [
    { id: 'device', header: t('device'), rowHeader: true, cell: device, value: device },
    { id: 'address', header: t('address'), cell: (row) => row.createdFrom ?? '–', value: (row) => row.createdFrom },
    {
      id: 'lastSeen',
      header: t('lastSeen'),
      cell: (row) => format.date(row.lastSeen, 'moment'),
      value: (row) => new Date(row.lastSeen),
    },
    {
      id: 'signedIn',
      header: t('signedIn'),
      cell: (row) => format.date(row.createdAt, 'moment'),
      value: (row) => new Date(row.createdAt),
    },
    {
      id: 'action',
      header: t('action'),
      cell: (row) =>
        row.current ? (
          <Tag tone="blue">{t('current')}</Tag>
        ) : (
          <Button
            size="sm"
            isDisabled={busy}
            aria-label={t('endOf', { device: device(row) })}
            onPress={() => onEnd(row.handle)}
          >
            {t('end')}
          </Button>
        ),
    },
  ]
}

function EndAll() {
  const t = useWords(accountWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const [asking, setAsking] = useState(false)
  const endAll = useMutation(
    trpc.identity.signOutEverywhere.mutationOptions({ onSettled: () => window.location.assign(paths.signIn(agency)) }),
  )
  return (
    <>
      <Button variant="danger" onPress={() => setAsking(true)}>
        {t('endAll')}
      </Button>
      <ConfirmDialog
        title={t('endAll')}
        confirmLabel={t('endAll')}
        isOpen={asking}
        isPending={endAll.isPending}
        danger
        onConfirm={() => endAll.mutate()}
        onClose={() => setAsking(false)}
      >
        {t('endAllText')}
      </ConfirmDialog>
    </>
  )
}
