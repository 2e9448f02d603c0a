import { ButtonLink, PageHead, useFormat, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useAgency } from '../../../lib/agency.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import '../home.css'
import { homeWords } from '../words.ts'
import { ApprovalsCard } from './approvals-card.tsx'
import { FigureStrip } from './figure-strip.tsx'
import { QueueCard } from './queue-card.tsx'
import { ScoreChanges } from './score-changes.tsx'
import { TaskCard } from './task-card.tsx'
import { TodaySchedule } from './today-schedule.tsx'
import { Voices } from './voices.tsx'

/** The officers' first page: what waits, five figures, my approvals and petitions, how the scores moved, what citizens said. */
export function OfficerHome() {
  const t = useWords(homeWords)
  const format = useFormat()
  const trpc = useTRPC()
  const agency = useAgency()
  const unit = useSession().units[0]
  const counts = useQuery(trpc.customer.queueCounts.queryOptions({}))
  const approvals = useQuery(trpc.document.inboxCounts.queryOptions())
  useLiveQueries(
    ['scores'],
    [trpc.performance.teamFigures.queryKey(), trpc.performance.strategyMap.queryKey(), trpc.customer.voices.queryKey()],
  )
  usePageTitle(t('title'))
  return (
    <>
      <PageHead
        title={useHeadline(counts.data, approvals.data?.waiting)}
        above={<p className="h-muted h-xs">{format.date(new Date(), 'full')}</p>}
        actions={
          <div className="h-row ho-acts">
            <ButtonLink icon="map" href={paths.strategyMap(agency, { unit: unit?.id })}>
              {t('toMap')}
            </ButtonLink>
            <ButtonLink icon="chat" href={paths.queue(agency)}>
              {t('toQueue')}
            </ButtonLink>
            <ButtonLink variant="pri" icon="plus" href={paths.newDocument(agency)}>
              {t('toDraft')}
            </ButtonLink>
          </div>
        }
      />
      <FigureStrip unitId={unit?.id} />
      <div className="h-cols">
        <div className="h-stack">
          <ApprovalsCard />
          <QueueCard counts={counts.data} />
          <TaskCard />
        </div>
        <div className="h-stack">
          <TodaySchedule />
          <ScoreChanges unitId={unit?.id} />
          <Voices />
        </div>
      </div>
    </>
  )
}

function useHeadline(counts: ApiOutputs['customer']['queueCounts'] | undefined, approvals: number | undefined): string {
  const t = useWords(homeWords)
  if (!counts || approvals === undefined) return t('loading')
  if (approvals > 0) {
    const petitions = counts.mine + counts.turn
    return petitions > 0 ? t('waitingBoth', { a: approvals, n: petitions }) : t('waitingApprovals', { a: approvals })
  }
  if (counts.mine === 0 && counts.turn > 0) return t('waitingTurn', { n: counts.turn })
  if (counts.mine === 0) return counts.open > 0 ? t('nothingMine', { n: counts.open }) : t('nothing')
  if (counts.overdue > 0) return t('waitingLate', { n: counts.mine, late: counts.overdue })
  if (counts.dueToday > 0) return t('waitingToday', { n: counts.mine, today: counts.dueToday })
  return t('waiting', { n: counts.mine })
}
