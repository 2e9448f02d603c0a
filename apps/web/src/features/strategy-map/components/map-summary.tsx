import { Note, SegmentedToggle, SignalLight, StatusMark, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { monthInstant, type StrategyMap } from '../lib/model.ts'
import type { MapPlace, usePlace } from '../lib/use-place.ts'
import { mapWords } from '../words.ts'
import { Change } from './change.tsx'

/** The unit's total, what the strategy is for, and how many objectives stand at each light. */
export function MapSummary({ map }: { readonly map: StrategyMap }) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const month = format.date(monthInstant(map.previousPeriodKey), 'monthOnly')
  const { total, thresholds, counts } = map
  return (
    <>
      <div className="sm-mh">
        <div className="sm-tot">
          <span className="n" data-none={total.score === null || undefined}>
            {format.score(total.score)}
          </span>
          <span>
            {total.score !== null && <StatusMark signal={total.signal} />}
            <small>
              {t('total')} {map.period.state === 'closed' && <Tag>{t('periodClosed')}</Tag>} ·{' '}
              {total.previous === null
                ? t('noPrevious', { month })
                : t('previous', { month, score: format.score(total.previous) })}{' '}
              <Change change={total.change} />
            </small>
          </span>
        </div>
        <p className="sm-mis">
          <b>{text(map.strategy.vision)}</b>
          <br />
          {text(map.strategy.mission)}
        </p>
      </div>
      <div className="sm-lg">
        <span>
          <SignalLight signal="green" />
          {t('greenFrom', { n: thresholds.green })} <b>{counts.green}</b>
        </span>
        <span>
          <SignalLight signal="yellow" />
          {t('yellowFrom', { n: thresholds.yellow })} <b>{counts.yellow}</b>
        </span>
        <span>
          <SignalLight signal="red" />
          {t('redBelow', { n: thresholds.yellow })} <b>{counts.red}</b>
        </span>
        <span>
          <SignalLight signal="none" />
          {t('none')} <b>{counts.none}</b>
        </span>
      </div>
    </>
  )
}

export interface AsOfNoteProps {
  readonly place: MapPlace
  readonly change: ReturnType<typeof usePlace>[1]
}

/** Says that the past is shown, and which knowledge: what was known then or what is known now of then. */
export function AsOfNote({ place, change }: AsOfNoteProps) {
  const t = useWords(mapWords)
  const format = useFormat()
  if (!place.asOf) return null
  return (
    <div className="h-card-body">
      <Note tone="amber">
        <span className="h-row">
          {t('asOfNote', { date: format.date(`${place.asOf}T12:00:00+09:00`, 'full') })}
          <SegmentedToggle
            label={t('known')}
            value={place.known ?? 'then'}
            onChange={(known) => change({ known })}
            options={[
              { id: 'then', label: t('knownThen') },
              { id: 'now', label: t('knownNow') },
            ]}
          />
        </span>
      </Note>
    </div>
  )
}
