import { Button, Card, EmptyState, PageHead, SegmentedToggle, Stepper, useFormat, useWords } from '@harmony/ui'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { downloadExcel } from '../../../lib/excel.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { ScheduleLine } from '../api.ts'
import { ScheduleDialog } from '../components/schedule-dialog.tsx'
import { ScheduleForm } from '../components/schedule-form.tsx'
import { WeekGrid } from '../components/week-grid.tsx'
import { addDays, type Day, dayOf, isDay, mondayOf, startOf } from '../lib/days.ts'
import { planDays } from '../lib/week.ts'
import '../record.css'
import '../schedule.css'
import { scheduleWords } from '../schedule-words.ts'
import { recordWords } from '../words.ts'

interface Place {
  readonly day: Day
  readonly view: 'week' | 'day'
  readonly who: 'mine' | 'unit'
  /** The entry that is open. */
  readonly event: string | undefined
}

/** `/<agency>/schedule`: a week or a day, mine or my unit's; all of it in the address. */
export function SchedulePage() {
  return (
    <OfficerOnly>
      <Calendar />
    </OfficerOnly>
  )
}

function Calendar() {
  const t = useWords(scheduleWords)
  const tr = useWords(recordWords)
  const format = useFormat()
  const trpc = useTRPC()
  const session = useSession()
  const [place, go] = usePlace()
  const [adding, setAdding] = useState<Day>()
  const first = place.view === 'week' ? mondayOf(place.day) : place.day
  const length = place.view === 'week' ? 7 : 1
  const span = { from: startOf(first), to: startOf(addDays(first, length)) }
  const query = useQuery(
    trpc.record.schedules.queryOptions({ ...span, view: place.who }, { placeholderData: keepPreviousData }),
  )
  useLiveQueries(session.personId === null ? [] : [`inbox:${session.personId}`], [trpc.record.pathKey()])
  const plans = useMemo(() => {
    const days = Array.from({ length }, (_, i) => addDays(first, i))
    return planDays(days, query.data?.rows ?? [])
  }, [first, length, query.data])
  const name = (day: Day) => format.date(startOf(day), 'day')
  const period = length === 1 ? name(first) : t('headline', { from: name(first), to: name(addDays(first, length - 1)) })
  usePageTitle(`${t('title')} ${period}`)
  const exportRows = useExport()
  const rows = query.data?.rows ?? []
  return (
    <>
      <PageHead
        title={period}
        above={<p className="h-muted h-xs">{t('title')}</p>}
        actions={
          <>
            <Button icon="excel" isDisabled={rows.length === 0} onPress={() => void exportRows(rows)}>
              {tr('export')}
            </Button>
            <Button variant="pri" icon="plus" onPress={() => setAdding(place.day)}>
              {t('add')}
            </Button>
          </>
        }
      />
      <div className="s-bar h-noprint">
        <SegmentedToggle
          label={t('whose')}
          value={place.who}
          onChange={(who) => go({ who })}
          options={[
            { id: 'mine', label: t('mine') },
            { id: 'unit', label: t('unit') },
          ]}
        />
        <SegmentedToggle
          label={t('viewAs')}
          value={place.view}
          onChange={(view) => go({ view })}
          options={[
            { id: 'week', label: t('week') },
            { id: 'day', label: t('day') },
          ]}
        />
        <Stepper
          label={t('period')}
          value={length === 1 ? name(first) : t('headline', { from: name(first), to: name(addDays(first, 6)) })}
          prevLabel={t('previous')}
          nextLabel={t('next')}
          onPrev={() => go({ day: addDays(place.day, -length) })}
          onNext={() => go({ day: addDays(place.day, length) })}
        />
        <Button onPress={() => go({ day: dayOf() })}>{t('today')}</Button>
      </div>
      <Card>
        <QueryPanel query={query} what={t('what')} lines={10}>
          {() => (
            <>
              <WeekGrid
                plans={plans}
                named={place.who === 'unit'}
                dayHref={(day) => place.href({ day, view: 'day' })}
                onOpen={(event) => go({ event })}
                onAdd={setAdding}
              />
              {rows.length === 0 && (
                <EmptyState icon="calendar" title={t('nothingWeek')}>
                  {t('nothingWeekText')}
                </EmptyState>
              )}
            </>
          )}
        </QueryPanel>
      </Card>
      {adding !== undefined && <ScheduleForm day={adding} onClose={() => setAdding(undefined)} />}
      {place.event !== undefined && (
        <ScheduleDialog scheduleId={place.event} onClose={() => go({ event: undefined })} />
      )}
    </>
  )
}

/** Where the calendar stands, read from and written to the address. */
function usePlace() {
  const agency = useAgency()
  const { history } = useRouter()
  const search = useSearch({ strict: false })
  const place: Place = {
    day: isDay(search.day) ? search.day : dayOf(),
    view: search.view === 'day' ? 'day' : 'week',
    who: search.who === 'unit' ? 'unit' : 'mine',
    event: search.event,
  }
  const href = (change: Partial<Place>) => {
    const next = { ...place, ...change }
    return paths.schedule(agency, {
      day: next.day === dayOf() ? undefined : next.day,
      view: next.view === 'day' ? 'day' : undefined,
      who: next.who === 'unit' ? 'unit' : undefined,
      event: next.event,
    })
  }
  return [{ ...place, href }, (change: Partial<Place>) => history.push(href(change))] as const
}

function useExport() {
  const t = useWords(scheduleWords)
  return (rows: readonly ScheduleLine[]) =>
    downloadExcel({
      name: t('sheet'),
      header: [t('starts'), t('ends'), t('name'), t('place'), t('person'), t('state')],
      rows: rows.map((row) => [
        new Date(row.startsAt),
        row.endsAt === null ? null : new Date(row.endsAt),
        row.title,
        row.place,
        row.person.name,
        row.status === 'cancelled' ? t('cancelled') : row.hasResult ? t('hasResult') : t('planned'),
      ]),
    })
}
