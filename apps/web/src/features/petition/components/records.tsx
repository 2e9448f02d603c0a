import { Card, DataTable, useFormat, useText, useWords } from '@harmony/ui'
import { failureText } from '../../../lib/errors.ts'
import { type OfficerPetition, stepWord } from '../api.ts'
import { resultText } from '../result-fields.ts'
import { petitionWords } from '../words.ts'

interface PetitionProps {
  readonly petition: OfficerPetition
}

/** Each step with who, when and why, newest first. */
export function HistoryCard({ petition }: PetitionProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const format = useFormat()
  // Receipt and first assignment are the process's own, though they ride on the citizen's act.
  const automatic = (step: OfficerPetition['steps'][number]) =>
    (step.kind === 'received' || step.kind === 'assigned') && step.actor.kind !== 'officer'
  const actor = (step: OfficerPetition['steps'][number]) =>
    automatic(step)
      ? t('system')
      : (step.actor.name ?? t(step.actor.kind === 'citizen' || step.actor.kind === 'guest' ? 'citizen' : 'system'))
  const steps = [...petition.steps].sort((a, b) => (a.at === b.at ? (a.id < b.id ? 1 : -1) : a.at < b.at ? 1 : -1))
  return (
    <Card title={t('history')} padded>
      <ol className="p-steps">
        {steps.map((step) => (
          <li key={step.id}>
            <time dateTime={step.at}>{format.date(step.at, 'moment')}</time>
            <span>
              <b>{step.task ?? stepWord(step.kind, t)}</b> · {actor(step)}
              {step.unit && ` · ${text(step.unit.name)}`}
              {step.kind !== 'task-completed' &&
                step.person &&
                step.person.name !== step.actor.name &&
                ` → ${step.person.name}`}
            </span>
            {Object.entries(step.result).map(([name, value]) => (
              <small key={name}>{resultText(name, value, t)}</small>
            ))}
            {step.reason && <small>{step.reason}</small>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** The statutory clock, day by day. */
export function ClockCard({ petition }: PetitionProps) {
  const t = useWords(petitionWords)
  const format = useFormat()
  const { clock } = petition
  type Day = (typeof clock.trace)[number]
  const counted = (day: Day) => {
    if (!day.counted) return '—'
    return clock.basis === 'hours'
      ? t('clockMinutes', { n: format.number(day.minutes / 60, 1) })
      : t('clockDays', { n: 1 })
  }
  const why = (day: Day) => {
    const reason = failureText({ code: day.reasonKey, field: null, params: {} }, format.locale)
    return [day.name, reason, day.due ? t('clockDue') : ''].filter(Boolean).join(' · ')
  }
  const elapsed =
    clock.basis === 'hours'
      ? t('clockMinutes', { n: format.number(clock.elapsedMinutes / 60, 1) })
      : t('clockDays', { n: clock.elapsedDays })
  return (
    <Card title={t('clock')}>
      <p className="h-card-body h-muted h-xs">{t('clockLead', { elapsed })}</p>
      <div className="p-trace">
        <DataTable
          caption={t('clock')}
          rows={clock.trace}
          rowKey={(row) => row.date}
          columns={[
            {
              id: 'date',
              header: t('date'),
              cell: (row) => format.date(`${row.date}T00:00:00+09:00`, 'day'),
              rowHeader: true,
            },
            { id: 'counted', header: t('counted'), numeric: true, cell: (row) => counted(row) },
            { id: 'note', header: t('why'), cell: (row) => why(row) },
          ]}
        />
      </div>
    </Card>
  )
}

/** What the citizen thought of it. */
export function RatingCard({ petition }: PetitionProps) {
  const t = useWords(petitionWords)
  const format = useFormat()
  const rating = petition.ratings.at(-1)
  if (rating === undefined) return null
  return (
    <Card
      title={t('rating')}
      aside={<span className="h-xs h-muted">{t('ratedAt', { at: format.date(rating.ratedAt, 'moment') })}</span>}
      padded
    >
      <dl className="p-rating">
        {(['promptness', 'kindness', 'attitude', 'overall'] as const).map((item) => (
          <div key={item}>
            <dt className="h-xs h-muted">{t(item)}</dt>
            <dd>
              <b>{rating[item]}</b>
            </dd>
          </div>
        ))}
      </dl>
      {rating.comment && <p className="p-body">“{rating.comment}”</p>}
    </Card>
  )
}

/** Supplements asked for and transfers between agencies. */
export function SideMatters({ petition }: PetitionProps) {
  return (
    <>
      {petition.supplements.length > 0 && <Supplements petition={petition} />}
      {petition.transfers.length > 0 && <Transfers petition={petition} />}
    </>
  )
}

function Supplements({ petition }: PetitionProps) {
  const t = useWords(petitionWords)
  const format = useFormat()
  const state = (one: OfficerPetition['supplements'][number]) =>
    one.status === 'open'
      ? t('supplementOpen', { date: format.date(one.until, 'day') })
      : one.status === 'submitted' && one.submittedAt
        ? t('supplementSubmitted', { date: format.date(one.submittedAt, 'day') })
        : t('supplementLapsed')
  return (
    <Card title={t('supplements')} padded>
      <ol className="p-steps">
        {petition.supplements.map((one) => (
          <li key={one.id}>
            <time dateTime={one.requestedAt}>{format.date(one.requestedAt, 'moment')}</time>
            <span>
              {one.request} <b>{state(one)}</b>
            </span>
            {one.reply && <small>{one.reply}</small>}
          </li>
        ))}
      </ol>
    </Card>
  )
}

function Transfers({ petition }: PetitionProps) {
  const t = useWords(petitionWords)
  const text = useText()
  const format = useFormat()
  return (
    <Card title={t('transfers')} padded>
      <ol className="p-steps">
        {petition.transfers.map((one) => (
          <li key={`${one.sentAt}${one.direction}`}>
            <time dateTime={one.sentAt}>{format.date(one.sentAt, 'moment')}</time>
            <span>
              <b>{t(one.direction === 'out' ? 'transferOut' : 'transferIn', { agency: text(one.agency.name) })}</b>{' '}
              {one.status === 'sent'
                ? t('sent')
                : one.status === 'received'
                  ? t('receivedThere', { number: one.number ?? '' })
                  : t('refused', { why: one.refusal ?? '' })}
            </span>
            <small>{one.reason}</small>
          </li>
        ))}
      </ol>
    </Card>
  )
}
