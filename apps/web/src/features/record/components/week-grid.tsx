import { Icon, useFormat, useWords } from '@harmony/ui'
import { Link } from 'react-aria-components'
import type { ScheduleLine } from '../api.ts'
import { type Day, dayOf, minutesOf, startOf, timeOf } from '../lib/days.ts'
import { useArrowWalk } from '../lib/use-arrow-walk.ts'
import { type DayPlan, hoursShown, type Placed } from '../lib/week.ts'
import { scheduleWords } from '../schedule-words.ts'

/** The height of an hour in px. */
const HOUR = 48

interface WeekGridProps {
  readonly plans: readonly DayPlan<ScheduleLine>[]
  /** Names the person of each entry. */
  readonly named: boolean
  readonly dayHref: (day: Day) => string
  readonly onOpen: (id: string) => void
  readonly onAdd: (day: Day) => void
}

/** Days side by side with their hours; on a phone the same days as a list. Arrow keys walk from entry to entry. */
export function WeekGrid({ plans, named, dayHref, onOpen, onAdd }: WeekGridProps) {
  const t = useWords(scheduleWords)
  const format = useFormat()
  const { first, last } = hoursShown(plans)
  const hours = Array.from({ length: last - first + 1 }, (_, i) => first + i)
  const walk = useArrowWalk()
  const today = dayOf()
  const someWhole = plans.some((plan) => plan.whole.length > 0)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus among the buttons inside
    <div className="s-grid" data-days={plans.length} onKeyDown={walk}>
      <div className="s-hours" aria-hidden="true" data-whole={someWhole || undefined}>
        <div style={{ height: (last - first) * HOUR }}>
          {hours.map((hour) => (
            <span key={hour} style={{ top: (hour - first) * HOUR }}>
              {String(hour).padStart(2, '0')}:00
            </span>
          ))}
        </div>
      </div>
      {plans.map((plan) => {
        const name = format.date(startOf(plan.day), 'day')
        const count = plan.whole.length + plan.timed.length
        return (
          <section key={plan.day} className="s-day" aria-label={name} data-today={plan.day === today || undefined}>
            <header>
              <h2>
                <Link href={dayHref(plan.day)}>{name}</Link>
                {plan.day === today && <em>{t('today')}</em>}
              </h2>
              <button type="button" aria-label={t('addOn', { day: name })} onClick={() => onAdd(plan.day)}>
                <Icon name="plus" size={16} />
              </button>
            </header>
            {someWhole && (
              <ul className="s-whole">
                {plan.whole.map((entry) => (
                  <li key={entry.id}>
                    <Entry entry={entry} named={named} onOpen={onOpen} />
                  </li>
                ))}
              </ul>
            )}
            <ol className="s-timed" style={{ height: (last - first) * HOUR }}>
              {plan.timed.map((placed) => (
                <li key={placed.entry.id} style={position(placed, first)}>
                  <Entry entry={placed.entry} named={named} onOpen={onOpen} short={placed.to - placed.from < 60} />
                </li>
              ))}
              {plan.day === today && <Now first={first} last={last} />}
            </ol>
            {count === 0 && <p className="s-none">{t('nothing')}</p>}
          </section>
        )
      })}
    </div>
  )
}

function position(placed: Placed<ScheduleLine>, first: number) {
  return {
    top: ((placed.from - first * 60) / 60) * HOUR,
    height: ((placed.to - placed.from) / 60) * HOUR - 2,
    left: `${(placed.lane / placed.lanes) * 100}%`,
    width: `${100 / placed.lanes}%`,
  }
}

function Now({ first, last }: { readonly first: number; readonly last: number }) {
  const at = minutesOf(new Date().toISOString())
  if (at < first * 60 || at > last * 60) return null
  return <li className="s-now" aria-hidden="true" style={{ top: ((at - first * 60) / 60) * HOUR }} />
}

interface EntryProps {
  readonly entry: ScheduleLine
  readonly named: boolean
  readonly short?: boolean
  readonly onOpen: (id: string) => void
}

/** One entry: when, what, where; opens on a press. */
function Entry({ entry, named, short = false, onOpen }: EntryProps) {
  const t = useWords(scheduleWords)
  const cancelled = entry.status === 'cancelled'
  return (
    <button
      type="button"
      className="s-entry"
      data-cancelled={cancelled || undefined}
      data-mine={entry.mine || undefined}
      data-short={short || undefined}
      onClick={() => onOpen(entry.id)}
    >
      <time dateTime={entry.startsAt}>
        {entry.allDay ? t('allDay') : timeOf(entry.startsAt)}
        {!entry.allDay && entry.endsAt !== null && <span className="e">–{timeOf(entry.endsAt)}</span>}
      </time>
      <b>{entry.title}</b>
      {cancelled && <span className="x">{t('cancelled')}</span>}
      <span className="m">{[named ? entry.person.name : null, entry.place].filter(Boolean).join(' · ')}</span>
      {entry.hasResult && (
        <i>
          <Icon name="check" size={12} weight={2.4} />
          <span className="h-sr">{t('hasResult')}</span>
        </i>
      )}
    </button>
  )
}
