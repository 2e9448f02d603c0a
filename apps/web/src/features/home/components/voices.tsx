import { Card, EmptyState, Tag, type Tone, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { homeWords } from '../words.ts'

const toneOf = (overall: number): Tone => (overall >= 4 ? 'green' : overall === 3 ? 'gray' : 'red')

/** What citizens said last; each opens its petition. */
export function Voices() {
  const t = useWords(homeWords)
  const text = useText()
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const voices = useQuery(trpc.customer.voices.queryOptions({ tone: 'all', limit: 5 }))
  return (
    <Card title={t('voices')} aside={<span className="h-xs h-muted">{t('fivePoint')}</span>}>
      <QueryPanel query={voices} what={t('voicesWhat')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="star" title={t('noVoices')}>
              {t('noVoicesText')}
            </EmptyState>
          ) : (
            <ul className="ho-list">
              {rows.map((voice) => (
                <li key={voice.ratingId}>
                  <div className="h">
                    <Link href={paths.petition(agency, voice.petitionId)}>{text(voice.service)}</Link>
                    <Tag tone={toneOf(voice.overall)}>{t('overall', { n: voice.overall })}</Tag>
                  </div>
                  {voice.comment && <p>{voice.comment}</p>}
                  <div className="m">
                    <span>{text(voice.unit.name)}</span>
                    <time dateTime={voice.ratedAt}>{format.date(voice.ratedAt, 'moment')}</time>
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </QueryPanel>
    </Card>
  )
}
