import { Breadcrumb, Button, Card, ErrorState, Note, PageHead, Skeleton, Tag, useText, useWords } from '@harmony/ui'
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
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { actWords } from '../act-words.ts'
import { type Dispatch, sentTone } from '../api.ts'
import { DispatchDialog } from '../components/dispatch-dialogs.tsx'
import { DispatchFacts } from '../components/facts-card.tsx'
import { HistoryCard } from '../components/history-card.tsx'
import { OfficialPaper } from '../components/official-paper.tsx'
import { ReceiversCard } from '../components/receivers-card.tsx'
import { detailWords } from '../detail-words.ts'
import '../dispatch.css'
import { useTopicsOfMine } from '../lib/use-topics-of-mine.ts'
import { useWhen } from '../lib/use-when.ts'
import { dispatchWords } from '../words.ts'

type Act = Dispatch['abilities'][number]

/** `/<agency>/dispatches/<id>`: 시행문 with its receivers (R7); live. */
export function DispatchPage() {
  return (
    <OfficerOnly>
      <DispatchScreen />
    </OfficerOnly>
  )
}

function DispatchScreen() {
  const t = useWords(detailWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.dispatch.dispatch.queryOptions({ dispatchId: id }))
  useLiveQueries(useTopicsOfMine(), [trpc.dispatch.dispatch.queryKey({ dispatchId: id })])
  usePageTitle(query.data?.title ?? t('dispatch'))
  if (query.data) return <DispatchView dispatch={query.data} />
  return (
    <>
      <h1 className="h-sr">{t('dispatch')}</h1>
      {query.error ? (
        <ErrorState what={t('dispatch')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </>
  )
}

/** The main act first, the one that ends it last. */
const ORDER: readonly Act[] = ['release', 'amend', 'send-back', 'withdraw', 'cancel']

function DispatchView({ dispatch }: { readonly dispatch: Dispatch }) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const agency = useAgency()
  const [act, setAct] = useState<Act>()
  return (
    <>
      <PageHead
        title={dispatch.title}
        above={
          <Breadcrumb
            items={[
              { label: d('title'), href: paths.dispatches(agency) },
              { label: d(`sent-${dispatch.state}`), href: paths.dispatches(agency, boxOf(dispatch.state)) },
              { label: dispatch.number ?? d('noNumber') },
            ]}
          />
        }
        actions={
          <>
            {ORDER.filter((one) => dispatch.abilities.includes(one)).map((one) => (
              <Button key={one} variant={one === 'release' ? 'pri' : 'ter'} onPress={() => setAct(one)}>
                {a(one)}
              </Button>
            ))}
            <Button icon="print" onPress={() => window.print()}>
              {d('print')}
            </Button>
          </>
        }
      />
      <p className="ds-tags">
        <Tag tone={sentTone(dispatch.state)}>{d(`sent-${dispatch.state}`)}</Tag>
        <Tag>{text(dispatch.unit.name)}</Tag>
      </p>
      <StateNote dispatch={dispatch} />
      <div className="ds-page">
        <div>
          <OfficialPaper
            agency={dispatch.agency}
            senderName={dispatch.senderName}
            title={dispatch.title}
            body={dispatch.body}
            files={dispatch.files}
            receivers={dispatch.receivers.map((one) => text(one.name))}
            approvers={dispatch.showApprovers ? dispatch.approvers : []}
            number={dispatch.number}
            sentAt={dispatch.releasedAt}
            disclosure={dispatch.disclosure}
            grounds={dispatch.disclosureGrounds}
          />
          {dispatch.files.length > 0 && (
            <Card title={d('files')} padded>
              <AttachedFiles files={dispatch.files} />
            </Card>
          )}
        </div>
        <div>
          <ReceiversCard receivers={dispatch.receivers} />
          <DispatchFacts dispatch={dispatch} />
          <HistoryCard history={dispatch.history} />
        </div>
      </div>
      {act && <DispatchDialog dispatch={dispatch} act={act} onClose={() => setAct(undefined)} />}
    </>
  )
}

/** What the state means for whoever reads it now. */
function StateNote({ dispatch }: { readonly dispatch: Dispatch }) {
  const t = useWords(detailWords)
  const when = useWhen()
  const { sentBack, withdrawn, state, releaser } = dispatch
  if (state === 'waiting') {
    return releaser ? (
      <Note>{t('waitingNote', { name: releaser.name })}</Note>
    ) : (
      <Note tone="amber">{t('waitingNobody')}</Note>
    )
  }
  const told = (one: NonNullable<typeof sentBack>) => ({ ...one, at: when(one.at) })
  if (state === 'sent-back' && sentBack) return <Note tone="amber">{t('sentBackNote', told(sentBack))}</Note>
  if (state === 'withdrawn' && withdrawn) return <Note tone="amber">{t('withdrawnNote', told(withdrawn))}</Note>
  if (state === 'cancelled') return <Note>{t('cancelledNote')}</Note>
  return null
}

function boxOf(state: Dispatch['state']): Record<string, string> {
  if (state === 'waiting') return { box: 'to-release' }
  if (state === 'sent') return { box: 'sent' }
  return { box: 'returned', ...(state === 'withdrawn' ? { which: 'withdrawn' } : {}) }
}
