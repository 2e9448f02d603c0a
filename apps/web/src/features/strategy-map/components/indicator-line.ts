import { useFormat, useText, useWords } from '@harmony/ui'
import type { Objective } from '../lib/model.ts'
import { mapWords } from '../words.ts'

type Indicator = Objective['indicators'][number]

/** One line on what was measured: mean with unit, target, how many records. */
export function useIndicatorLine(): (indicator: Indicator) => string {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  return (indicator) => {
    if (indicator.mean === null || indicator.count === 0) return t('noData')
    const unit = text(indicator.unit)
    const mean = t('mean', { mean: format.number(Number(indicator.mean), 1), unit })
    const target = t('target', { target: format.number(indicator.target, indicator.target % 1 ? 1 : 0), unit })
    return t('of', { what: `${mean} · ${target}`, count: format.number(indicator.count) })
  }
}
