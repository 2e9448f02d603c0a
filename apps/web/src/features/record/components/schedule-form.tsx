import { Button, Checkbox, Dialog, Select, TextArea, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type PersonLine, type Schedule, type Scope, scopeOptions, useRecordAct } from '../api.ts'
import { addDays, type Day, dayOf, momentOf, startOf, timeOf } from '../lib/days.ts'
import { scheduleWords } from '../schedule-words.ts'
import { recordWords } from '../words.ts'
import { type Moment, MomentField } from './moment-field.tsx'
import { PeopleField } from './people-field.tsx'
import { TaskField } from './task-field.tsx'

interface ScheduleFormProps {
  /** The entry to change; without it a new one on `day`. */
  readonly entry?: Schedule | undefined
  readonly day: Day
  readonly onClose: () => void
}

/** A new calendar entry, or a changed one. */
export function ScheduleForm({ entry, day, onClose }: ScheduleFormProps) {
  const t = useWords(scheduleWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const [title, setTitle] = useState(entry?.title ?? '')
  const [from, setFrom] = useState<Moment>(momentIn(entry?.startsAt, { day, time: '09:00' }))
  const [to, setTo] = useState<Moment>(momentIn(entry?.endsAt ?? undefined, { day, time: entry ? '' : '10:00' }))
  const [allDay, setAllDay] = useState(entry?.allDay ?? false)
  const [place, setPlace] = useState(entry?.place ?? '')
  const [note, setNote] = useState(entry?.note ?? '')
  const [people, setPeople] = useState<readonly PersonLine[]>(entry?.participants ?? [])
  const [tasks, setTasks] = useState(entry?.tasks ?? [])
  const [scope, setScope] = useState<Scope>(entry?.scope ?? 'unit')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const options = useRecordAct(onClose)
  const create = useMutation(trpc.record.createSchedule.mutationOptions(options))
  const edit = useMutation(trpc.record.editSchedule.mutationOptions(options))
  const startsAt = allDay ? startOf(from.day) : momentOf(from.day, from.time)
  const endsAt = allDay ? startOf(addDays(to.day || from.day, 1)) : to.time === '' ? null : momentOf(to.day, to.time)
  const order = startsAt !== undefined && endsAt ? endsAt > startsAt : true
  const save = () => {
    setTried(true)
    if (title.trim() === '' || startsAt === undefined || endsAt === undefined || !order) return
    const content = {
      title: title.trim(),
      startsAt,
      endsAt,
      allDay,
      place: place.trim() || null,
      note: note.trim() || null,
      participantIds: people.map((one) => one.id),
      taskCardIds: tasks.map((one) => one.id),
      scope,
    }
    if (entry) edit.mutate({ scheduleId: entry.id, version: entry.version, ...content })
    else create.mutate({ ...content, idempotencyKey: key })
  }
  const isPending = create.isPending || edit.isPending
  const wrong = (value: string | null | undefined) => (tried && value === undefined ? tr('wrongTime') : undefined)
  return (
    <Dialog
      title={entry ? t('edit') : t('add')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {tr('cancel')}
          </Button>
          <Button variant="pri" isPending={isPending} onPress={save}>
            {tr('save')}
          </Button>
        </>
      }
    >
      <div className="r-form">
        <TextField
          label={t('name')}
          maxLength={200}
          value={title}
          onChange={setTitle}
          error={tried && title.trim() === '' ? tr('required') : undefined}
        />
        <div className="r-two">
          <MomentField label={t('starts')} value={from} onChange={setFrom} dayOnly={allDay} error={wrong(startsAt)} />
          <MomentField
            label={t('ends')}
            value={to}
            onChange={setTo}
            dayOnly={allDay}
            error={tried && !order ? tr('wrongOrder') : wrong(endsAt)}
          />
        </div>
        <Checkbox isSelected={allDay} onChange={setAllDay}>
          {t('allDay')}
        </Checkbox>
        <TextField label={t('place')} optional maxLength={200} value={place} onChange={setPlace} />
        <TextArea label={t('note')} optional rows={3} maxLength={4000} value={note} onChange={setNote} />
        <PeopleField label={t('participants')} value={people} onChange={setPeople} />
        <TaskField value={tasks} onChange={setTasks} />
        <Select label={tr('scope')} value={scope} onChange={setScope} options={scopeOptions(tr)} />
      </div>
    </Dialog>
  )
}

function momentIn(at: string | undefined, otherwise: Moment): Moment {
  return at === undefined ? otherwise : { day: dayOf(at), time: timeOf(at) }
}
