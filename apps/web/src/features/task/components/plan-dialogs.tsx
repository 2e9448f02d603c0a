import { DateField, Note, RadioGroup, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Phase, type TaskCardView, useActOptions } from '../api.ts'
import { daysBetween, dotted } from '../lib/days.ts'
import { readWeight } from '../lib/weights.ts'
import { planWords } from '../plan-words.ts'
import { ReasonAsk } from './reason-ask.tsx'

interface PhaseDialogProps {
  readonly card: TaskCardView
  readonly phase: Phase
  readonly onClose: () => void
}

/** Records a phase as done on a day up to today; says what follows from it. */
export function CompletePhaseDialog({ card, phase, onClose }: PhaseDialogProps) {
  const t = useWords(planWords)
  const trpc = useTRPC()
  const [day, setDay] = useState(card.today)
  const late = day === '' ? 0 : daysBetween(phase.dueDate, day)
  const act = useMutation(trpc.task.completePhase.mutationOptions(useActOptions(t('completedNow'), onClose)))
  return (
    <ReasonAsk
      title={t('complete')}
      lead={t('completeLead', { name: phase.name, weight: phase.plannedWeight })}
      isPending={act.isPending}
      withoutReason
      ready={day !== '' && day <= card.today}
      onClose={onClose}
      onSubmit={() =>
        act.mutate({ taskCardId: card.id, planVersion: card.planVersion, phaseId: phase.id, completedDate: day })
      }
    >
      <DateField
        label={t('completeOn')}
        value={day}
        max={card.today}
        onChange={setDay}
        error={day === '' ? t('required') : day > card.today ? t('noFuture') : undefined}
      />
      {late > 0 && <Note tone="amber">{t('willBeLate', { due: dotted(phase.dueDate), n: late })}</Note>}
    </ReasonAsk>
  )
}

/** Puts a done phase back to in progress, for a reason. */
export function ReopenPhaseDialog({ card, phase, onClose }: PhaseDialogProps) {
  const t = useWords(planWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.reopenPhase.mutationOptions(useActOptions(t('reopened'), onClose)))
  return (
    <ReasonAsk
      title={t('reopen')}
      lead={t('reopenLead', { name: phase.name })}
      isPending={act.isPending}
      danger
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({ taskCardId: card.id, planVersion: card.planVersion, phaseId: phase.id, reason })
      }
    />
  )
}

interface ProgressDialogProps {
  readonly card: TaskCardView
  readonly onClose: () => void
}

/** 진도변경: another figure beside the computed one, or back to it; never without a reason (R10). */
export function ProgressDialog({ card, onClose }: ProgressDialogProps) {
  const t = useWords(planWords)
  const trpc = useTRPC()
  const [way, setWay] = useState<'manual' | 'computed'>('manual')
  const [typed, setTyped] = useState(String(card.manual?.percent ?? card.standing.progress ?? ''))
  const act = useMutation(trpc.task.changeProgress.mutationOptions(useActOptions(t('changed'), onClose)))
  const percent = readWeight(typed)
  return (
    <ReasonAsk
      title={t('change')}
      lead={t('changeLead')}
      isPending={act.isPending}
      ready={way === 'computed' || percent !== undefined}
      onClose={onClose}
      onSubmit={(reason) =>
        act.mutate({
          taskCardId: card.id,
          planVersion: card.planVersion,
          percent: way === 'computed' ? null : (percent ?? null),
          reason,
        })
      }
    >
      {card.manual && (
        <RadioGroup
          label={t('progress')}
          value={way}
          onChange={setWay}
          options={[
            { id: 'manual', label: t('changeTo') },
            { id: 'computed', label: t('clearManual'), hint: t('computed', { n: card.standing.progress ?? 0 }) },
          ]}
        />
      )}
      {way === 'manual' && (
        <TextField
          label={t('changeTo')}
          inputMode="numeric"
          value={typed}
          onChange={setTyped}
          hint={`${t('computed', { n: card.standing.progress ?? 0 })} · ${t('computedRule')}`}
          error={percent === undefined ? t('weightBad') : undefined}
        />
      )}
    </ReasonAsk>
  )
}
