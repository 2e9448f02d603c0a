import { useFormat, useWords } from '@harmony/ui'
import type { Figures } from '../filter.ts'
import { reportWords } from '../words.ts'

/** The five figures of the whole: 계, its three parts, the mean. */
export function FiguresStrip({ total }: { readonly total: Figures }) {
  const t = useWords(reportWords)
  const format = useFormat()
  const mean = total.meanDays === null ? '–' : format.number(Number(total.meanDays), 2)
  return (
    <dl className="rp-figures">
      <Figure name={t('total')} value={format.number(total.total)} note={t('cases')} />
      <Figure name={t('within3')} value={format.number(total.within3)} note={percent(total.share3)} />
      <Figure name={t('within5')} value={format.number(total.within5)} note={percent(total.share5)} />
      <Figure name={t('over5')} value={format.number(total.over5)} note={percent(total.shareOver)} />
      <Figure name={t('mean')} value={mean} note={t('meanUnit')} />
    </dl>
  )
}

function Figure({ name, value, note }: { readonly name: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {value} <span>{note}</span>
      </dd>
    </div>
  )
}

function percent(share: string | null): string {
  return share === null ? '' : `${share}%`
}
