import { Card, Icon, Stepper, type Translate, useFormat, useWords } from '@harmony/ui'
import { useState } from 'react'
import type { Phase } from '../api.ts'
import { type Day, dotted, instantOf } from '../lib/days.ts'
import { type GanttBar, ganttBars, months, shareOfYear } from '../lib/gantt.ts'
import { usePhaseWord } from '../lib/use-phase-word.ts'
import '../gantt.css'
import { planWords } from '../plan-words.ts'

export interface GanttProps {
  readonly year: number
  readonly phases: readonly Phase[]
  /** The day today's line stands on. */
  readonly today: Day
  /** Opens a phase; the bars are its buttons. */
  readonly onOpen: (phase: Phase) => void
}

const percent = (share: number) => `${share * 100}%`

/** The year's chart: every phase a row with its bar, today's line, delay hatched. Bars are buttons in the plan's order. */
export function Gantt({ year: planYear, phases, today, onOpen }: GanttProps) {
  const t = useWords(planWords)
  const format = useFormat()
  const [year, setYear] = useState(planYear)
  const years = [planYear, ...phases.flatMap((phase) => [phase.dueDate, phase.completedDate ?? phase.dueDate])].map(
    (day) => Number(String(day).slice(0, 4)),
  )
  const [first, last] = [Math.min(...years), Math.max(...years)]
  const shown = new Map(ganttBars(phases, planYear, year, today).map((bar) => [bar.id, bar]))
  const line = lineOf(today, year)
  return (
    <Card
      title={t('ganttOf', { year })}
      more={
        first < last && (
          <span className="tk-gyear">
            <Stepper
              label={t('year')}
              value={String(year)}
              prevLabel={t('prevYear')}
              nextLabel={t('nextYear')}
              onPrev={year > first ? () => setYear(year - 1) : undefined}
              onNext={year < last ? () => setYear(year + 1) : undefined}
            />
          </span>
        )
      }
    >
      <div className="tk-gantt">
        <div className="tk-months" aria-hidden="true">
          <span className="n" />
          <span className="track">
            {months(year).map((month, index) => (
              <i key={month.from} style={{ left: percent(month.from), width: percent(month.to - month.from) }}>
                {t('month', { n: index + 1 })}
              </i>
            ))}
          </span>
        </div>
        <ul className="tk-grows">
          {phases.map((phase) => {
            const bar = shown.get(phase.id)
            return bar && <GanttRow key={phase.id} phase={phase} bar={bar} year={year} today={today} onOpen={onOpen} />
          })}
        </ul>
      </div>
      <p className="tk-glegend">
        <span>
          <i data-kind="plan" aria-hidden="true" /> {t('legendPlan')}
        </span>
        <span>
          <i data-kind="done" aria-hidden="true" /> {t('legendDone')}
        </span>
        <span>
          <i data-kind="late" aria-hidden="true" /> {t('legendLate')}
        </span>
        {line !== null && (
          <span>
            <i data-kind="today" aria-hidden="true" /> {t('todayLine', { date: format.date(instantOf(today), 'day') })}
          </span>
        )}
      </p>
    </Card>
  )
}

/** Up to here a bar leaves room for its words on the right, in shares of the line. */
const WIDE = 0.78

/** Where the words of a bar stand: after it, before it, or on it when it fills the line. */
const PLACES = {
  right: (_left: number, right: number) => ({ left: percent(right) }),
  left: (left: number) => ({ right: percent(1 - left) }),
  inside: (left: number) => ({ left: percent(left) }),
} as const

interface GanttRowProps {
  readonly phase: Phase
  readonly bar: GanttBar
  readonly year: number
  readonly today: Day
  readonly onOpen: (phase: Phase) => void
}

function GanttRow({ phase, bar, year, today, onOpen }: GanttRowProps) {
  const t = useWords(planWords)
  const state = usePhaseWord()(phase)
  const label = t('barLabel', {
    name: phase.name,
    from: dotted(bar.begin),
    due: dotted(phase.dueDate),
    state: barState(phase, bar, today, t),
  })
  const line = lineOf(today, year)
  const left = bar.planned.from
  const right = Math.max(bar.planned.to, bar.late?.to ?? 0)
  const outside = right <= 0 || left >= 1
  const side = right <= WIDE ? 'right' : left >= 1 - WIDE ? 'left' : 'inside'
  const within = (from: number, to: number) => ({
    left: percent((from - left) / Math.max(right - left, 0.001)),
    width: percent((to - from) / Math.max(right - left, 0.001)),
  })
  return (
    <li>
      <span className="n">
        <b>{phase.name}</b>
        <small>
          {dotted(phase.dueDate)} {phase.activity}
        </small>
      </span>
      <span className="track">
        {months(year).map((month) => (
          <i key={month.from} className="grid" style={{ left: percent(month.from) }} aria-hidden="true" />
        ))}
        {line !== null && <i className="today" style={{ left: percent(line) }} aria-hidden="true" />}
        {!outside && (
          <button
            type="button"
            className="bar"
            aria-label={label}
            title={label}
            style={{ left: `min(${percent(left)}, calc(100% - 24px))`, width: percent(right - left) }}
            onClick={() => onOpen(phase)}
          >
            <i className="plan" style={within(bar.planned.from, bar.planned.to)} />
            {bar.done && <i className="done" style={within(bar.done.from, bar.done.to)} />}
            {bar.late && <i className="late" style={within(bar.late.from, bar.late.to)} />}
          </button>
        )}
        <span
          className="st"
          data-side={side}
          data-late={bar.lateDays > 0 || undefined}
          style={PLACES[side](left, right)}
          aria-hidden="true"
        >
          {bar.lateDays > 0 && <Icon name="warn" size={14} />}
          {state.text}
        </span>
      </span>
    </li>
  )
}

/** Where today's line stands; null in another year. */
function lineOf(today: Day, year: number): number | null {
  return today.startsWith(`${year}-`) ? shareOfYear(today, year) : null
}

type PlanTranslate = Translate<keyof (typeof planWords)['ko']>

function barState(phase: Phase, bar: GanttBar, today: Day, t: PlanTranslate): string {
  const done = phase.completedDate
  if (done !== null && bar.lateDays > 0) return t('barDoneLate', { date: dotted(done), n: bar.lateDays })
  if (done !== null) return t('barDone', { date: dotted(done) })
  if (bar.lateDays > 0) return t('barLate', { n: bar.lateDays })
  return t(bar.begin <= today ? 'barCurrent' : 'barTodo')
}
