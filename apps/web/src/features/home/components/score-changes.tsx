import { Card, EmptyState, Link, SignalLight, StatusMark, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Link as PlainLink } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { Change } from '../../strategy-map/components/change.tsx'
import { type Objective, placedObjectives } from '../../strategy-map/lib/model.ts'
import { homeWords } from '../words.ts'

const SHOWN = 5
const RANK = { red: 0, yellow: 1, green: 2, none: 3 } as const

/** Warnings first, then the objectives that moved most since last month. */
function mostTelling(objectives: readonly Objective[]): Objective[] {
  const moved = (one: Objective) => Math.abs(Number(one.change ?? 0))
  return objectives
    .filter((one) => one.score !== null)
    .toSorted((a, b) => RANK[a.signal] - RANK[b.signal] || moved(b) - moved(a))
    .slice(0, SHOWN)
}

/** The unit's scores that ask for attention. */
export function ScoreChanges({ unitId }: { readonly unitId: string | undefined }) {
  const t = useWords(homeWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(trpc.performance.strategyMap.queryOptions(unitId ? { unitId } : {}))
  return (
    <Card
      title={t('changes')}
      aside={<span className="h-xs h-muted">{t('changesNote')}</span>}
      more={
        <Link more href={paths.strategyMap(agency, { unit: unitId })}>
          {t('toMap')}
        </Link>
      }
    >
      <QueryPanel query={query} what={t('changesWhat')}>
        {(map) => {
          const telling = mostTelling([...placedObjectives(map).values()].map((placed) => placed.objective))
          if (telling.length === 0) return <EmptyState icon="chart" title={t('noChanges')} />
          return (
            <ul className="ho-list">
              {telling.map((objective) => (
                <li key={objective.key} className="ho-sc">
                  <SignalLight signal={objective.signal} />
                  <PlainLink href={paths.strategyMap(agency, { unit: unitId, objective: objective.key })}>
                    {text(objective.name)}
                  </PlainLink>
                  <span className="v">
                    {format.score(objective.score)}{' '}
                    <small>
                      <StatusMark signal={objective.signal} light={false} />{' '}
                      <Change change={objective.change} coloured />
                    </small>
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryPanel>
    </Card>
  )
}
