import { Button, Dialog, ErrorState, Skeleton, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type PersonLine, type Schedule, scopeWord, useRecordAct } from '../api.ts'
import { dayOf, timeOf } from '../lib/days.ts'
import { scheduleWords } from '../schedule-words.ts'
import { recordWords } from '../words.ts'
import { Changes } from './history.tsx'
import { ReasonDialog } from './reason-dialog.tsx'
import { ScheduleForm } from './schedule-form.tsx'
import { TaskLinks } from './task-links.tsx'

interface ScheduleDialogProps {
  readonly scheduleId: string
  readonly onClose: () => void
}

/** One entry whole: what, who, tasks, result, history, and what the actor may do with it. */
export function ScheduleDialog({ scheduleId, onClose }: ScheduleDialogProps) {
  const t = useWords(scheduleWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const query = useQuery(trpc.record.schedule.queryOptions({ scheduleId }))
  const [act, setAct] = useState<'edit' | 'result' | 'cancel'>()
  const close = () => setAct(undefined)
  const entry = query.data
  if (entry && act === 'edit') return <ScheduleForm entry={entry} day={dayOf(entry.startsAt)} onClose={close} />
  if (entry && act === 'result') return <ResultDialog entry={entry} onClose={close} />
  if (entry && act === 'cancel') return <CancelDialog entry={entry} onClose={close} />
  return (
    <Dialog
      title={entry?.title ?? t('what')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        entry && (
          <>
            {entry.can.edit && (
              <>
                <Button icon="close" onPress={() => setAct('cancel')}>
                  {t('cancelIt')}
                </Button>
                <Button onPress={() => setAct('edit')}>{t('edit')}</Button>
              </>
            )}
            {entry.can.result && (
              <Button variant="pri" icon="check" onPress={() => setAct('result')}>
                {t('writeResult')}
              </Button>
            )}
          </>
        )
      }
    >
      {entry ? (
        <Whole entry={entry} />
      ) : query.error ? (
        <ErrorState what={t('what')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={6} />
      )}
    </Dialog>
  )
}

function Whole({ entry }: { readonly entry: Schedule }) {
  const t = useWords(scheduleWords)
  const tr = useWords(recordWords)
  const text = useText()
  const format = useFormat()
  const who = (one: PersonLine) => [one.name, one.title && text(one.title)].filter(Boolean).join(' ')
  const end = entry.endsAt
  const when = entry.allDay
    ? `${format.date(entry.startsAt, 'full')} ${t('allDay')}`
    : `${format.date(entry.startsAt, 'full')} ${timeOf(entry.startsAt)}` +
      (end === null
        ? ''
        : ` – ${dayOf(end) === dayOf(entry.startsAt) ? '' : `${format.date(end, 'day')} `}${timeOf(end)}`)
  return (
    <>
      {entry.status === 'cancelled' && (
        <p>
          <Tag tone="red">{t('cancelled')}</Tag>
        </p>
      )}
      <dl className="r-facts">
        <dt>{t('when')}</dt>
        <dd>{when}</dd>
        <dt>{t('place')}</dt>
        <dd>{entry.place ?? '—'}</dd>
        <dt>{t('owner')}</dt>
        <dd>
          {who(entry.person)} · {text(entry.unit.name)}
        </dd>
        <dt>{t('participants')}</dt>
        <dd>{entry.participants.length > 0 ? entry.participants.map(who).join(', ') : '—'}</dd>
        <dt>{tr('tasks')}</dt>
        <dd>
          <TaskLinks tasks={entry.tasks} />
        </dd>
        <dt>{tr('scope')}</dt>
        <dd>{scopeWord(entry.scope, tr)}</dd>
        {entry.note && (
          <>
            <dt>{t('note')}</dt>
            <dd className="h-prose">{entry.note}</dd>
          </>
        )}
        <dt>{t('result')}</dt>
        <dd className={entry.result === null ? 'h-muted' : 'h-prose'}>{entry.result ?? t('noResult')}</dd>
      </dl>
      <details className="r-more">
        <summary>{tr('history')}</summary>
        <Changes changes={entry.changes} />
      </details>
    </>
  )
}

interface ActProps {
  readonly entry: Schedule
  readonly onClose: () => void
}

function ResultDialog({ entry, onClose }: ActProps) {
  const t = useWords(scheduleWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.record.recordScheduleResult.mutationOptions(useRecordAct(onClose)))
  return (
    <ReasonDialog
      title={t('writeResult')}
      lead={t('resultHint')}
      label={t('result')}
      maxLength={4000}
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(result) => act.mutate({ scheduleId: entry.id, version: entry.version, result })}
    />
  )
}

function CancelDialog({ entry, onClose }: ActProps) {
  const t = useWords(scheduleWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.record.cancelSchedule.mutationOptions(useRecordAct(onClose)))
  return (
    <ReasonDialog
      title={t('cancelIt')}
      lead={t('cancelLead')}
      danger
      isPending={act.isPending}
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ scheduleId: entry.id, version: entry.version, reason })}
    />
  )
}
