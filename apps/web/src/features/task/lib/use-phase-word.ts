import { type Tone, useWords } from '@harmony/ui'
import { useCallback } from 'react'
import type { Phase } from '../api.ts'
import { planWords } from '../plan-words.ts'

const DAYS_A_WEEK = 7

/** How a phase stands, in words and as a tone: done, done late, late, to come (R13: done late is done, shown as late). */
export function usePhaseWord(): (phase: Pick<Phase, 'state' | 'daysLate'>) => {
  readonly text: string
  readonly tone: Tone
} {
  const t = useWords(planWords)
  return useCallback(
    ({ state, daysLate }) => {
      if (state === 'done') return { text: t('done'), tone: 'green' }
      if (state === 'done-late') return { text: t('doneLate', { n: daysLate }), tone: 'amber' }
      if (state === 'open') return { text: t('none'), tone: 'gray' }
      return daysLate < DAYS_A_WEEK
        ? { text: t('lateDays', { n: daysLate }), tone: 'red' }
        : { text: t('lateWeeks', { n: Math.floor(daysLate / DAYS_A_WEEK) }), tone: 'red' }
    },
    [t],
  )
}
