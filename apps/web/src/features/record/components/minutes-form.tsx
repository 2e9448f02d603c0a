import { Button, Card, Note, Select, TextArea, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Meeting, type PersonLine, useRecordAct } from '../api.ts'
import { AGENDA_RESULTS, resultWord } from '../lib/meeting-state.ts'
import { meetingWords } from '../meeting-words.ts'
import { recordWords } from '../words.ts'
import { PeopleField } from './people-field.tsx'

interface MinutesFormProps {
  readonly meeting: Meeting
  readonly onClose: () => void
}

type Item = Meeting['agenda'][number]

/** The minutes while they are written: who was there, the order, and of each item what was said and decided. */
export function MinutesForm({ meeting, onClose }: MinutesFormProps) {
  const t = useWords(meetingWords)
  const tr = useWords(recordWords)
  const trpc = useTRPC()
  const people = (role: 'attendee' | 'observer'): PersonLine[] =>
    meeting.people.filter((one) => one.role === role).map(({ personId: id, ...one }) => ({ id, ...one }))
  const [attendees, setAttendees] = useState<readonly PersonLine[]>(people('attendee'))
  const [observers, setObservers] = useState<readonly PersonLine[]>(people('observer'))
  const [procedure, setProcedure] = useState(meeting.procedure ?? '')
  const [items, setItems] = useState<readonly Item[]>(meeting.agenda)
  const [tried, setTried] = useState(false)
  const act = useMutation(trpc.record.writeMinutes.mutationOptions(useRecordAct(onClose)))
  const set = (id: string, change: Partial<Item>) =>
    setItems(items.map((item) => (item.id === id ? { ...item, ...change } : item)))
  const save = () => {
    setTried(true)
    if (procedure.trim() === '') return
    act.mutate({
      meetingId: meeting.id,
      version: meeting.version,
      attendeeIds: attendees.map((one) => one.id),
      observerIds: observers.map((one) => one.id),
      procedure: procedure.trim(),
      items: items.map(({ id, remarks, result, decision }) => ({
        id,
        remarks: remarks?.trim() || null,
        result,
        decision: decision?.trim() || null,
      })),
    })
  }
  return (
    <Card title={t('minutesTitle')} padded>
      <div className="r-form">
        <Note>{t('minutesSaved')}</Note>
        <PeopleField label={t('attendees')} value={attendees} onChange={setAttendees} />
        <PeopleField label={t('observers')} value={observers} onChange={setObservers} />
        <TextArea
          label={t('procedure')}
          rows={3}
          maxLength={4000}
          value={procedure}
          onChange={setProcedure}
          error={tried && procedure.trim() === '' ? tr('required') : undefined}
        />
        {items.map((item, index) => (
          <fieldset key={item.id} className="r-agenda">
            <legend className="h-label">
              {t('item', { n: index + 1 })} {item.title}
            </legend>
            <TextArea
              label={t('remarks')}
              rows={4}
              maxLength={8000}
              value={item.remarks ?? ''}
              onChange={(remarks) => set(item.id, { remarks })}
            />
            <Select
              label={t('result')}
              value={item.result}
              onChange={(result) => set(item.id, { result })}
              options={AGENDA_RESULTS.map((id) => ({ id, label: resultWord(id, t).text }))}
            />
            <TextArea
              label={t('decision')}
              rows={2}
              maxLength={4000}
              value={item.decision ?? ''}
              onChange={(decision) => set(item.id, { decision })}
            />
          </fieldset>
        ))}
        <div className="h-actions">
          <Button onPress={onClose} isDisabled={act.isPending}>
            {tr('cancel')}
          </Button>
          <Button variant="pri" isPending={act.isPending} onPress={save}>
            {tr('save')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
