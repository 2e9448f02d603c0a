import { Button, Dialog, Select, TextField, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Meeting, type PersonLine, type Scope, scopeOptions, useRecordAct } from '../api.ts'
import { dayOf, momentOf, timeOf } from '../lib/days.ts'
import { meetingWords } from '../meeting-words.ts'
import { recordWords } from '../words.ts'
import { AgendaEditor, type DraftItem, draftOf, newItem } from './agenda-editor.tsx'
import { type Moment, MomentField } from './moment-field.tsx'
import { PeopleField } from './people-field.tsx'

interface MeetingFormProps {
  /** The meeting to change; without it a new one. */
  readonly meeting?: Meeting | undefined
  readonly onClose: () => void
}

/** Convenes a meeting, or changes one that was not held yet. */
export function MeetingForm({ meeting, onClose }: MeetingFormProps) {
  const t = useWords(meetingWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const people = (role: Meeting['people'][number]['role']): PersonLine[] =>
    (meeting?.people ?? []).filter((one) => one.role === role).map(({ personId: id, ...one }) => ({ id, ...one }))
  const [name, setName] = useState(meeting?.name ?? '')
  const [from, setFrom] = useState<Moment>(momentIn(meeting?.startsAt, { day: dayOf(), time: '10:00' }))
  const [to, setTo] = useState<Moment>(
    momentIn(meeting?.endsAt ?? undefined, { day: dayOf(meeting?.startsAt), time: meeting ? '' : '11:00' }),
  )
  const [place, setPlace] = useState(meeting?.place ?? '')
  const [chair, setChair] = useState<readonly PersonLine[]>(people('chair'))
  const [attendees, setAttendees] = useState<readonly PersonLine[]>(people('attendee'))
  const [observers, setObservers] = useState<readonly PersonLine[]>(people('observer'))
  const [drafts, setDrafts] = useState<readonly DraftItem[]>(meeting ? draftOf(meeting) : [newItem()])
  const [scope, setScope] = useState<Scope>(meeting?.scope ?? 'participants')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const act = useRecordAct(onClose)
  const plan = useMutation(
    trpc.record.planMeeting.mutationOptions({
      ...act,
      onSuccess: async ({ meetingId }) => {
        await act.onSuccess()
        history.push(paths.meeting(agency, meetingId))
      },
    }),
  )
  const edit = useMutation(trpc.record.editMeeting.mutationOptions(act))
  const startsAt = momentOf(from.day, from.time)
  const endsAt = to.time === '' ? null : momentOf(to.day || from.day, to.time)
  const order = startsAt !== undefined && endsAt ? endsAt > startsAt : true
  const save = () => {
    setTried(true)
    const chairId = chair[0]?.id
    const agenda = drafts.filter((item) => item.title.trim() !== '')
    const whole = name.trim() !== '' && place.trim() !== '' && agenda.length > 0 && order
    if (!whole || startsAt === undefined || endsAt === undefined || chairId === undefined) return
    const content = {
      name: name.trim(),
      startsAt,
      endsAt,
      place: place.trim(),
      chairId,
      attendeeIds: attendees.map((one) => one.id),
      observerIds: observers.map((one) => one.id),
      scope,
    }
    const items = agenda.map((item) => ({
      title: item.title.trim(),
      presenterId: item.presenter[0]?.id ?? null,
      taskCardIds: item.tasks.map((task) => task.id),
    }))
    if (meeting) {
      const standing = items.map((item, i) => ({ ...item, ...(agenda[i]?.id ? { id: agenda[i].id } : {}) }))
      edit.mutate({ meetingId: meeting.id, version: meeting.version, ...content, agenda: standing })
    } else plan.mutate({ ...content, agenda: items, idempotencyKey: key })
  }
  const isPending = plan.isPending || edit.isPending
  const missing = (words: string) => (tried && words.trim() === '' ? tr('required') : undefined)
  return (
    <Dialog
      title={meeting ? t('edit') : t('add')}
      size="lg"
      isOpen
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose} isDisabled={isPending}>
            {tr('cancel')}
          </Button>
          <Button variant="pri" isPending={isPending} onPress={save}>
            {meeting ? tr('save') : t('add')}
          </Button>
        </>
      }
    >
      <div className="r-form">
        <TextField label={t('name')} maxLength={200} value={name} onChange={setName} error={missing(name)} />
        <div className="r-two">
          <MomentField
            label={t('starts')}
            value={from}
            onChange={setFrom}
            error={tried && startsAt === undefined ? tr('wrongTime') : undefined}
          />
          <MomentField
            label={t('ends')}
            value={to}
            onChange={setTo}
            error={tried && !order ? tr('wrongOrder') : undefined}
          />
        </div>
        <TextField label={t('place')} maxLength={200} value={place} onChange={setPlace} error={missing(place)} />
        <PeopleField
          label={t('chair')}
          single
          value={chair}
          onChange={setChair}
          error={tried && chair.length === 0 ? t('needChair') : undefined}
        />
        <PeopleField label={t('attendees')} value={attendees} onChange={setAttendees} />
        <PeopleField label={t('observers')} value={observers} onChange={setObservers} />
        <AgendaEditor
          items={drafts}
          onChange={setDrafts}
          error={tried && drafts.every((item) => item.title.trim() === '') ? t('needItem') : undefined}
        />
        <Select label={tr('scope')} value={scope} onChange={setScope} options={scopeOptions(tr)} />
      </div>
    </Dialog>
  )
}

function momentIn(at: string | undefined, otherwise: Moment): Moment {
  return at === undefined ? otherwise : { day: dayOf(at), time: timeOf(at) }
}
