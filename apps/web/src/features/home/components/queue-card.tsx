import { Button, EmptyState, Link, TabCard, Tag, type Tone, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { Fragment, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { type ApiOutputs, useTRPC } from '../../../lib/trpc.tsx'
import { homeWords } from '../words.ts'

type Scope = 'mine' | 'turn' | 'unit' | 'unassigned'
type Row = ApiOutputs['customer']['queue']['rows'][number]

const SHOWN = 8
const EMPTY = { mine: 'emptyMine', turn: 'emptyTurn', unit: 'emptyUnit', unassigned: 'emptyFree' } as const
const STAGES = ['received', 'assigned', 'review', 'completed'] as const

export interface QueueCardProps {
  readonly counts: ApiOutputs['customer']['queueCounts'] | undefined
}

/** The most urgent petitions: mine, the unit's, those nobody has taken. */
export function QueueCard({ counts }: QueueCardProps) {
  const t = useWords(homeWords)
  const agency = useAgency()
  const [chosen, setScope] = useState<Scope>()
  const scope = chosen ?? (counts?.mine === 0 && counts.turn > 0 ? 'turn' : 'mine')
  const tab = (id: Scope, label: string, count: number | undefined) => ({
    id,
    label,
    ...(count === undefined ? {} : { count }),
    content: <QueueList scope={id} />,
  })
  return (
    <TabCard
      title={t('queue')}
      label={t('queue')}
      more={
        <Link more href={paths.queue(agency)}>
          {t('all')}
        </Link>
      }
      value={scope}
      onChange={(next) => setScope(next === 'turn' || next === 'unit' || next === 'unassigned' ? next : 'mine')}
      items={[
        tab('mine', t('tabMine'), counts?.mine),
        tab('turn', t('tabTurn'), counts?.turn),
        tab('unit', t('tabUnit'), counts?.open),
        tab('unassigned', t('tabFree'), counts?.unassigned),
      ]}
    />
  )
}

function QueueList({ scope }: { readonly scope: Scope }) {
  const t = useWords(homeWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { history } = useRouter()
  const queue = useQuery(trpc.customer.queue.queryOptions({ scope, state: 'open', sort: 'due', limit: SHOWN }))
  return (
    <QueryPanel query={queue} what={t('what')} lines={6}>
      {({ rows }) =>
        rows.length === 0 ? (
          <EmptyState icon="check" title={t(EMPTY[scope])}>
            {t('emptyText')}
          </EmptyState>
        ) : (
          <>
            <GridList
              className="ho-q"
              aria-label={t('queue')}
              selectionMode="none"
              onAction={(key) => history.push(paths.petition(agency, String(key)))}
            >
              {rows.map((row, index) => (
                <GridListItem key={row.id} id={row.id} textValue={row.title}>
                  <PetitionRow row={row} isFirst={index === 0} />
                </GridListItem>
              ))}
            </GridList>
            <div className="ho-foot" aria-hidden="true">
              <span>
                <kbd>↑</kbd>
                <kbd>↓</kbd>
                {t('move')}
              </span>
              <span>
                <kbd>Enter</kbd>
                {t('open')}
              </span>
            </div>
          </>
        )
      }
    </QueryPanel>
  )
}

const TONES: Readonly<Record<string, Tone>> = {
  received: 'gray',
  assigned: 'blue',
  review: 'blue',
  supplement: 'amber',
}

function PetitionRow({ row, isFirst }: { readonly row: Row; readonly isFirst: boolean }) {
  const t = useWords(homeWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const { history } = useRouter()
  const kind = row.status === 'supplement' || row.status === 'transferring' ? row.status : row.stage
  const due = format.remaining(row.dueAt)
  const paused = row.status === 'supplement'
  const label = t(row.canTake ? 'take' : 'open')
  return (
    <div className="r">
      <span className="ty">
        <Tag tone={TONES[kind] ?? 'gray'}>{t(kind)}</Tag>
      </span>
      <div className="bd">
        <div className="t">
          <span className="tt">{row.title}</span>
          {row.turn && <Tag tone="amber">{t('turnOf', { task: row.turn })}</Tag>}
          {row.unread > 0 && <Tag tone="blue">{t('unread', { n: row.unread })}</Tag>}
        </div>
        <div className="m">
          {[row.number, row.customerName, text(row.service), text(row.unit.name)].filter(Boolean).join(' · ')}
        </div>
      </div>
      <Stages row={row} />
      <span className="ho-due" data-hot={(due.today && !paused) || undefined}>
        {paused ? t('paused') : due.text}
      </span>
      <span className="go">
        <Button
          size="sm"
          variant={isFirst ? 'pri' : 'ter'}
          aria-label={`${row.title} ${label}`}
          onPress={() => history.push(paths.petition(agency, row.id))}
        >
          {label}
        </Button>
      </span>
    </div>
  )
}

function Stages({ row }: { readonly row: Row }) {
  const t = useWords(homeWords)
  const at = STAGES.indexOf(row.stage)
  const state = (index: number) => (index < at ? 'done' : index === at ? 'current' : 'todo')
  return (
    <div className="ho-rt">
      <div className="dots" aria-hidden="true">
        {STAGES.map((stage, index) => (
          <Fragment key={stage}>
            {index > 0 && <s data-state={index <= at ? 'done' : 'todo'} />}
            <i data-state={state(index)} />
          </Fragment>
        ))}
      </div>
      <div className="w">
        <span className="h-sr">{t('stepOf', { n: at + 1 })} </span>
        <b>{t(row.stage)}</b> · {row.person?.name ?? t('unassigned')}
      </div>
    </div>
  )
}
