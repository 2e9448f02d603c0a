import { useWords } from '@harmony/ui'
import { useCallback } from 'react'
import { recordStateWords } from '../record-state-words.ts'

type Known = keyof (typeof recordStateWords)['ko']

function isKnown(state: string): state is Known {
  return Object.hasOwn(recordStateWords.ko, state)
}

/** The word of a record's state; a word written by the record's own area is shown as it is. */
export function useRecordState(): (state: string) => string {
  const t = useWords(recordStateWords)
  return useCallback((state) => (isKnown(state) ? t(state) : state), [t])
}
