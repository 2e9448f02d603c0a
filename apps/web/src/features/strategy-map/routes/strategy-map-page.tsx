import { EmptyState, useFormat, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { DrillPanel } from '../components/drill-panel.tsx'
import { MapCanvas } from '../components/map-canvas.tsx'
import { MapHead } from '../components/map-head.tsx'
import { AsOfNote, MapSummary } from '../components/map-summary.tsx'
import { MapTable } from '../components/map-table.tsx'
import { firstObjective, placedObjectives, type StrategyMap } from '../lib/model.ts'
import { hasTasks } from '../lib/tasks.ts'
import { useAnnouncements } from '../lib/use-announcements.ts'
import { usePlace } from '../lib/use-place.ts'
import '../map.css'
import '../map-modes.css'
import '../tasks.css'
import { taskWords } from '../task-words.ts'
import { mapWords } from '../words.ts'

/** `/<agency>/strategy-map`: perspectives, objectives and their scores, live, down to the petition. */
export function StrategyMapPage() {
  return (
    <OfficerOnly>
      <StrategyMapScreen />
    </OfficerOnly>
  )
}

function StrategyMapScreen() {
  const t = useWords(mapWords)
  const trpc = useTRPC()
  const [place, change] = usePlace()
  const query = useQuery(trpc.performance.strategyMap.queryOptions(place.input, { placeholderData: keepPreviousData }))
  useLiveQueries(
    ['scores'],
    [
      trpc.performance.strategyMap.queryKey(),
      trpc.performance.explain.queryKey(),
      trpc.performance.trend.queryKey(),
      trpc.performance.scores.queryKey(),
    ],
  )
  const { said, touched } = useAnnouncements(query.data)
  usePageTitle(t('title'))
  return (
    <>
      <MapHead map={query.data} place={place} change={change} />
      <p className="h-sr" aria-live="polite">
        {said}
      </p>
      <QueryPanel query={query} what={t('what')} lines={8}>
        {(map) => <Body map={map} touched={touched} place={place} change={change} />}
      </QueryPanel>
    </>
  )
}

interface BodyProps {
  readonly map: StrategyMap
  readonly touched: ReadonlySet<string>
  readonly place: ReturnType<typeof usePlace>[0]
  readonly change: ReturnType<typeof usePlace>[1]
}

function Body({ map, touched, place, change }: BodyProps) {
  const t = useWords(mapWords)
  const [isOpen, setOpen] = useState(false)
  const heading = useRef<HTMLHeadingElement>(null)
  const known = placedObjectives(map)
  const chosen = place.objective && known.has(place.objective) ? place.objective : firstObjective(map)
  const choose = useCallback(
    (objective: string) => {
      change({ objective })
      setOpen(true)
    },
    [change],
  )
  useEffect(() => {
    if (isOpen && window.matchMedia('(max-width: 1023px)').matches) heading.current?.focus()
  }, [isOpen])
  const close = () => {
    setOpen(false)
    if (chosen) document.querySelector<HTMLElement>(`[data-key="${CSS.escape(chosen)}"]`)?.focus()
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes the panel wherever the focus is
    <div className="sm-lay" onKeyDown={(event) => event.key === 'Escape' && isOpen && close()}>
      <section className="h-card sm-card" aria-label={t('title')}>
        <h2 className="h-sr">{t('bands')}</h2>
        <MapSummary map={map} />
        <AsOfNote place={place} change={change} />
        {place.view === 'table' ? (
          <MapTable map={map} chosen={chosen} onChoose={choose} />
        ) : (
          <MapCanvas map={map} chosen={chosen} touched={touched} onChoose={choose} />
        )}
        <MapFoot map={map} view={place.view} />
      </section>
      {chosen ? (
        <DrillPanel
          key={chosen}
          map={map}
          chosen={chosen}
          place={place}
          isOpen={isOpen}
          onClose={close}
          onChoose={choose}
          heading={heading}
        />
      ) : (
        <EmptyState title={t('empty')}>{t('emptyText')}</EmptyState>
      )}
    </div>
  )
}

function MapFoot({ map, view }: { readonly map: StrategyMap; readonly view: 'map' | 'table' }) {
  const t = useWords(mapWords)
  const task = useWords(taskWords)
  const format = useFormat()
  return (
    <div className="sm-ft">
      {view === 'map' && (
        <>
          <Legend colour="#de3412" label={t('legendBad')} />
          <Legend colour="#083891" label={t('legendCause')} />
        </>
      )}
      {hasTasks(map) && (
        <>
          <span className="task">
            <i className="h-sq" aria-hidden="true" />
            {task('legendOk')}
          </span>
          <span className="task">
            <i className="h-sq" data-bad aria-hidden="true" />
            {task('legendBad')}
          </span>
        </>
      )}
      <span className="r">
        {map.computedAt ? t('computedAt', { at: format.date(map.computedAt, 'moment') }) : t('notComputed')}
      </span>
    </div>
  )
}

function Legend({ colour, label }: { readonly colour: string; readonly label: string }) {
  return (
    <span className="arrow">
      <svg width="26" height="8" aria-hidden="true">
        <path d="M0 4h18" stroke={colour} strokeWidth="2.2" />
        <path d="M17 .5 25 4 17 7.5z" fill={colour} />
      </svg>
      {label}
    </span>
  )
}
