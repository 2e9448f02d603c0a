import { Breadcrumb, Button, ErrorState, PageHead, Skeleton, Tabs, Tag, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { TaskCardView } from '../api.ts'
import '../card.css'
import { cardWords } from '../card-words.ts'
import { AchievementTab } from '../components/achievement-tab.tsx'
import { type CardAct, CardActs, CardDialog } from '../components/card-acts.tsx'
import { CardStrip } from '../components/card-strip.tsx'
import { CustomerTab } from '../components/customer-tab.tsx'
import { HeaderTab } from '../components/header-tab.tsx'
import { PlanTab } from '../components/plan-tab.tsx'
import { PublicityTab } from '../components/publicity-tab.tsx'
import { QualityTab } from '../components/quality-tab.tsx'
import { ReceptionTab } from '../components/reception-tab.tsx'
import { useAddress } from '../lib/use-address.ts'
import '../task.css'
import { taskWords } from '../words.ts'

const TABS = ['header', 'achievements', 'reception', 'plan', 'quality', 'publicity', 'customers'] as const

/** `/<agency>/tasks/<id>`: 과제관리카드 (R8–R11) with its tabs in the address; live. */
export function TaskPage() {
  return (
    <OfficerOnly>
      <TaskScreen />
    </OfficerOnly>
  )
}

function TaskScreen() {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.task.card.queryOptions({ taskCardId: id }))
  useLiveQueries(
    [`task:${id}`],
    [
      trpc.task.card.queryKey({ taskCardId: id }),
      trpc.task.achievements.pathKey(),
      trpc.task.quality.queryKey({ taskCardId: id }),
      trpc.task.publicity.queryKey({ taskCardId: id }),
      trpc.task.customers.queryKey({ taskCardId: id }),
    ],
  )
  usePageTitle(query.data?.name ?? t('what'))
  if (query.data) return <TaskCard card={query.data} />
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

function TaskCard({ card }: { readonly card: TaskCardView }) {
  const t = useWords(cardWords)
  const tt = useWords(taskWords)
  const text = useText()
  const agency = useAgency()
  const [search, change] = useAddress()
  const [act, setAct] = useState<CardAct>()
  const tab = TABS.find((one) => one === search.tab) ?? 'plan'
  const contents = {
    header: <HeaderTab card={card} onEdit={() => setAct('edit')} onEditManaged={() => setAct('edit-managed')} />,
    achievements: <AchievementTab cardId={card.id} isClosed={card.status === 'closed'} />,
    reception: <ReceptionTab cardId={card.id} />,
    plan: <PlanTab card={card} />,
    quality: <QualityTab cardId={card.id} today={card.today} />,
    publicity: <PublicityTab card={card} />,
    customers: <CustomerTab cardId={card.id} />,
  }
  const watched = card.marks.some((mark) => mark.mark === 'watch' && mark.liftedAt === null)
  const weak = card.marks.some((mark) => mark.mark === 'weak' && mark.liftedAt === null)
  return (
    <>
      <PageHead
        title={card.name}
        above={
          <Breadcrumb
            items={[
              { label: tt('title'), href: paths.tasks(agency) },
              { label: text(card.unit.name), href: paths.tasks(agency, { unit: card.unit.id }) },
              { label: t('card') },
            ]}
          />
        }
        actions={
          <>
            <CardActs card={card} onAct={setAct} />
            <Button icon="print" onPress={() => window.print()}>
              {t('print')}
            </Button>
          </>
        }
      />
      <p className="tk-tags">
        {card.status === 'closed' && <Tag>{t('closed')}</Tag>}
        {card.managedTask && <Tag tone="blue">{tt('managed')}</Tag>}
        {card.managedTask?.annualReport && <Tag tone="blue">{tt('annual')}</Tag>}
        {card.managedTask?.qualityManaged && <Tag tone="blue">{tt('quality')}</Tag>}
        {watched && <Tag tone="red">{t('watched')}</Tag>}
        {weak && <Tag tone="red">{t('markedWeak')}</Tag>}
      </p>
      <CardStrip card={card} />
      <div className="tk-tabs">
        <Tabs
          label={t('tabs')}
          value={tab}
          onChange={(next) =>
            change({
              tab: next === 'plan' ? undefined : next,
              view: undefined,
              kind: undefined,
              day: undefined,
              stage: undefined,
            })
          }
          items={TABS.map((id) => ({ id, label: t(id), content: contents[id] }))}
        />
      </div>
      {act && <CardDialog card={card} act={act} onClose={() => setAct(undefined)} />}
    </>
  )
}
