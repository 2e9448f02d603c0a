import {
  Breadcrumb,
  Button,
  ComboBox,
  DateField,
  PageHead,
  SegmentedToggle,
  Stepper,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { currentMonth, monthInstant, type StrategyMap, shiftMonth } from '../lib/model.ts'
import type { MapPlace, usePlace } from '../lib/use-place.ts'
import { mapWords } from '../words.ts'
import { PeriodActions } from './period-actions.tsx'

export interface MapHeadProps {
  readonly map: StrategyMap | undefined
  readonly place: MapPlace
  readonly change: ReturnType<typeof usePlace>[1]
}

/** Title and path, then unit, past day, month, view and print. */
export function MapHead({ map, place, change }: MapHeadProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const period = map?.period.key ?? place.periodKey ?? place.asOf?.slice(0, 7) ?? currentMonth()
  const units = useQuery(trpc.performance.scores.queryOptions({ periodKey: period }))
  const options = (units.data ?? []).map((unit) => ({
    id: unit.id,
    label: text(unit.name),
    hint: format.score(unit.score),
  }))
  return (
    <PageHead
      title={t('title')}
      above={
        map && (
          <Breadcrumb
            items={map.path.map((unit, index) =>
              index === map.path.length - 1
                ? { label: text(unit.name) }
                : { label: text(unit.name), href: paths.strategyMap(agency, { ...place.search, unit: unit.id }) },
            )}
          />
        )
      }
      actions={
        <div className="h-row sm-acts">
          {options.length > 1 && (
            <div className="sm-unit">
              <ComboBox
                label={t('findUnit')}
                hideLabel
                size="md"
                options={options}
                value={map?.unit.id ?? null}
                onChange={(unit) => change({ unit })}
                placeholder={t('findUnit')}
              />
            </div>
          )}
          <div className="sm-asof">
            <DateField
              label={t('asOf')}
              size="md"
              value={place.asOf ?? ''}
              max={new Date().toISOString().slice(0, 10)}
              onChange={(asOf) => change({ asOf: asOf || undefined, period: undefined })}
            />
            {place.asOf && (
              <Button size="md" icon="undo" onPress={() => change({ asOf: undefined, known: undefined })}>
                {t('asOfClear')}
              </Button>
            )}
          </div>
          <Stepper
            label={t('period')}
            value={format.date(monthInstant(period), 'month')}
            prevLabel={t('prevMonth')}
            nextLabel={t('nextMonth')}
            onPrev={() => change({ period: shiftMonth(period, -1), asOf: undefined })}
            onNext={
              period < currentMonth() ? () => change({ period: shiftMonth(period, 1), asOf: undefined }) : undefined
            }
          />
          <SegmentedToggle
            label={t('view')}
            value={place.view}
            onChange={(view) => change({ view: view === 'table' ? view : undefined })}
            options={[
              { id: 'map', label: t('map') },
              { id: 'table', label: t('table') },
            ]}
          />
          {map && <PeriodActions map={map} />}
          <span className="sm-print">
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </span>
        </div>
      }
    />
  )
}
