import { Button, Dialog, Tag, useWords } from '@harmony/ui'
import type { Phase } from '../api.ts'
import { dotted } from '../lib/days.ts'
import { usePhaseWord } from '../lib/use-phase-word.ts'
import { planWords } from '../plan-words.ts'
import { taskWords } from '../words.ts'

export interface PhaseDialogProps {
  readonly phase: Phase
  readonly onClose: () => void
  readonly onComplete?: () => void
  readonly onReopen?: () => void
}

/** One phase from its bar: everything of its row, and what may be done with it. */
export function PhaseDialog({ phase, onClose, onComplete, onReopen }: PhaseDialogProps) {
  const t = useWords(planWords)
  const tt = useWords(taskWords)
  const state = usePhaseWord()(phase)
  return (
    <Dialog
      title={phase.name}
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{tt('close')}</Button>
          {onReopen && <Button onPress={onReopen}>{t('reopen')}</Button>}
          {onComplete && (
            <Button variant="pri" onPress={onComplete}>
              {t('complete')}
            </Button>
          )}
        </>
      }
    >
      <dl className="tk-dl">
        <dt>{t('activity')}</dt>
        <dd>{phase.activity || '—'}</dd>
        <dt>{t('weight')}</dt>
        <dd>{phase.plannedWeight}%</dd>
        <dt>{t('due')}</dt>
        <dd>{dotted(phase.dueDate)}</dd>
        <dt>{t('completed')}</dt>
        <dd>
          {phase.completedDate === null ? '—' : dotted(phase.completedDate)}
          {phase.completedBy && ` · ${phase.completedBy.name}`}
        </dd>
        <dt>{t('state')}</dt>
        <dd>
          <Tag tone={state.tone}>{state.text}</Tag>
        </dd>
      </dl>
    </Dialog>
  )
}
