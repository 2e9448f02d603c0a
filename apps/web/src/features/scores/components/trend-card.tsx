import { Card, DataTable, Sparkline, StatusMark, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { monthInstant, sinceFirstMeasured } from '../../strategy-map/lib/model.ts'
import { scoreWords } from '../words.ts'

export interface TrendCardProps {
  readonly unitId: string
  readonly nodeKey: string
  readonly to: string
}

/** A score over thirteen months: line and table. */
export function TrendCard({ unitId, nodeKey, to }: TrendCardProps) {
  const t = useWords(scoreWords)
  const format = useFormat()
  const trpc = useTRPC()
  const trend = useQuery(trpc.performance.trend.queryOptions({ unitId, nodeKey, to, months: 13 }))
  return (
    <Card title={t('trend')}>
      <QueryPanel query={trend} what={t('trend')}>
        {({ points }) => (
          <div className="sc-trend">
            <div className="h-card-body">
              <Sparkline
                label={t('trend')}
                values={sinceFirstMeasured(points).map((point) => (point.score === null ? null : Number(point.score)))}
                min={0}
                max={100}
                width={280}
                height={64}
              />
            </div>
            <DataTable
              caption={t('trend')}
              rows={points.filter((point) => point.score !== null).toReversed()}
              rowKey={(point) => point.periodKey}
              columns={[
                {
                  id: 'month',
                  header: t('month'),
                  rowHeader: true,
                  value: (point) => point.periodKey,
                  cell: (point) => format.date(monthInstant(point.periodKey), 'month'),
                },
                {
                  id: 'score',
                  header: t('score'),
                  numeric: true,
                  value: (point) => Number(point.score),
                  cell: (point) => format.score(point.score),
                },
                { id: 'signal', header: t('status'), cell: (point) => <StatusMark signal={point.signal} /> },
              ]}
            />
          </div>
        )}
      </QueryPanel>
    </Card>
  )
}
