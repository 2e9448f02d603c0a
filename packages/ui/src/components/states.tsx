import type { ReactNode } from 'react'
import { useEffect, useState } from 'react'
import { useWords } from '../i18n/words.ts'
import { uiWords } from '../words.ts'
import { Button } from './button.tsx'
import { Icon, type IconName } from './icon.tsx'

const WIDTHS = ['72%', '94%', '58%', '84%', '66%']

/** True once `ms` have passed since the component appeared. */
export function useDelayed(ms: number): boolean {
  const [passed, setPassed] = useState(ms === 0)
  useEffect(() => {
    const timer = setTimeout(() => setPassed(true), ms)
    return () => clearTimeout(timer)
  }, [ms])
  return passed
}

/** Grey lines while a panel loads; appears only after 300 ms so that quick answers do not flicker. */
export function Skeleton({ lines = 4, delay = 300 }: { readonly lines?: number; readonly delay?: number }) {
  const t = useWords(uiWords)
  const shown = useDelayed(delay)
  if (!shown) return <div className="h-skel" aria-hidden="true" />
  return (
    <div className="h-skel" role="status">
      <span className="h-sr">{t('loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <i key={index} style={{ width: WIDTHS[index % WIDTHS.length] }} />
      ))}
    </div>
  )
}

export interface EmptyStateProps {
  readonly title: string
  /** Names the next step. */
  readonly children?: ReactNode
  readonly icon?: IconName
  readonly action?: ReactNode
}

/** Nothing here yet, or all done: says which, and what comes next. */
export function EmptyState({ title, children, icon = 'inbox', action }: EmptyStateProps) {
  return (
    <div className="h-empty">
      <Icon name={icon} size={32} weight={1.3} />
      <b>{title}</b>
      {children && <p>{children}</p>}
      {action}
    </div>
  )
}

/** There are rows, but none under the present filter. */
export function FilteredEmpty({ onClear }: { readonly onClear?: (() => void) | undefined }) {
  const t = useWords(uiWords)
  return (
    <div className="h-empty">
      <Icon name="search" size={32} weight={1.3} />
      <b>{t('emptyFiltered')}</b>
      {onClear && <Button onPress={onClear}>{t('clearFilter')}</Button>}
    </div>
  )
}

export interface ErrorStateProps {
  /** What failed, as a noun: "민원 목록". */
  readonly what: string
  /** The reason in the user's words, when known. */
  readonly reason?: string | undefined
  readonly onRetry?: (() => void) | undefined
}

/** A panel that could not load: what failed, why if known, and a way to try again. */
export function ErrorState({ what, reason, onRetry }: ErrorStateProps) {
  const t = useWords(uiWords)
  return (
    <div className="h-fail" role="alert">
      <Icon name="warn" />
      <div>
        <b>{t('failed', { what })}</b>
        <p>{reason ?? t('failedKept')}</p>
      </div>
      {onRetry && (
        <Button size="sm" onPress={onRetry}>
          {t('retry')}
        </Button>
      )}
    </div>
  )
}

export interface NoteProps {
  readonly tone?: 'blue' | 'amber' | 'green'
  readonly children: ReactNode
}

/** A remark beside the matter it is about. */
export function Note({ tone = 'blue', children }: NoteProps) {
  return (
    <div className="h-note" data-tone={tone}>
      <Icon name={tone === 'green' ? 'check' : tone === 'amber' ? 'warn' : 'info'} />
      <div>{children}</div>
    </div>
  )
}
