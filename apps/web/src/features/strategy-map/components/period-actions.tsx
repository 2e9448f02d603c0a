import { Button, ConfirmDialog, Menu, notify, TextArea, useFormat, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { monthInstant, type StrategyMap } from '../lib/model.ts'
import { mapWords } from '../words.ts'

type Act = 'close' | 'publish'

/** For the performance manager, on the agency's map: close the month, or publish a closed one to the bureau. */
export function PeriodActions({ map }: { readonly map: StrategyMap }) {
  const t = useWords(mapWords)
  const format = useFormat()
  const session = useSession()
  const [act, setAct] = useState<Act>()
  if (!session.roles.includes('performance-manager') || map.unit.kind !== 'agency') return null
  const month = format.date(monthInstant(map.period.key), 'month')
  const isClosed = map.period.state === 'closed'
  return (
    <>
      <Menu
        label={t('manage')}
        trigger={<Button icon="lock">{t('manage')}</Button>}
        entries={[
          isClosed
            ? { id: 'publish', label: t('publish', { month }), icon: 'send', onAction: () => setAct('publish') }
            : { id: 'close', label: t('closePeriod', { month }), icon: 'lock', onAction: () => setAct('close') },
        ]}
      />
      {act && (
        <ActDialog key={act} act={act} periodKey={map.period.key} month={month} onClose={() => setAct(undefined)} />
      )}
    </>
  )
}

interface ActDialogProps {
  readonly act: Act
  readonly periodKey: string
  readonly month: string
  readonly onClose: () => void
}

function ActDialog({ act, periodKey, month, onClose }: ActDialogProps) {
  const t = useWords(mapWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [reason, setReason] = useState('')
  const finish = (said: string) => {
    notify.done(said)
    onClose()
    void queryClient.invalidateQueries({ queryKey: trpc.performance.strategyMap.queryKey() })
  }
  const close = useMutation(
    trpc.performance.closePeriod.mutationOptions({ onSuccess: () => finish(t('closedDone', { month })) }),
  )
  const publish = useMutation(
    trpc.performance.publish.mutationOptions({ onSuccess: () => finish(t('publishedDone', { month })) }),
  )
  const error = close.error ?? publish.error
  return (
    <ConfirmDialog
      title={t(act === 'close' ? 'closeTitle' : 'publishTitle', { month })}
      confirmLabel={t(act === 'close' ? 'doClose' : 'doPublish')}
      danger={act === 'close'}
      isOpen
      isPending={close.isPending || publish.isPending}
      onClose={onClose}
      onConfirm={() => (act === 'close' ? close.mutate({ periodKey, reason }) : publish.mutate({ periodKey, reason }))}
    >
      <p>{t(act === 'close' ? 'closeText' : 'publishText')}</p>
      <TextArea
        label={t('reason')}
        hint={t('reasonHint')}
        rows={3}
        value={reason}
        onChange={setReason}
        error={error ? errorText(error) : undefined}
      />
    </ConfirmDialog>
  )
}
