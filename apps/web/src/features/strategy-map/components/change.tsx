import { formatNumber, useFormat, useWords } from '@harmony/ui'
import { mapWords } from '../words.ts'

/** Points gained or lost since the month before, with an arrow; nothing when one of the two was not measured. */
export function Change({ change, coloured = false }: { readonly change: string | null; readonly coloured?: boolean }) {
  const t = useWords(mapWords)
  const { locale } = useFormat()
  if (change === null) return null
  const points = Number(change)
  const figure = formatNumber(Math.abs(points), locale, 1)
  if (figure === '0.0') return <span>{t('unchanged')}</span>
  return (
    <b className={coloured ? (points > 0 ? 'h-up' : 'h-bad') : undefined}>
      <span className="h-sr">{points > 0 ? '+' : '−'}</span>
      <span aria-hidden="true">{points > 0 ? '▲ ' : '▼ '}</span>
      {figure}
    </b>
  )
}
