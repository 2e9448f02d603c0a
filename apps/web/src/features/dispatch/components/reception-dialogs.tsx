import { useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { PersonPick, UnitPick } from '../../task/components/person-pick.tsx'
import { useIdempotencyKey } from '../../task/lib/use-idempotency.ts'
import { actWords } from '../act-words.ts'
import { type Reception, useActOptions } from '../api.ts'
import { dispatchWords } from '../words.ts'
import { ActDialog } from './act-dialog.tsx'
import { ToTaskDialog } from './to-task-dialog.tsx'

interface ReceptionDialogProps {
  readonly reception: Reception
  readonly act: Reception['abilities'][number]
  readonly onClose: () => void
}

/** The dialog of one act on a received document. */
export function ReceptionDialog({ act, ...props }: ReceptionDialogProps) {
  switch (act) {
    case 'receive':
      return <ReceiveDialog {...props} />
    case 'route':
      return <RouteDialog {...props} />
    case 'assign':
      return <AssignDialog {...props} />
    case 'to-task':
      return <ToTaskDialog {...props} />
    case 'close':
      return <CloseDialog {...props} />
    case 'refuse':
      return <RefuseDialog {...props} />
  }
}

type Props = Omit<ReceptionDialogProps, 'act'>

const targetOf = (reception: Reception) => ({ receptionId: reception.id, version: reception.version })

function ReceiveDialog({ reception, onClose }: Props) {
  const a = useWords(actWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const options = useActOptions(({ number }) => a('receiveDone', { number: number ?? '' }), onClose)
  const act = useMutation(trpc.dispatch.receive.mutationOptions(options))
  return (
    <ActDialog
      title={a('receive')}
      lead={a('receiveLead')}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={() => act.mutate({ ...targetOf(reception), idempotencyKey })}
    />
  )
}

function RouteDialog({ reception, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const [unitId, setUnitId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.dispatch.route.mutationOptions(useActOptions(() => a('routeDone'), onClose)))
  return (
    <ActDialog
      title={a('route')}
      lead={a('routeLead')}
      words={{ label: d('reason') }}
      ready={unitId !== null}
      onTry={() => setTried(true)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => unitId !== null && act.mutate({ ...targetOf(reception), unitId, reason })}
    >
      <UnitPick
        label={a('routeTo')}
        value={unitId}
        onChange={setUnitId}
        error={tried && unitId === null ? d('choose') : undefined}
      />
    </ActDialog>
  )
}

function AssignDialog({ reception, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const [personId, setPersonId] = useState<string | null>(reception.person?.id ?? null)
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.dispatch.assign.mutationOptions(useActOptions(() => a('assignDone'), onClose)))
  return (
    <ActDialog
      title={a('assign')}
      lead={a(reception.state === 'arrived' ? 'assignLeadNew' : 'assignLead')}
      words={{ label: a('assignNote'), optional: true }}
      ready={personId !== null}
      onTry={() => setTried(true)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(note) => personId !== null && act.mutate({ ...targetOf(reception), personId, note, idempotencyKey })}
    >
      <PersonPick
        label={a('assignTo')}
        unitId={reception.unit.id}
        value={personId}
        onChange={setPersonId}
        error={tried && personId === null ? d('choose') : undefined}
      />
    </ActDialog>
  )
}

function CloseDialog({ reception, onClose }: Props) {
  const a = useWords(actWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const act = useMutation(trpc.dispatch.closeReception.mutationOptions(useActOptions(() => a('closeDone'), onClose)))
  return (
    <ActDialog
      title={a('close')}
      lead={a('closeLead')}
      words={{ label: a('closeNote'), optional: true }}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(note) => act.mutate({ ...targetOf(reception), note, idempotencyKey })}
    />
  )
}

function RefuseDialog({ reception, onClose }: Props) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const act = useMutation(trpc.dispatch.refuse.mutationOptions(useActOptions(() => a('refuseDone'), onClose)))
  return (
    <ActDialog
      title={a('refuse')}
      lead={a('refuseLead')}
      words={{ label: d('reason') }}
      danger
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ ...targetOf(reception), reason, idempotencyKey })}
    />
  )
}
