import { Sparkline, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { monthInstant, type StrategyMap, sinceFirstMeasured } from '../lib/model.ts'
import { mapWords } from '../words.ts'

/** The score's last twelve months as a small line with its ends in words. */
export function TrendSection({ map, nodeKey }: { readonly map: StrategyMap; readonly nodeKey: string }) {
  const t = useWords(mapWords)
  const format = useFormat()
  const trpc = useTRPC()
  const trend = useQuery(
    trpc.performance.trend.queryOptions({ unitId: map.unit.id, nodeKey, to: map.period.key, months: 12 }),
  )
  return (
    <section>
      <h3>{t('trend')}</h3>
      <QueryPanel query={trend} what={t('trend')} lines={2}>
        {({ points }) => {
          const measured = points.filter((point) => point.score !== null)
          const [first] = measured
          const last = measured.at(-1)
          if (!first || !last) return <p className="sm-note">{t('noData')}</p>
          const said = [first, ...(last === first ? [] : [last])]
            .map((point) => `${format.date(monthInstant(point.periodKey), 'month')} ${format.score(point.score)}`)
            .join(' → ')
          return (
            <div className="sm-trend">
              <Sparkline
                label={t('trendLabel', { values: said })}
                values={sinceFirstMeasured(points).map((point) => (point.score === null ? null : Number(point.score)))}
                min={0}
                max={100}
                width={140}
                height={40}
              />
              <span>{said}</span>
            </div>
          )
        }}
      </QueryPanel>
    </section>
  )
}
