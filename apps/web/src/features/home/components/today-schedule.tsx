import { Card, EmptyState, Link as MoreLink, Tag, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { addDays, dayOf, startOf, timeOf } from '../../record/lib/days.ts'
import { scheduleWords } from '../../record/schedule-words.ts'
import '../today.css'

/** Today's entries of my calendar; each opens in the calendar. */
export function TodaySchedule() {
  const t = useWords(scheduleWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const today = dayOf()
  const span = { from: startOf(today), to: startOf(addDays(today, 1)) }
  const query = useQuery(trpc.record.schedules.queryOptions({ ...span, view: 'mine' }))
  return (
    <Card
      title={t('todayTitle')}
      more={
        <MoreLink more href={paths.schedule(agency)}>
          {t('toSchedule')}
        </MoreLink>
      }
    >
      <QueryPanel query={query} what={t('what')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState icon="calendar" title={t('todayNone')}>
              {t('todayNoneText')}
            </EmptyState>
          ) : (
            <ol className="ho-today">
              {rows.map((row) => (
                <li key={row.id}>
                  <Link href={paths.schedule(agency, { event: row.id })}>
                    <time dateTime={row.startsAt}>{row.allDay ? t('allDay') : timeOf(row.startsAt)}</time>
                    <span>
                      <b data-cancelled={row.status === 'cancelled' || undefined}>{row.title}</b>
                      {row.status === 'cancelled' && <Tag tone="red">{t('cancelled')}</Tag>}
                      {row.place && <small>{row.place}</small>}
                    </span>
                  </Link>
                </li>
              ))}
            </ol>
          )
        }
      </QueryPanel>
    </Card>
  )
}
