import { useFormat } from '@harmony/ui'
import { useCallback } from 'react'
import { dayOf } from './days.ts'

/** When something was: day and time this year, the date with its year otherwise. */
export function useMoment(): (at: string) => string {
  const format = useFormat()
  return useCallback(
    (at) => {
      const thisYear = dayOf(at).slice(0, 4) === dayOf().slice(0, 4)
      return format.date(at, thisYear ? 'moment' : 'date')
    },
    [format],
  )
}
