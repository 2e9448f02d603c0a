import { useFormat } from '@harmony/ui'

/** Writes an instant with its time in this year, and as a day with its year in others. */
export function useWhen(): (at: string) => string {
  const format = useFormat()
  const thisYear = /\d{4}/.exec(format.date(new Date()))?.[0] ?? ''
  return (at) => {
    const day = format.date(at)
    return day.includes(thisYear) ? format.date(at, 'moment') : day
  }
}
