import { Breadcrumb, Button, ConfirmDialog, ErrorState, PageHead, Skeleton, Tag, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type Meeting, useRecordAct } from '../api.ts'
import { HistoryCard } from '../components/history.tsx'
import { MeetingForm } from '../components/meeting-form.tsx'
import { MeetingMinutes } from '../components/meeting-minutes.tsx'
import { MinutesForm } from '../components/minutes-form.tsx'
import { ReasonDialog } from '../components/reason-dialog.tsx'
import { meetingState } from '../lib/meeting-state.ts'
import { meetingWords } from '../meeting-words.ts'
import '../record.css'
import { useMoment } from '../lib/use-moment.ts'
import { recordWords } from '../words.ts'

type Act = 'edit' | 'minutes' | 'confirm' | 'cancel'

/** `/<agency>/meetings/<id>`: one meeting and its minutes; the id may be an agenda item's. */
export function MeetingPage() {
  return (
    <OfficerOnly>
      <MeetingOrState />
    </OfficerOnly>
  )
}

function MeetingOrState() {
  const t = useWords(meetingWords)
  const trpc = useTRPC()
  const session = useSession()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.record.meeting.queryOptions({ meetingId: id }))
  useLiveQueries(session.personId === null ? [] : [`inbox:${session.personId}`], [
    trpc.record.meeting.queryKey({ meetingId: id }),
  ])
  usePageTitle(query.data?.name ?? t('what'))
  if (query.data) return <Whole meeting={query.data} />
  return (
    <>
      <h1 className="h-sr">{t('what')}</h1>
      {query.error ? (
        <ErrorState what={t('what')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={8} />
      )}
    </>
  )
}

function Whole({ meeting }: { readonly meeting: Meeting }) {
  const t = useWords(meetingWords)
  const tr = useWords(recordWords)
  const agency = useAgency()
  const moment = useMoment()
  const [act, setAct] = useState<Act>()
  const state = meetingState(meeting.status, t)
  const close = () => setAct(undefined)
  const chair = meeting.people.find((one) => one.role === 'chair')?.name ?? '—'
  return (
    <>
      <PageHead
        title={meeting.name}
        above={<Breadcrumb items={[{ label: t('title'), href: paths.meetings(agency) }, { label: meeting.name }]} />}
        actions={
          <>
            <Button icon="print" onPress={() => window.print()}>
              {tr('print')}
            </Button>
            {meeting.can.cancel && (
              <Button icon="close" onPress={() => setAct('cancel')}>
                {t('cancelIt')}
              </Button>
            )}
            {meeting.can.edit && <Button onPress={() => setAct('edit')}>{t('edit')}</Button>}
            {meeting.can.minutes && (
              <Button variant="pri" icon="memo" onPress={() => setAct('minutes')}>
                {t('minutes')}
              </Button>
            )}
            {meeting.can.confirm && (
              <Button variant="pri" icon="stamp" onPress={() => setAct('confirm')}>
                {t('confirm')}
              </Button>
            )}
          </>
        }
      />
      <p className="r-state h-muted">
        <Tag tone={state.tone}>{state.text}</Tag>
        {meeting.confirmedAt && <span>{t('confirmed', { at: moment(meeting.confirmedAt), name: chair })}</span>}
      </p>
      <div className="r-lay">
        <div className="r-stack">
          {act === 'minutes' ? (
            <MinutesForm key={meeting.version} meeting={meeting} onClose={close} />
          ) : (
            <MeetingMinutes meeting={meeting} />
          )}
        </div>
        <div className="r-stack r-aside">
          <HistoryCard changes={meeting.changes} />
        </div>
      </div>
      {act === 'edit' && <MeetingForm meeting={meeting} onClose={close} />}
      <Endings meeting={meeting} act={act} onClose={close} />
    </>
  )
}

interface EndingsProps {
  readonly meeting: Meeting
  readonly act: Act | undefined
  readonly onClose: () => void
}

/** Confirming and cancelling: neither can be taken back. */
function Endings({ meeting, act, onClose }: EndingsProps) {
  const t = useWords(meetingWords)
  const trpc = useTRPC()
  const [key] = useState(() => crypto.randomUUID())
  const options = useRecordAct(onClose)
  const confirm = useMutation(trpc.record.confirmMinutes.mutationOptions(options))
  const cancel = useMutation(trpc.record.cancelMeeting.mutationOptions(options))
  const target = { meetingId: meeting.id, version: meeting.version }
  return (
    <>
      <ConfirmDialog
        title={t('confirm')}
        confirmLabel={t('confirm')}
        isOpen={act === 'confirm'}
        isPending={confirm.isPending}
        onClose={onClose}
        onConfirm={() => confirm.mutate({ ...target, idempotencyKey: key })}
      >
        <p>{t('confirmLead')}</p>
      </ConfirmDialog>
      {act === 'cancel' && (
        <ReasonDialog
          title={t('cancelIt')}
          lead={t('cancelLead')}
          danger
          isPending={cancel.isPending}
          onClose={onClose}
          onSubmit={(reason) => cancel.mutate({ ...target, reason })}
        />
      )}
    </>
  )
}
