import { DateField, TextArea, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { qualityWords } from '../quality-words.ts'
import type { QualityStage } from './quality-types.ts'
import { ReasonAsk } from './reason-ask.tsx'

interface StageDialogProps {
  readonly stage: QualityStage
  readonly onClose: () => void
}

/** 품질계획수정: due date and key issue; a date that stood changes with a reason only. */
export function PlanStageDialog({ stage, onClose }: StageDialogProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const trpc = useTRPC()
  const [due, setDue] = useState(stage.dueDate ?? '')
  const [issue, setIssue] = useState(stage.keyIssue)
  const act = useMutation(trpc.task.planQualityStage.mutationOptions(useActOptions(t('planned'), onClose)))
  const moves = stage.dueDate !== null && due !== stage.dueDate
  return (
    <ReasonAsk
      title={t('planStageOf', { stage: text(stage.name) })}
      verb={t('save')}
      lead={t('planLead')}
      isPending={act.isPending}
      withoutReason={!moves}
      ready={due !== ''}
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({
          stageId: stage.id,
          version: stage.version,
          dueDate: due,
          keyIssue: issue.trim(),
          ...(reason ? { reason } : {}),
        })
      }
    >
      <DateField label={t('due')} value={due} onChange={setDue} error={due === '' ? t('required') : undefined} />
      <TextArea label={t('issue')} optional rows={3} maxLength={2000} value={issue} onChange={setIssue} />
    </ReasonAsk>
  )
}

/** Finishes a stage whose items are all answered. */
export function FinishStageDialog({ stage, today, onClose }: StageDialogProps & { readonly today: string }) {
  const t = useWords(qualityWords)
  const text = useText()
  const trpc = useTRPC()
  const [day, setDay] = useState(today)
  const act = useMutation(trpc.task.completeQualityStage.mutationOptions(useActOptions(t('finished'), onClose)))
  const fine = day !== '' && day <= today
  return (
    <ReasonAsk
      title={t('finish')}
      lead={t('finishLead', { stage: text(stage.name) })}
      isPending={act.isPending}
      withoutReason
      ready={fine}
      onClose={onClose}
      onSubmit={() => act.mutate({ stageId: stage.id, version: stage.version, completedDate: day })}
    >
      <DateField
        label={t('finishOn')}
        value={day}
        max={today}
        onChange={setDay}
        error={fine ? undefined : t(day === '' ? 'required' : 'noFuture')}
      />
    </ReasonAsk>
  )
}

/** Opens a finished check again, for a reason. */
export function ReopenStageDialog({ stage, onClose }: StageDialogProps) {
  const t = useWords(qualityWords)
  const text = useText()
  const trpc = useTRPC()
  const act = useMutation(trpc.task.reopenQualityStage.mutationOptions(useActOptions(t('reopened'), onClose)))
  return (
    <ReasonAsk
      title={t('reopen')}
      lead={t('reopenLead', { stage: text(stage.name) })}
      isPending={act.isPending}
      danger
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ stageId: stage.id, version: stage.version, reason })}
    />
  )
}
