import { Button, Card, EmptyState, Note, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Phase, type TaskCardView, useActOptions } from '../api.ts'
import { type DraftPhase, draftOf } from '../lib/plan-draft.ts'
import '../plan.css'
import { planWords } from '../plan-words.ts'
import { Gantt } from './gantt.tsx'
import { HistoryDialog } from './history-dialog.tsx'
import { PhaseDialog } from './phase-dialog.tsx'
import { CompletePhaseDialog, ProgressDialog, ReopenPhaseDialog } from './plan-dialogs.tsx'
import { PlanEditor } from './plan-editor.tsx'
import { PlanTable } from './plan-table.tsx'
import { ProgressTick } from './progress-tick.tsx'
import { WeightBar } from './weight-bar.tsx'

type Asked =
  | { readonly act: 'complete' | 'reopen' | 'phase'; readonly phase: Phase }
  | { readonly act: 'progress' | 'history' }

/** 계획관리 (R10): progress, the plan as a table and on a bar, the year's chart; acts as far as the officer may. */
export function PlanTab({ card }: { readonly card: TaskCardView }) {
  const t = useWords(planWords)
  const [editing, setEditing] = useState(false)
  const [asked, setAsked] = useState<Asked>()
  const can = (ability: TaskCardView['abilities'][number]) => card.abilities.includes(ability)
  const none = card.phases.length === 0
  const close = () => setAsked(undefined)
  const caption = t('planOf', { year: card.year })
  return (
    <div className="h-stack">
      <Card
        title={caption}
        more={
          <span className="tk-cardacts">
            {can('edit-plan') && !editing && (
              <Button size="sm" onPress={() => setEditing(true)}>
                {t(none ? 'register' : 'edit')}
              </Button>
            )}
            <Button size="sm" icon="clock" onPress={() => setAsked({ act: 'history' })}>
              {t('history')}
            </Button>
          </span>
        }
      >
        {!editing && !none && (
          <ProgressHead
            card={card}
            {...(can('change-progress') ? { onChange: () => setAsked({ act: 'progress' }) } : {})}
          />
        )}
        {editing ? (
          <Editor card={card} onDone={() => setEditing(false)} />
        ) : none ? (
          <EmptyState icon="task" title={t('empty')}>
            {t('emptyNext')}
          </EmptyState>
        ) : (
          <PlanTable
            caption={caption}
            phases={card.phases}
            canComplete={can('complete-phase')}
            canReopen={can('reopen-phase')}
            onComplete={(phase) => setAsked({ act: 'complete', phase })}
            onReopen={(phase) => setAsked({ act: 'reopen', phase })}
          />
        )}
      </Card>
      {!none && (
        <Gantt
          year={card.year}
          phases={card.phases}
          today={card.today}
          onOpen={(phase) => setAsked({ act: 'phase', phase })}
        />
      )}
      {asked?.act === 'progress' && <ProgressDialog card={card} onClose={close} />}
      {asked?.act === 'history' && (
        <HistoryDialog title={t('historyTitle')} cardId={card.id} area="plan" onClose={close} />
      )}
      {asked?.act === 'complete' && <CompletePhaseDialog card={card} phase={asked.phase} onClose={close} />}
      {asked?.act === 'reopen' && <ReopenPhaseDialog card={card} phase={asked.phase} onClose={close} />}
      {asked?.act === 'phase' && (
        <PhaseDialog
          phase={asked.phase}
          onClose={close}
          {...(asked.phase.completedDate === null && can('complete-phase')
            ? { onComplete: () => setAsked({ act: 'complete', phase: asked.phase }) }
            : {})}
          {...(asked.phase.completedDate !== null && can('reopen-phase')
            ? { onReopen: () => setAsked({ act: 'reopen', phase: asked.phase }) }
            : {})}
        />
      )}
    </div>
  )
}

interface ProgressHeadProps {
  readonly card: TaskCardView
  readonly onChange?: () => void
}

/** The figure that counts, beside it the computed one when a person set another, and the weights on their bar. */
function ProgressHead({ card, onChange }: ProgressHeadProps) {
  const t = useWords(planWords)
  const format = useFormat()
  const { standing, manual } = card
  const figure = manual?.percent ?? standing.progress ?? 0
  const done = card.phases.filter((phase) => phase.completedDate !== null).length
  return (
    <div className="tk-planhead">
      <div className="tk-figure">
        <span className="v">
          <span className="h-sr">{t('progress')} </span>
          {figure}
          <em>%</em>
        </span>
        <ProgressTick progress={figure} planned={standing.plannedProgress} ok={!standing.behind} plain />
        <small>
          {manual ? t('computed', { n: standing.progress ?? 0 }) : t('doneCount', { done, all: card.phases.length })}
          {standing.plannedProgress !== null && ` · ${t('planned', { n: standing.plannedProgress })}`}
        </small>
      </div>
      {onChange && (
        <Button size="sm" onPress={onChange}>
          {t('change')}
        </Button>
      )}
      {manual && (
        <div className="tk-manual">
          <Note tone="amber">
            <b>{t('manual', { n: manual.percent })}</b>
            <br />
            {t('manualBy', {
              who: manual.by?.name ?? '—',
              when: format.date(manual.at, 'moment'),
              reason: manual.reason,
            })}
          </Note>
        </div>
      )}
      <WeightBar
        parts={card.phases.map((phase) => ({
          key: phase.id,
          name: phase.name,
          weight: phase.plannedWeight,
          state: phase.completedDate !== null ? 'done' : phase.state === 'late' ? 'late' : 'open',
        }))}
      />
    </div>
  )
}

/** The editor with what it began from: a plan changed meanwhile is a conflict, never overwritten. */
function Editor({ card, onDone }: { readonly card: TaskCardView; readonly onDone: () => void }) {
  const t = useWords(planWords)
  const text = useText()
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [begun] = useState(card)
  const save = useMutation(trpc.task.savePlan.mutationOptions(useActOptions(t('saved'), onDone)))
  const isConflict = save.error !== null && failureOf(save.error).code.includes('changed')
  const initial: DraftPhase[] =
    begun.phases.length > 0
      ? draftOf(begun.phases)
      : begun.suggestedPhases.map((phase, index) => ({
          key: `suggested-${index}`,
          name: text(phase.name),
          activity: '',
          weight: String(phase.plannedWeight),
          dueDate: '',
          completed: false,
        }))
  return (
    <>
      {(isConflict || card.planVersion !== begun.planVersion) && !save.isPending && (
        <div className="tk-conflict">
          <Note tone="amber">
            <span className="h-row">
              {t('changedMeanwhile')}
              <Button size="sm" onPress={onDone}>
                {t('showNewest')}
              </Button>
            </span>
          </Note>
        </div>
      )}
      <PlanEditor
        initial={initial}
        asksReason={begun.phases.length > 0}
        isPending={save.isPending}
        error={save.error ? errorText(save.error) : undefined}
        onCancel={onDone}
        onSave={(rows, reason) =>
          save.mutate({
            taskCardId: begun.id,
            planVersion: begun.planVersion,
            phases: rows.map((row) => ({
              ...(row.id ? { phaseId: row.id } : {}),
              name: row.name.trim(),
              activity: row.activity.trim(),
              plannedWeight: Number(row.weight.replace('%', '')),
              dueDate: row.dueDate,
            })),
            ...(reason ? { reason } : {}),
          })
        }
      />
    </>
  )
}
