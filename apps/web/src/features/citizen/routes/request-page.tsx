import {
  Breadcrumb,
  Button,
  ErrorState,
  Link,
  notify,
  Skeleton,
  StepBar,
  Timeline,
  useFormat,
  useText,
  useWords,
} from '@harmony/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { type CitizenPetition, headline, stageText, stepText } from '../api/texts.ts'
import '../citizen.css'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { Answers } from '../components/answer-view.tsx'
import { ChatBox } from '../components/chat-box.tsx'
import { RatingForm } from '../components/rating-form.tsx'
import { ReasonDialog } from '../components/reason-dialog.tsx'
import { SupplementForm } from '../components/supplement-form.tsx'
import { citizenWords } from '../words.ts'

/** `/<agency>/requests/<id>`: how a request stands, live; talk, answer, rating, reopening. */
export function RequestPage() {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.customer.myPetition.queryOptions({ petitionId: id }))
  useLiveQueries([`petition:${id}`], [trpc.customer.myPetition.queryKey({ petitionId: id })])
  usePageTitle(query.data?.title ?? t('myRequests'))
  if (query.data) return <Request petition={query.data} />
  if (query.error) {
    return <ErrorState what={t('myRequests')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
  }
  return <Skeleton lines={8} />
}

function Request({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const agency = useAgency()
  return (
    <>
      <Breadcrumb
        items={[
          { label: t('mySpace'), href: paths.home(agency) },
          { label: t('myRequests'), href: paths.requests(agency) },
          { label: t('requestNumber', { number: petition.number }) },
        ]}
      />
      <Hero petition={petition} />
      <Stages petition={petition} />
      <SupplementForm petition={petition} />
      <div className="h-g2">
        <div className="c-sect">
          <Answers petition={petition} />
          <History petition={petition} />
          <Sent petition={petition} />
        </div>
        <div>
          <Talk petition={petition} />
          <Verdict petition={petition} />
        </div>
      </div>
    </>
  )
}

function Hero({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const format = useFormat()
  const { unit, amount, elapsed } = petition.period
  const running = petition.status === 'open' || petition.status === 'supplement'
  return (
    <div className="h-hero">
      <div>
        <div className="k">{petition.title}</div>
        <h1>{headline(petition, t, text)}</h1>
        {petition.completedAt && <p>{t('completedOn', { date: format.date(petition.completedAt, 'day') })}</p>}
        <GoesOn petition={petition} />
        {running && (
          <p>
            <b>{t('answerBy', { date: format.date(petition.dueAt, 'day') })}</b> {t('answerByRest')}{' '}
            {t(unit === 'days' ? 'elapsedDays' : 'elapsedHours', { total: amount, n: elapsed })}
          </p>
        )}
      </div>
      <Acts petition={petition} />
    </div>
  )
}

/** Where a transferred request goes on, once the other agency has received it. */
function GoesOn({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const { transfer } = petition
  if (petition.status !== 'transferred' || transfer === null || transfer.number === null) return null
  const agency = text(transfer.agency.name)
  return (
    <p>
      {t('goesOn', { agency, number: transfer.number })}{' '}
      <Link href={paths.requests(transfer.agency.slug)}>{t('toAgency', { agency })}</Link>
    </p>
  )
}

/** Withdrawing and reopening: each asks for the reason. */
function Acts({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [asking, setAsking] = useState<'withdraw' | 'reopen' | null>(null)
  const onSuccess = async () => {
    setAsking(null)
    await queryClient.invalidateQueries({ queryKey: trpc.customer.myPetition.queryKey({ petitionId: petition.id }) })
  }
  const withdraw = useMutation(trpc.customer.withdraw.mutationOptions({ onSuccess }))
  const reopen = useMutation(trpc.customer.reopen.mutationOptions({ onSuccess }))
  const target = { petitionId: petition.id, version: petition.version }
  const close = () => setAsking(null)
  return (
    <div className="c-acts">
      {petition.abilities.includes('withdraw') && (
        <Button onPress={() => setAsking('withdraw')}>{t('withdraw')}</Button>
      )}
      {petition.abilities.includes('reopen') && <Button onPress={() => setAsking('reopen')}>{t('reopen')}</Button>}
      <ReasonDialog
        title={t('withdrawTitle')}
        lead={t('withdrawBody')}
        verb={t('withdraw')}
        danger
        isOpen={asking === 'withdraw'}
        isPending={withdraw.isPending}
        error={withdraw.error ? errorText(withdraw.error) : null}
        onClose={close}
        onSubmit={(reason) => withdraw.mutate({ ...target, reason })}
      />
      <ReasonDialog
        title={t('reopenTitle')}
        lead={t('reopenBody')}
        verb={t('reopen')}
        isOpen={asking === 'reopen'}
        isPending={reopen.isPending}
        error={reopen.error ? errorText(reopen.error) : null}
        onClose={close}
        onSubmit={(reason) => reopen.mutate({ ...target, reason })}
      />
    </div>
  )
}

function Stages({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const format = useFormat()
  return (
    <StepBar
      steps={petition.stages.map(({ stage, state, at }) => ({
        key: stage,
        label: stageText(stage, t),
        state,
        note: [
          at
            ? format.date(at, 'moment')
            : stage === 'completed' && OPEN.has(petition.status)
              ? t('due', { date: format.date(petition.dueAt, 'day') })
              : '',
          state === 'current' && petition.officer ? petition.officer.name : '',
        ]
          .filter(Boolean)
          .join(' · '),
      }))}
    />
  )
}

function History({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const format = useFormat()
  const steps = [...petition.steps].sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : a.id < b.id ? 1 : -1))
  return (
    <section aria-labelledby="done">
      <h2 id="done">{t('done')}</h2>
      <Timeline
        open={OPEN.has(petition.status)}
        entries={steps.map((step) => ({
          key: step.id,
          title: stepText(step.kind, t),
          at: format.date(step.at, 'moment'),
          dateTime: step.at,
          text: step.reason,
          who: [step.unit ? text(step.unit.name) : '', step.person?.name ?? '', step.person?.phone ?? '']
            .filter(Boolean)
            .join(' · '),
        }))}
      />
    </section>
  )
}

function Sent({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const files = petition.files.filter((file) => file.part !== 'answer')
  return (
    <section aria-labelledby="sent">
      <h2 id="sent">{t('sent')}</h2>
      <div className="h-box">
        <dl className="h-dl">
          <dt>{t('service')}</dt>
          <dd>{text(petition.service.name)}</dd>
          <dt>{t('title')}</dt>
          <dd>{petition.title}</dd>
          <dt>{t('body')}</dt>
          <dd className="c-said">{petition.body}</dd>
          {files.length > 0 && (
            <>
              <dt>{t('files')}</dt>
              <dd>
                <AttachedFiles files={files} />
              </dd>
            </>
          )}
          <dt>{t('visibility')}</dt>
          <dd>{t(petition.visibility)}</dd>
        </dl>
      </div>
    </section>
  )
}

function Talk({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const send = useMutation(trpc.customer.sendMessage.mutationOptions())
  const markRead = useMutation(trpc.customer.markRead.mutationOptions())
  const queryClient = useQueryClient()
  const unread = petition.messages.some((message) => message.sender === 'officer' && message.readAt === null)
  const { mutate } = markRead
  useEffect(() => {
    if (unread) mutate({ petitionId: petition.id })
  }, [unread, mutate, petition.id])
  return (
    <ChatBox
      title={t('chat')}
      note={talkNote(petition, t)}
      initial={petition.officer?.name ?? t('chat')}
      mine="citizen"
      messages={petition.messages}
      canSend={petition.abilities.includes('message')}
      pending={send.isPending}
      error={send.error ? errorText(send.error) : null}
      onSend={async (body) => {
        await send.mutateAsync({ petitionId: petition.id, body }).catch((error: unknown) => {
          notify.failed(errorText(error))
          throw error
        })
        await queryClient.invalidateQueries({
          queryKey: trpc.customer.myPetition.queryKey({ petitionId: petition.id }),
        })
      }}
    />
  )
}

/** The rating: to give, given, or still to come. */
function Verdict({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const format = useFormat()
  if (petition.abilities.includes('rate')) return <RatingForm petition={petition} />
  const given = petition.ratings.at(-1)
  if (given === undefined && !OPEN.has(petition.status)) return null
  return (
    <div className="h-rate">
      <b>{given ? t('rateThanks') : t('rateSoon')}</b>
      {given
        ? t('rateThanksBody', { overall: given.overall, at: format.date(given.ratedAt, 'moment') })
        : t('rateSoonBody')}
    </div>
  )
}

const OPEN: ReadonlySet<string> = new Set(['open', 'supplement', 'transferring'])

function talkNote(
  petition: CitizenPetition,
  t: ReturnType<typeof useWords<keyof (typeof citizenWords)['ko']>>,
): string {
  if (!petition.abilities.includes('message') && !OPEN.has(petition.status)) return t('chatClosed')
  return petition.officer ? `${petition.officer.name} · ${t('chatHours')}` : t('chatNobody')
}
