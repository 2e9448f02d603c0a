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
import { type Reception, receivedTone } from '../api.ts'
import { ReceptionFacts } from '../components/facts-card.tsx'
import { HistoryCard } from '../components/history-card.tsx'
import { OfficialPaper } from '../components/official-paper.tsx'
import { ReceptionDialog } from '../components/reception-dialogs.tsx'
import { detailWords } from '../detail-words.ts'
import '../dispatch.css'
import { useTopicsOfMine } from '../lib/use-topics-of-mine.ts'
import { useWhen } from '../lib/use-when.ts'
import { dispatchWords } from '../words.ts'

type Act = Reception['abilities'][number]

/** `/<agency>/receptions/<id>`: a received document, the receiving unit's own copy (R7); live. */
export function ReceptionPage() {
  return (
    <OfficerOnly>
      <ReceptionScreen />
    </OfficerOnly>
  )
}

function ReceptionScreen() {
  const t = useWords(detailWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.dispatch.reception.queryOptions({ receptionId: id }))
  useLiveQueries(useTopicsOfMine(), [trpc.dispatch.reception.queryKey({ receptionId: id })])
  usePageTitle(query.data?.title ?? t('reception'))
  if (query.data) return <ReceptionView reception={query.data} />
  return (
    <>
      <h1 className="h-sr">{t('reception')}</h1>
      {query.error ? (
        <ErrorState what={t('reception')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton lines={10} />
      )}
    </>
  )
}

/** In the order in which they come up. */
const ORDER: readonly Act[] = ['receive', 'assign', 'to-task', 'close', 'route', 'refuse']

function ReceptionView({ reception }: { readonly reception: Reception }) {
  const a = useWords(actWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const agency = useAgency()
  const [act, setAct] = useState<Act>()
  const acts = ORDER.filter((one) => reception.abilities.includes(one))
  return (
    <>
      <PageHead
        title={reception.title}
        above={
          <Breadcrumb
            items={[
              { label: d('title'), href: paths.dispatches(agency) },
              { label: text(reception.unit.name) },
              { label: reception.number ?? d('noNumber') },
            ]}
          />
        }
        actions={
          <>
            {acts.map((one, index) => (
              <Button key={one} variant={index === 0 && one !== 'refuse' ? 'pri' : 'ter'} onPress={() => setAct(one)}>
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
        <Tag tone={receivedTone(reception.state)}>{d(`in-${reception.state}`)}</Tag>
        {reception.recalled && <Tag tone="red">{d('recalled')}</Tag>}
      </p>
      <StateNote reception={reception} />
      <div className="ds-page">
        <div>
          <OfficialPaper
            agency={reception.sender.agency}
            senderName={reception.paper.senderName}
            title={reception.title}
            body={reception.body}
            files={reception.files}
            receivers={reception.paper.receivers.map((one) => text(one))}
            approvers={reception.approvers}
            number={reception.sender.number}
            sentAt={reception.releasedAt}
            receptionNumber={reception.number}
            receivedAt={reception.receivedAt}
            disclosure={reception.disclosure}
            grounds={reception.disclosureGrounds}
          />
          {reception.files.length > 0 && (
            <Card title={d('files')} padded>
              <AttachedFiles files={reception.files} />
            </Card>
          )}
        </div>
        <div>
          <ReceptionFacts reception={reception} />
          <HistoryCard history={reception.history} />
        </div>
      </div>
      {act && <ReceptionDialog reception={reception} act={act} onClose={() => setAct(undefined)} />}
    </>
  )
}

function StateNote({ reception }: { readonly reception: Reception }) {
  const t = useWords(detailWords)
  const when = useWhen()
  const { recalled, refusal } = reception
  if (recalled) {
    return (
      <Note tone="amber">
        <p>{t('recalledNote', { reason: recalled.reason, at: when(recalled.at) })}</p>
        <p>
          {t('recalledKept')}
          {recalled.late && ` ${t('recalledLateNote')}`}
        </p>
      </Note>
    )
  }
  return refusal === null ? null : <Note tone="amber">{t('refusedNote', { reason: refusal })}</Note>
}
