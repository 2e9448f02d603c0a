import type { ReactNode } from 'react'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Icon } from './icon.tsx'

export interface Step {
  readonly key: string
  readonly label: string
  readonly state: 'done' | 'current' | 'todo'
  /** When it was done or will be, and by whom. */
  readonly note?: ReactNode
}

/** The stages of a request: done, current, still to come. On a phone a vertical list. */
export function StepBar({ steps, label }: { readonly steps: readonly Step[]; readonly label?: string }) {
  const t = useWords(uiWords)
  return (
    <ol className="h-st4" aria-label={label ?? t('steps')}>
      {steps.map((step) => (
        <li key={step.key} data-state={step.state} aria-current={step.state === 'current' ? 'step' : undefined}>
          <b>
            {step.state === 'done' && <Icon name="check" size={18} weight={2.4} />}
            {step.label}
            {step.state === 'done' && <span className="h-sr"> {t('done')}</span>}
          </b>
          {step.note && <small>{step.note}</small>}
        </li>
      ))}
    </ol>
  )
}

/** The same in one thin line, for lists. */
export function StepLine({ steps }: { readonly steps: readonly Step[] }) {
  const t = useWords(uiWords)
  return (
    <div className="h-segbar">
      <span className="h-sr">{t('steps')}: </span>
      {steps.map((step) => (
        <span key={step.key} data-state={step.state}>
          {step.label}
          {step.state === 'current' && <em className="h-sr"> ({t('current')})</em>}
        </span>
      ))}
    </div>
  )
}

export interface TimelineEntry {
  readonly key: string
  readonly title: ReactNode
  readonly at: string
  /** ISO instant for `<time>`. */
  readonly dateTime: string
  readonly text?: ReactNode
  /** Unit, person, telephone. */
  readonly who?: ReactNode
}

/** What was done, newest first; the first entry is the present one when `open`. */
export function Timeline({
  entries,
  open = true,
}: {
  readonly entries: readonly TimelineEntry[]
  readonly open?: boolean
}) {
  return (
    <ol className="h-tl">
      {entries.map((entry, index) => (
        <li key={entry.key} data-now={(open && index === 0) || undefined}>
          <div className="w">
            <b>{entry.title}</b>
            <time dateTime={entry.dateTime}>{entry.at}</time>
          </div>
          {entry.text && <p>{entry.text}</p>}
          {entry.who && <div className="who">{entry.who}</div>}
        </li>
      ))}
    </ol>
  )
}

export interface ProgressBarProps {
  readonly label: string
  /** 0–1. */
  readonly value: number
}

/** How far a long piece of work has come. */
export function ProgressBar({ label, value }: ProgressBarProps) {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100)
  return (
    <div
      className="h-progress"
      role="progressbar"
      aria-label={label}
      aria-valuenow={percent}
      aria-valuemin={0}
      aria-valuemax={100}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  )
}
