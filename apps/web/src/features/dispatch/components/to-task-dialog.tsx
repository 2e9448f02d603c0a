import { SegmentedToggle, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { TaskLine } from '../../record/api.ts'
import { TaskField } from '../../record/components/task-field.tsx'
import '../../record/record.css'
import { UnitTaskPick } from '../../task/components/unit-task-pick.tsx'
import { useIdempotencyKey } from '../../task/lib/use-idempotency.ts'
import '../../task/task.css'
import { actWords } from '../act-words.ts'
import { type Reception, useActOptions } from '../api.ts'
import { dispatchWords } from '../words.ts'
import { ActDialog } from './act-dialog.tsx'

interface ToTaskDialogProps {
  readonly reception: Reception
  readonly onClose: () => void
}

/** Ties a received document to a task card, or opens a card for it; the document is closed with that. */
export function ToTaskDialog({ reception, onClose }: ToTaskDialogProps) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const trpc = useTRPC()
  const idempotencyKey = useIdempotencyKey()
  const [how, setHow] = useState<'existing' | 'new'>('existing')
  const [card, setCard] = useState<TaskLine>()
  const [name, setName] = useState(reception.title)
  const [unitTaskId, setUnitTaskId] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.dispatch.toTask.mutationOptions(useActOptions(() => a('toTaskDone'), onClose)))
  const task =
    how === 'existing'
      ? card && { kind: 'existing' as const, taskCardId: card.id }
      : unitTaskId !== null && name.trim() !== ''
        ? { kind: 'new' as const, name: name.trim(), unitTaskId }
        : undefined
  return (
    <ActDialog
      title={a('to-task')}
      lead={a('toTaskLead')}
      ready={task !== undefined}
      onTry={() => setTried(true)}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={() =>
        task && act.mutate({ receptionId: reception.id, version: reception.version, task, idempotencyKey })
      }
    >
      <SegmentedToggle
        label={a('taskHow')}
        value={how}
        onChange={setHow}
        options={[
          { id: 'existing', label: a('taskExisting') },
          { id: 'new', label: a('taskNew') },
        ]}
      />
      {how === 'existing' ? (
        <>
          <TaskField value={card ? [card] : []} onChange={(cards) => setCard(cards.at(-1))} />
          {tried && !card && <Missing />}
        </>
      ) : (
        <>
          <TextField
            label={a('taskName')}
            maxLength={200}
            value={name}
            onChange={setName}
            error={tried && name.trim() === '' ? d('required') : undefined}
          />
          <UnitTaskPick value={unitTaskId} onChange={setUnitTaskId} />
          {tried && unitTaskId === null && <Missing />}
        </>
      )}
    </ActDialog>
  )
}

/** Below the list, where it is seen without scrolling it. */
function Missing() {
  const d = useWords(dispatchWords)
  return (
    <p className="h-error" role="alert">
      {d('choose')}
    </p>
  )
}
