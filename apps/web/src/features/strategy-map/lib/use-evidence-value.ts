import { useFormat, useWords } from '@harmony/ui'
import { evidenceWords } from './evidence-words.ts'

type Source = 'satisfaction' | 'processing-compliance' | 'processing-days'

/**
 * Says what one record contributed: a rating in points, in time or late, working days.
 * @returns a function of the source and the record's decimal value in the measure's unit
 */
export function useEvidenceValue(): (source: Source, value: string) => string {
  const t = useWords(evidenceWords)
  const format = useFormat()
  return (source, value) => {
    const figure = Number(value)
    if (source === 'satisfaction') return t('rated', { points: format.number(figure, figure % 1 ? 1 : 0) })
    if (source === 'processing-compliance') return t(figure > 0 ? 'within' : 'late')
    return t('took', { days: format.days(figure) })
  }
}
