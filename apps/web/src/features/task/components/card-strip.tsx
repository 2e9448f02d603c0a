import { Note, useText, useWords } from '@harmony/ui'
import type { TaskCardView } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { dotted } from '../lib/days.ts'
import { planWords } from '../plan-words.ts'
import { taskWords } from '../words.ts'
import { ProgressTick } from './progress-tick.tsx'
import { TaskState } from './task-state.tsx'

/** The card at a glance: state, progress against the plan, the phase it is in, whose it is. */
export function CardStrip({ card }: { readonly card: TaskCardView }) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const tp = useWords(planWords)
  const text = useText()
  const { standing } = card
  const next = card.phases.find((phase) => phase.completedDate === null)
  const allDone = card.phases.length > 0 && next === undefined
  const figure = card.manual?.percent ?? standing.progress
  return (
    <>
      <dl className="tk-strip">
        <div>
          <dt>{tt('status')}</dt>
          <dd>
            <TaskState standing={standing} allDone={allDone} />
          </dd>
        </div>
        <div>
          <dt>{tt('progress')}</dt>
          <dd>
            <ProgressTick progress={figure} planned={standing.plannedProgress} ok={!standing.behind} />
            {standing.plannedProgress !== null && <small>{tp('planned', { n: standing.plannedProgress })}</small>}
          </dd>
        </div>
        <div>
          <dt>{tt('phase')}</dt>
          <dd>
            {next ? next.name : allDone ? tp('done') : tt('noPlan')}
            {next && (
              <small>
                {tp('due')} {dotted(next.dueDate)}
              </small>
            )}
          </dd>
        </div>
        <div>
          <dt>{t('owner')}</dt>
          <dd>
            {card.owner.name}
            <small>{text(card.unit.name)}</small>
          </dd>
        </div>
      </dl>
      {card.closedOn !== null && (
        <div className="tk-closed">
          <Note>{t('closedOn', { date: dotted(card.closedOn), reason: card.closeReason ?? '' })}</Note>
        </div>
      )}
    </>
  )
}
