import { Breadcrumb, ErrorState, PageHead, Skeleton, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { standing } from '../../queue/api.ts'
import { queueWords } from '../../queue/words.ts'
import type { OfficerPetition } from '../api.ts'
import { ActBar } from '../components/act-bar.tsx'
import { AnswerEditor, GivenAnswers } from '../components/answer-editor.tsx'
import { ClockCard, HistoryCard, RatingCard, SideMatters } from '../components/records.tsx'
import { RequestCard } from '../components/request-card.tsx'
import { Talk } from '../components/talk.tsx'
import { Tasks } from '../components/tasks.tsx'
import '../petition.css'
import { petitionWords } from '../words.ts'

/** `/<agency>/petitions/<id>`: everything of one petition, and what the officer may do with it now. */
export function PetitionPage() {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.customer.petition.queryOptions({ petitionId: id }))
  useLiveQueries([`petition:${id}`], [trpc.customer.petition.queryKey({ petitionId: id })])
  usePageTitle(query.data ? `${query.data.number} ${query.data.title}` : t('what'))
  if (query.data) return <Petition petition={query.data} />
  return (
    <>
      <h1 className="h-sr">{t('what')}</h1>
      {query.error ? (
        <ErrorState what={t('what')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </>
  )
}

function Petition({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const agency = useAgency()
  return (
    <>
      <PageHead
        title={petition.title}
        above={<Breadcrumb items={[{ label: t('queue'), href: paths.queue(agency) }, { label: petition.number }]} />}
        actions={<ActBar petition={petition} />}
      />
      <State petition={petition} />
      <div className="p-lay">
        <div className="p-stack">
          <Tasks petition={petition} />
          <RequestCard petition={petition} />
          <GivenAnswers petition={petition} />
          <AnswerEditor petition={petition} />
          <SideMatters petition={petition} />
          <HistoryCard petition={petition} />
        </div>
        <div className="p-stack">
          <RatingCard petition={petition} />
          <Talk petition={petition} />
          <ClockCard petition={petition} />
        </div>
      </div>
    </>
  )
}

/** The deadline or the outcome, in words. */
function State({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const tq = useWords(queueWords)
  const text = useText()
  const format = useFormat()
  const state = standing(petition, tq)
  const left = format.remaining(petition.dueAt)
  return (
    <p className="p-state h-muted">
      <Tag tone={state.tone}>{state.text}</Tag>
      {petition.completedAt ? (
        <>
          <span>
            {t('completedOn', {
              date: format.date(petition.completedAt, 'day'),
              days: petition.statutoryDays === null ? '—' : format.number(Number(petition.statutoryDays), 1),
            })}
          </span>
          <Tag tone={petition.withinDeadline ? 'green' : 'red'}>{t(petition.withinDeadline ? 'within' : 'late')}</Tag>
        </>
      ) : petition.clock.paused ? (
        <span>{t('paused')}</span>
      ) : (
        petition.status === 'open' && (
          <span className={left.today ? 'p-hot' : undefined}>
            {t('dueOn', { date: format.date(petition.dueAt, 'moment'), left: left.text })}
          </span>
        )
      )}
      <span>
        {text(petition.unit.name)} · {petition.person?.name ?? t('nobody')}
      </span>
    </p>
  )
}
