import { ButtonLink, Icon, StatusMark, useFormat, useText, useWords } from '@harmony/ui'
import { type RefObject, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { monthInstant, placedObjectives, type StrategyMap } from '../lib/model.ts'
import type { MapPlace } from '../lib/use-place.ts'
import '../panel.css'
import { mapWords } from '../words.ts'
import { CalculationSection } from './calculation-section.tsx'
import { CausesSection } from './causes-section.tsx'
import { Change } from './change.tsx'
import { ChildrenSection } from './children-section.tsx'
import { EvidenceSection } from './evidence-section.tsx'
import { TasksSection } from './tasks-section.tsx'
import { TrendSection } from './trend-section.tsx'

export interface DrillPanelProps {
  readonly map: StrategyMap
  readonly chosen: string
  readonly place: MapPlace
  /** On a phone: laid over the map. */
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onChoose: (key: string) => void
  readonly heading: RefObject<HTMLHeadingElement | null>
}

/** An objective's score from top to bottom: formula, indicators, the records behind them, causes and effects. */
export function DrillPanel({ map, chosen, place, isOpen, onClose, onChoose, heading }: DrillPanelProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const [indicator, setIndicator] = useState<string>()
  const placed = placedObjectives(map).get(chosen)
  if (!placed) return null
  const { objective, perspective } = placed
  const opened =
    objective.indicators.find((one) => one.key === indicator) ??
    objective.indicators.find((one) => one.count > 0) ??
    objective.indicators[0]
  const month = format.date(monthInstant(map.previousPeriodKey), 'monthOnly')
  return (
    <aside
      className="h-card sm-pn"
      data-open={isOpen || undefined}
      aria-label={`${text(objective.name)} ${t('detail')}`}
    >
      <div className="hd">
        <button type="button" className="sm-bk" onClick={onClose}>
          <Icon name="left" size={18} />
          {t('back')}
        </button>
        <div className="k">
          {t('perspective', { name: text(perspective.name) })} · {text(map.unit.name)}
        </div>
        <h2 ref={heading} tabIndex={-1}>
          {text(objective.name)}
        </h2>
        <div className="sm-big">
          {objective.score !== null && (
            <span className="n">
              {format.score(objective.score)}
              <em>{t('outOf')}</em>
            </span>
          )}
          <StatusMark signal={objective.signal} size={16} />
          <span className="dl">
            {objective.previous === null
              ? t('noPrevious', { month })
              : t('previous', { month, score: format.score(objective.previous) })}{' '}
            <Change change={objective.change} coloured />
          </span>
        </div>
      </div>
      <CalculationSection
        map={map}
        objective={objective}
        place={place}
        opened={opened?.key}
        onOpen={(key) => setIndicator(key)}
      />
      {opened && <EvidenceSection map={map} indicator={opened} place={place} />}
      <TasksSection objective={objective} />
      <TrendSection map={map} nodeKey={objective.nodeKey} />
      <CausesSection map={map} chosen={chosen} onChoose={onChoose} />
      <ChildrenSection map={map} place={place} />
      <div className="sm-act h-noprint">
        <ButtonLink variant="pri" icon="chart" href={paths.score(agency, objective.nodeKey, place.search)}>
          {t('why')}
        </ButtonLink>
      </div>
    </aside>
  )
}
