import { useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useIdempotencyKey } from '../../task/lib/use-idempotency.ts'
import { actWords } from '../act-words.ts'
import { type Dispatch, useActOptions } from '../api.ts'
import { dispatchWords } from '../words.ts'
import { ActDialog } from './act-dialog.tsx'
import { AmendDialog } from './amend-dialog.tsx'

interface DispatchDialogProps {
  readonly dispatch: Dispatch
  readonly act: Dispatch['abilities'][number]
  readonly onClose: () => void
}

/** The dialog of one act on a dispatch. */
export function DispatchDialog({ act, ...props }: DispatchDialogProps) {
  switch (act) {
    case 'release':
      return <ReleaseDialog {...props} />
    case 'send-back':
      return <SendBackDialog {...props} />
    case 'amend':
      return <AmendDialog {...props} />
    case 'cancel':
      return <CancelDialog {...props} />
    case 'withdraw':
      return <WithdrawDialog {...props} />
  }
}

type Props = Omit<DispatchDialogProps, 'act'>

function ReleaseDialog({ dispatch, onClose }: Props) {
  const a = useWords(actWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const options = useActOptions(({ number }) => a('releaseDone', { number: number ?? '' }), onClose)
  const act = useMutation(trpc.dispatch.release.mutationOptions(options))
  return (
    <ActDialog
      title={a('release')}
      lead={a('releaseLead', { n: dispatch.receivers.length })}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate({ dispatchId: dispatch.id, version: dispatch.version, idempotencyKey })}
    />
  )
}

function SendBackDialog({ dispatch, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.dispatch.sendBack.mutationOptions(useActOptions(() => a('sendBackDone'), onClose)))
  return (
    <ActDialog
      title={a('send-back')}
      lead={a('sendBackLead')}
      words={{ label: d('reason') }}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ dispatchId: dispatch.id, version: dispatch.version, reason })}
    />
  )
}

function CancelDialog({ dispatch, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.dispatch.cancel.mutationOptions(useActOptions(() => a('cancelDone'), onClose)))
  return (
    <ActDialog
      title={a('cancel')}
      lead={a('cancelLead')}
      words={{ label: d('reason') }}
      danger
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ dispatchId: dispatch.id, version: dispatch.version, reason })}
    />
  )
}

function WithdrawDialog({ dispatch, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const act = useMutation(trpc.dispatch.withdraw.mutationOptions(useActOptions(() => a('withdrawDone'), onClose)))
  return (
    <ActDialog
      title={a('withdraw')}
      lead={a('withdrawLead')}
      words={{ label: d('reason') }}
      danger
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ dispatchId: dispatch.id, version: dispatch.version, reason, idempotencyKey })}
    />
  )
}
