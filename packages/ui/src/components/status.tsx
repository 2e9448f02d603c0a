import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'

/** A score's signal; `none` is "not measured". */
export type Signal = 'green' | 'yellow' | 'red' | 'none'

/**
 * The signal of a score under the release's limits.
 * @param score 0–100, or null when nothing was measured.
 */
export function signalOf(score: number | null | undefined, limits: { green: number; yellow: number }): Signal {
  if (score === null || score === undefined) return 'none'
  if (score >= limits.green) return 'green'
  return score >= limits.yellow ? 'yellow' : 'red'
}

const shapes = {
  green: (
    <>
      <circle cx="7" cy="7" r="6.5" fill="#228738" />
      <path
        d="M3.9 7.2l2.2 2.2 4.1-4.5"
        stroke="#fff"
        strokeWidth="1.7"
        fill="none"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  yellow: (
    <>
      <path d="M7 .9 13.6 12.7H.4z" fill="#ffb114" stroke="#9e6a00" strokeLinejoin="round" />
      <path d="M7 5v3.6M7 10.6v.1" stroke="#422c00" strokeWidth="1.5" strokeLinecap="round" />
    </>
  ),
  red: (
    <>
      <rect x=".7" y=".7" width="12.6" height="12.6" rx="2" fill="#de3412" />
      <path d="M4.5 4.5l5 5M9.5 4.5l-5 5" stroke="#fff" strokeWidth="1.7" strokeLinecap="round" />
    </>
  ),
  none: <circle cx="7" cy="7" r="5.6" fill="#fff" stroke="#6d7882" strokeWidth="1.4" strokeDasharray="2.4 2" />,
} as const

/** The signal as a shape only, beside words that say it. */
export function SignalLight({ signal, size = 14 }: { readonly signal: Signal; readonly size?: number }) {
  return (
    <svg className="h-status-svg" width={size} height={size} viewBox="0 0 14 14" aria-hidden="true">
      {shapes[signal]}
    </svg>
  )
}

/** The signal's word: 달성, 주의, 미달, 미측정. */
export function useSignalWord(): (signal: Signal) => string {
  return useWords(uiWords)
}

export interface StatusMarkProps {
  readonly signal: Signal
  readonly size?: number
  /** Shape before the word; without it only the coloured word. */
  readonly light?: boolean
}

/** Signal light: colour, shape and word together. */
export function StatusMark({ signal, size = 14, light = true }: StatusMarkProps) {
  const word = useSignalWord()
  return (
    <span className="h-st" data-signal={signal}>
      {light && <SignalLight signal={signal} size={size} />}
      {word(signal)}
    </span>
  )
}

/** A task's mark: blue square on track, red diamond behind. */
export function TaskMark({ ok, label }: { readonly ok: boolean; readonly label?: string }) {
  const t = useWords(uiWords)
  return (
    <span className="h-taskmark" data-bad={ok ? undefined : true}>
      <i className="h-sq" data-bad={ok ? undefined : true} aria-hidden="true" />
      {label ?? t(ok ? 'taskOk' : 'taskBad')}
    </span>
  )
}
