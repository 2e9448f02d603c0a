import { formatDate, type Instant, useLocale } from '@harmony/ui'
import { useCallback } from 'react'

/** A moment as people write it: day and time within this year, the whole date in others. */
export function useWhen(): (at: Instant) => string {
  const [locale] = useLocale()
  return useCallback(
    (at) => {
      const year = (when: Instant) => formatDate(when, 'en', 'month').split(' ').at(-1)
      return formatDate(at, locale, year(at) === year(new Date()) ? 'moment' : 'date')
    },
    [locale],
  )
}
