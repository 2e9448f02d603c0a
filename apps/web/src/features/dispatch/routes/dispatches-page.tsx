import { Button, Card, PageHead, Tabs, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { useAddress } from '../../task/lib/use-address.ts'
import { BoxBar } from '../components/box-bar.tsx'
import { ReceivedBox } from '../components/received-box.tsx'
import { SentBox } from '../components/sent-box.tsx'
import '../dispatch.css'
import { BOXES, readFilter, showsReceived } from '../lib/filter.ts'
import { useBoxExport } from '../lib/use-box-export.ts'
import { listWords } from '../list-words.ts'
import { dispatchWords } from '../words.ts'

/** `/<agency>/dispatches`: 시행승인 대기, 발송, 접수, 회수·반려 (R7); the box and its filter stand in the address; live. */
export function DispatchesPage() {
  return (
    <OfficerOnly>
      <DispatchesScreen />
    </OfficerOnly>
  )
}

function DispatchesScreen() {
  const t = useWords(listWords)
  const d = useWords(dispatchWords)
  const [search, change] = useAddress()
  const filter = readFilter(search)
  const { sent, received } = useBoxCounts()
  const exporting = useBoxExport(filter)
  usePageTitle(d('title'))
  const counts = {
    'to-release': sent?.toRelease,
    sent: undefined,
    received: received?.arrived,
    returned: sent && received ? sent.sentBack + received.recalled : undefined,
  }
  const content = (
    <Card>
      <BoxBar
        filter={filter}
        change={change}
        counts={{ unassigned: received?.unassigned, mine: received?.mine, sentBack: sent?.sentBack }}
      />
      {showsReceived(filter) ? (
        <ReceivedBox filter={filter} change={change} />
      ) : (
        <SentBox filter={filter} change={change} refused={sent?.refused ?? 0} />
      )}
    </Card>
  )
  return (
    <>
      <PageHead
        title={headline(sent, received, t) ?? d('title')}
        above={<p className="h-muted h-xs">{d('title')}</p>}
        actions={
          <>
            <Button icon="excel" isPending={exporting.isPending} onPress={() => exporting.mutate()}>
              {t('export')}
            </Button>
            <Button icon="print" onPress={() => window.print()}>
              {d('print')}
            </Button>
          </>
        }
      />
      <div className="ds-boxes">
        <Tabs
          label={t('boxes')}
          value={filter.box}
          onChange={(box) =>
            change({ box: box === 'received' ? undefined : box, scope: undefined, state: undefined, which: undefined })
          }
          items={BOXES.map((id) => {
            const count = counts[id]
            return { id, label: t(id), content, ...(count ? { count } : {}) }
          })}
        />
      </div>
    </>
  )
}

type Sent = ApiOutputs['dispatch']['counts']
type Received = ApiOutputs['dispatch']['receptionCounts']

/** How many wait in each box; live. */
function useBoxCounts(): { sent: Sent | undefined; received: Received | undefined } {
  const trpc = useTRPC()
  const session = useSession()
  const sent = useQuery(trpc.dispatch.counts.queryOptions())
  const received = useQuery(trpc.dispatch.receptionCounts.queryOptions())
  useLiveQueries(
    [
      ...session.units.map((unit) => `reception:${unit.id}`),
      ...(session.personId === null ? [] : [`inbox:${session.personId}`]),
    ],
    [trpc.dispatch.pathKey()],
  )
  return { sent: sent.data, received: received.data }
}

function headline(
  sent: Sent | undefined,
  received: Received | undefined,
  t: ReturnType<typeof useWords<keyof (typeof listWords)['ko']>>,
): string | undefined {
  if (sent === undefined || received === undefined) return undefined
  const { toRelease: release } = sent
  const { arrived, mine } = received
  if (release > 0 && arrived > 0) return t('headline', { release, arrived })
  if (release > 0) return t('headlineRelease', { release })
  if (arrived > 0) return t('headlineArrived', { arrived })
  return mine > 0 ? t('headlineMine', { mine }) : t('headlineNone')
}
