import type { ExplainScoreOutput } from '@harmony/core/performance/schemas'
import { Breadcrumb, Note, StatusMark, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { monthInstant } from '../../strategy-map/lib/model.ts'
import { type MapPlace, usePlace } from '../../strategy-map/lib/use-place.ts'
import { EvidenceCard } from '../components/evidence-card.tsx'
import { FormulaCard } from '../components/formula-card.tsx'
import { TrendCard } from '../components/trend-card.tsx'
import '../scores.css'
import { scoreWords } from '../words.ts'

/** `/<agency>/scores/<node>`: formula, parts, records and months of one score; every part is a link further down. */
export function ScorePage() {
  return (
    <OfficerOnly>
      <ScoreScreen />
    </OfficerOnly>
  )
}

function ScoreScreen() {
  const t = useWords(scoreWords)
  const trpc = useTRPC()
  const { node: nodeKey = 'unit' } = useParams({ strict: false })
  const [place] = usePlace()
  const [cursor, setCursor] = useState<string>()
  const query = useQuery(
    trpc.performance.explain.queryOptions(
      { ...place.input, nodeKey, limit: 25, ...(cursor ? { cursor } : {}) },
      { placeholderData: keepPreviousData },
    ),
  )
  useLiveQueries(['scores'], [trpc.performance.explain.queryKey(), trpc.performance.trend.queryKey()])
  usePageTitle(t('title'))
  return (
    <QueryPanel query={query} what={t('what')} lines={8}>
      {(explained) => (
        <>
          <Head explained={explained} place={place} />
          <div className="h-cols">
            <div className="h-stack">
              <FormulaCard explained={explained} search={place.search} />
              {explained.node.level === 'indicator' && (
                <EvidenceCard
                  evidence={explained.evidence}
                  isFirstPage={cursor === undefined}
                  onOlder={setCursor}
                  onNewest={() => setCursor(undefined)}
                />
              )}
            </div>
            <div className="h-stack">
              <Check explained={explained} />
              <TrendCard unitId={explained.unit.id} nodeKey={nodeKey} to={explained.period.key} />
            </div>
          </div>
        </>
      )}
    </QueryPanel>
  )
}

const LEVELS = {
  unit: 'unitLevel',
  perspective: 'perspective',
  objective: 'objective',
  indicator: 'indicator',
} as const

function Head({ explained, place }: { readonly explained: ExplainScoreOutput; readonly place: MapPlace }) {
  const t = useWords(scoreWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const { node, unit, period } = explained
  const name = node.name ? text(node.name) : t('unitLevel')
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('map'), href: paths.strategyMap(agency, { ...place.search, unit: unit.id }) },
          { label: text(unit.name), href: paths.score(agency, 'unit', { ...place.search, unit: unit.id }) },
          { label: name },
        ]}
      />
      <div className="sc-head">
        <div>
          <h1>
            {name} <span className="h-muted">{t('title')}</span>
          </h1>
          <p className="h-xs h-muted h-row">
            {t(LEVELS[node.level])} · {text(unit.name)} ·{' '}
            {t('period', { month: format.date(monthInstant(period.key), 'month'), version: period.releaseVersion })}
            {period.state === 'closed' && <Tag>{t('closed')}</Tag>}
          </p>
        </div>
        <div className="sc-big">
          {node.score !== null && (
            <span className="n">
              {format.score(node.score)} <em className="h-xs">{t('outOf')}</em>
            </span>
          )}
          <StatusMark signal={node.signal} size={16} />
        </div>
      </div>
    </>
  )
}

function Check({ explained }: { readonly explained: ExplainScoreOutput }) {
  const t = useWords(scoreWords)
  const format = useFormat()
  return explained.agrees ? (
    <Note tone="green">
      {t('agrees')}{' '}
      {explained.recomputed !== null && t('recomputed', { score: format.number(Number(explained.recomputed), 6) })}
    </Note>
  ) : (
    <div role="alert">
      <Note tone="amber">{t('differs')}</Note>
    </div>
  )
}
