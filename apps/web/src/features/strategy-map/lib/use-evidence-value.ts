import type { ExplainScoreOutput } from '@harmony/core/performance/schemas'
import { useFormat, useWords } from '@harmony/ui'
import { evidenceWords } from './evidence-words.ts'

export type EvidenceLine = NonNullable<ExplainScoreOutput['evidence']>['lines'][number]

/**
 * Says what one record contributed: a rating or grade in points, a promise kept or broken, working days.
 * @returns a function of the source and the record's decimal value in the measure's unit
 */
export function useEvidenceValue(): (source: EvidenceLine['source'], value: string) => string {
  const t = useWords(evidenceWords)
  const format = useFormat()
  return (source, value) => {
    const figure = Number(value)
    const points = format.number(figure, figure % 1 ? 1 : 0)
    switch (source) {
      case 'satisfaction':
        return t('rated', { points })
      case 'document-grade':
        return t('graded', { points })
      case 'processing-compliance':
        return t(figure > 0 ? 'within' : 'late')
      case 'processing-days':
        return t('took', { days: format.days(figure) })
      case 'phase-compliance':
        return t(figure > 0 ? 'phaseKept' : 'phaseBroken')
      case 'directive-compliance':
        return t(figure > 0 ? 'directiveKept' : 'directiveBroken')
      case 'quality-check':
        if (figure > 0 && figure < 1) return t('stageShare', { share: format.number(figure * 100, 0) })
        return t(figure > 0 ? 'stageKept' : 'stageBroken')
    }
  }
}

/** Whether a record tells of a promise that was not kept. */
export function isBroken({ source, value }: Pick<EvidenceLine, 'source' | 'value'>): boolean {
  const isPromise = source.endsWith('-compliance') || source === 'quality-check'
  return isPromise && Number(value) === 0
}
