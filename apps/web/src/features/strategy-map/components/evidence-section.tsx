import { Link, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { Objective, StrategyMap } from '../lib/model.ts'
import { isBroken, useEvidenceValue } from '../lib/use-evidence-value.ts'
import type { MapPlace } from '../lib/use-place.ts'
import { mapWords } from '../words.ts'
import { EvidenceRecord } from './evidence-record.tsx'

export interface EvidenceSectionProps {
  readonly map: StrategyMap
  readonly indicator: Objective['indicators'][number]
  readonly place: MapPlace
}

const SHOWN = 5

/** The newest records behind an indicator; each opens the petition, document or task it came from. */
export function EvidenceSection({ map, indicator, place }: EvidenceSectionProps) {
  const t = useWords(mapWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const valueText = useEvidenceValue()
  const explained = useQuery(
    trpc.performance.explain.queryOptions({
      ...place.input,
      unitId: map.unit.id,
      nodeKey: indicator.nodeKey,
      limit: SHOWN,
    }),
  )
  const name = text(indicator.name)
  return (
    <section>
      <h3>
        {t('evidence')} <small>{name}</small>
        <Link href={paths.score(agency, indicator.nodeKey, { ...place.search, unit: map.unit.id })}>
          {t('allEvidence')}
        </Link>
      </h3>
      <QueryPanel query={explained} what={t('evidenceOf', { name })} lines={3}>
        {({ evidence }) => {
          if (!evidence) return <p className="sm-note">{t('evidenceHidden')}</p>
          if (evidence.lines.length === 0) return <p className="sm-note">{t('noData')}</p>
          return (
            <ul className="sm-ev">
              {evidence.lines.map((record) => (
                <li key={record.id} data-long={record.subjectType !== 'petition' || undefined}>
                  <i className="h-sq" data-bad={isBroken(record) || undefined} aria-hidden="true" />
                  <EvidenceRecord line={record} petition={valueText(record.source, record.value)} look="quiet" />
                  <span className="s">
                    {record.subjectType === 'petition' ? '' : `${valueText(record.source, record.value)} · `}
                    {record.unitName ? `${text(record.unitName)} · ` : ''}
                    {format.date(record.occurredAt, 'moment')}
                  </span>
                </li>
              ))}
            </ul>
          )
        }}
      </QueryPanel>
    </section>
  )
}
