import { Card, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { useSession } from '../../../lib/session.tsx'
import type { Meeting } from '../api.ts'
import { dayOf, timeOf } from '../lib/days.ts'
import { resultWord } from '../lib/meeting-state.ts'
import { useMoment } from '../lib/use-moment.ts'
import { meetingWords } from '../meeting-words.ts'
import { TaskLinks } from './task-links.tsx'

/** The meeting as its minutes read: 명칭·기관·일시·장소·참석·배석·순서, then item by item. */
export function MeetingMinutes({ meeting }: { readonly meeting: Meeting }) {
  const t = useWords(meetingWords)
  const text = useText()
  const format = useFormat()
  const moment = useMoment()
  const slug = useAgency()
  const agency = useSession().agencies.find((one) => one.slug === slug)
  const names = (role: Meeting['people'][number]['role']) =>
    meeting.people
      .filter((one) => one.role === role)
      .map((one) => [one.unit && text(one.unit), one.title && text(one.title), one.name].filter(Boolean).join(' '))
  const chair = meeting.people.find((one) => one.role === 'chair')?.name ?? '—'
  const recorder = meeting.people.find((one) => one.role === 'recorder')?.name ?? '—'
  const end = meeting.endsAt
  const rows: [string, string][] = [
    [t('name'), meeting.name],
    [t('agency'), [agency && text(agency.name), text(meeting.unit.name)].filter(Boolean).join(' ')],
    [
      t('when'),
      `${format.date(meeting.startsAt, 'full')} ${timeOf(meeting.startsAt)}` +
        (end === null
          ? ''
          : ` – ${dayOf(end) === dayOf(meeting.startsAt) ? '' : `${format.date(end, 'day')} `}${timeOf(end)}`),
    ],
    [t('place'), meeting.place],
    [t('chair'), names('chair').join(', ')],
    [t('recorder'), names('recorder').join(', ')],
    [t('attendees'), names('attendee').join(', ') || '—'],
    [t('observers'), names('observer').join(', ') || '—'],
  ]
  return (
    <>
      <Card title={t('minutesTitle')} padded>
        <dl className="r-facts">
          {rows.map(([label, value]) => (
            <div key={label} className="r-pair">
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {meeting.procedure && (
            <div className="r-pair">
              <dt>{t('procedure')}</dt>
              <dd className="h-prose">{meeting.procedure}</dd>
            </div>
          )}
        </dl>
      </Card>
      <Card title={t('agenda')}>
        {meeting.agenda.map((item) => (
          <Item key={item.id} item={item} held={meeting.status === 'held' || meeting.status === 'confirmed'} />
        ))}
      </Card>
      <div className="r-sign">
        {meeting.confirmedAt && <p>{t('confirmed', { at: moment(meeting.confirmedAt), name: chair })}</p>}
        <p>{t('signRecorder', { name: recorder })}</p>
        <p>{t('signChair', { name: chair })}</p>
      </div>
    </>
  )
}

function Item({ item, held }: { readonly item: Meeting['agenda'][number]; readonly held: boolean }) {
  const t = useWords(meetingWords)
  const text = useText()
  const result = item.result && resultWord(item.result, t)
  const { presenter } = item
  return (
    <article className="r-item">
      <h3>
        <span>{item.position}.</span>
        <span>{item.title}</span>
        {result && <Tag tone={result.tone}>{result.text}</Tag>}
      </h3>
      {presenter && (
        <p className="h-muted h-xs">
          {t('presenter')}: {[presenter.unit && text(presenter.unit), presenter.name].filter(Boolean).join(' ')}
        </p>
      )}
      <TaskLinks tasks={item.tasks} />
      {held && (
        <dl className="r-facts">
          <div className="r-pair">
            <dt>{t('remarks')}</dt>
            <dd className={item.remarks ? 'h-prose' : 'h-muted'}>{item.remarks ?? t('notYet')}</dd>
          </div>
          <div className="r-pair">
            <dt>{t('decision')}</dt>
            <dd className={item.decision ? 'h-prose' : 'h-muted'}>{item.decision ?? t('notYet')}</dd>
          </div>
        </dl>
      )}
    </article>
  )
}
