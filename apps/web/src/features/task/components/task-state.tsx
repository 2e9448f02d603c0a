import { TaskMark, useWords } from '@harmony/ui'
import type { Standing } from '../api.ts'
import { taskWords } from '../words.ts'

const DAYS_A_WEEK = 7

/** How late in words: days under a week, whole weeks from there on; undefined when in time. */
export function useLateText(): (days: number) => string | undefined {
  const t = useWords(taskWords)
  return (days) => {
    if (days <= 0) return undefined
    return days < DAYS_A_WEEK ? t('daysLate', { n: days }) : t('weeksLate', { n: Math.floor(days / DAYS_A_WEEK) })
  }
}

/** The state's word: 정상, 지연, 미진 (R13: 미진 = 지연 or flagged), 완료 when everything is done. */
export function useStateText(): (standing: Standing, allDone?: boolean) => string {
  const t = useWords(taskWords)
  return (standing, allDone = false) => {
    if (standing.delayed) return t('delayed')
    if (standing.behind) return t('behind')
    return t(allDone ? 'done' : 'onTrack')
  }
}

export interface TaskStateProps {
  readonly standing: Standing
  readonly allDone?: boolean
}

/** Blue square or red diamond with its word, and how late it is. */
export function TaskState({ standing, allDone = false }: TaskStateProps) {
  const late = useLateText()(standing.daysLate)
  const text = useStateText()(standing, allDone)
  return (
    <span className="tk-state">
      <TaskMark ok={!standing.behind} label={text} />
      {late && <small>{late}</small>}
    </span>
  )
}
