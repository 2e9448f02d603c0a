import { Checkbox, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { Chosen } from '../../document/components/chosen.tsx'
import { type Receiver, ReceiverSearch, receiverKey } from '../../document/components/dispatch-form.tsx'
import '../../document/document.css'
import { actWords } from '../act-words.ts'
import { type Dispatch, useActOptions } from '../api.ts'
import { ActDialog } from './act-dialog.tsx'

interface AmendDialogProps {
  readonly dispatch: Dispatch
  readonly onClose: () => void
}

/** Other receivers or 결재자표시 after it was sent back; the approved words stay. */
export function AmendDialog({ dispatch, onClose }: AmendDialogProps) {
  const a = useWords(actWords)
  const text = useText()
  const trpc = useTRPC()
  const [receivers, setReceivers] = useState<readonly Receiver[]>(() => dispatch.receivers.flatMap(asReceiver))
  const [showApprovers, setShowApprovers] = useState(dispatch.showApprovers)
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 }))
  const act = useMutation(trpc.dispatch.amend.mutationOptions(useActOptions(() => a('amendDone'), onClose)))
  return (
    <ActDialog
      title={a('amend')}
      lead={a('amendLead')}
      ready={receivers.length > 0}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={() =>
        act.mutate({
          dispatchId: dispatch.id,
          version: dispatch.version,
          showApprovers,
          receivers: receivers.map((one) =>
            one.kind === 'unit' ? { kind: one.kind, unitId: one.unitId } : { kind: one.kind, agency: one.agency },
          ),
        })
      }
    >
      <Chosen
        label={a('receivers')}
        empty={a('noReceivers')}
        items={receivers.map((one) => ({ id: receiverKey(one), name: text(one.name) }))}
        onRemove={(key) => setReceivers(receivers.filter((one) => receiverKey(one) !== key))}
      >
        <ReceiverSearch
          taken={receivers}
          agencies={kinds.data?.agencies ?? []}
          onPick={(one) => setReceivers([...receivers, one])}
        />
      </Chosen>
      <Checkbox isSelected={showApprovers} onChange={setShowApprovers}>
        {a('showApprovers')}
      </Checkbox>
    </ActDialog>
  )
}

function asReceiver({ kind, unitId, agency, name }: Dispatch['receivers'][number]): Receiver[] {
  if (kind === 'unit') return unitId === null ? [] : [{ kind, unitId, name }]
  return agency === null ? [] : [{ kind, agency, name }]
}
