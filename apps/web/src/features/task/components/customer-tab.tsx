import type { TaskCustomersView } from '@harmony/core/work/schemas'
import { Button, Card, EmptyState, IconButton, Tag, useFormat, useWords } from '@harmony/ui'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useActOptions } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { RecordList } from './achievement-rows.tsx'
import { GroupDialog, type TargetGroup } from './group-dialog.tsx'
import { ReasonAsk } from './reason-ask.tsx'
import { TieDialog } from './tie-dialog.tsx'

/** 고객관리 (R8): whom the task serves, what they asked for, and how satisfied they were. */
export function CustomerTab({ cardId }: { readonly cardId: string }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const query = useQuery(trpc.task.customers.queryOptions({ taskCardId: cardId }))
  return (
    <QueryPanel query={query} what={t('customers')}>
      {(view) => (
        <div className="tk-lay">
          <Cases cardId={cardId} view={view} />
          <Groups cardId={cardId} view={view} />
        </div>
      )}
    </QueryPanel>
  )
}

interface PartProps {
  readonly cardId: string
  readonly view: TaskCustomersView
}

/** Petitions tied to the task, with their figures; missing satisfaction is said, never shown as 0. */
function Cases({ cardId, view }: PartProps) {
  const t = useWords(cardWords)
  const format = useFormat()
  const trpc = useTRPC()
  const [tying, setTying] = useState(false)
  const query = useInfiniteQuery(
    trpc.task.achievements.infiniteQueryOptions(
      { taskCardId: cardId, view: 'customers' },
      { getNextPageParam: (page) => page.nextCursor ?? undefined },
    ),
  )
  const { petitions, satisfaction } = view
  return (
    <Card
      title={t('petitions')}
      more={
        view.abilities.includes('tie-petition') && (
          <span className="tk-cardacts">
            <Button size="sm" onPress={() => setTying(true)}>
              {t('tie')}
            </Button>
          </span>
        )
      }
    >
      <dl className="tk-figures">
        <Figure label={t('petitionsTotal')} value={format.number(petitions.total)} note={t('count')} />
        <Figure label={t('petitionsOpen')} value={format.number(petitions.open)} note={t('count')} />
        <Figure label={t('petitionsClosed')} value={format.number(petitions.closed)} note={t('count')} />
        <Figure
          label={t('satisfaction')}
          value={satisfaction.mean === null ? t('notMeasured') : format.number(satisfaction.mean, 2)}
          note={satisfaction.mean === null ? '' : t('satisfactionUnit', { n: satisfaction.ratings })}
        />
      </dl>
      <QueryPanel query={query} what={t('petitions')}>
        {({ pages }) => {
          const rows = pages.flatMap((page) => page.rows)
          return rows.length === 0 ? (
            <EmptyState icon="chat" title={t('emptyPetitions')} />
          ) : (
            <>
              <RecordList rows={rows} />
              {query.hasNextPage && (
                <div className="tk-foot">
                  <Button size="sm" isPending={query.isFetchingNextPage} onPress={() => void query.fetchNextPage()}>
                    {t('more')}
                  </Button>
                </div>
              )}
            </>
          )
        }}
      </QueryPanel>
      {tying && <TieDialog cardId={cardId} onClose={() => setTying(false)} />}
    </Card>
  )
}

function Figure({ label, value, note }: { readonly label: string; readonly value: string; readonly note: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {value} <small>{note}</small>
      </dd>
    </div>
  )
}

function Groups({ cardId, view }: PartProps) {
  const t = useWords(cardWords)
  const format = useFormat()
  const [editing, setEditing] = useState<TargetGroup | 'new'>()
  const [removing, setRemoving] = useState<TargetGroup>()
  const canEdit = view.abilities.includes('edit-customers')
  return (
    <Card
      title={t('customerGroups')}
      more={
        canEdit && (
          <span className="tk-cardacts">
            <Button size="sm" icon="plus" onPress={() => setEditing('new')}>
              {t('addGroup')}
            </Button>
          </span>
        )
      }
    >
      {view.groups.length === 0 ? (
        <EmptyState icon="users" title={t('emptyGroups')}>
          {t('emptyGroupsNext')}
        </EmptyState>
      ) : (
        <ul className="tk-marks">
          {view.groups.map((group) => (
            <li key={group.id}>
              <span className="h-row">
                <b>{group.name}</b>
                <Tag>{t(`group-${group.kind}`)}</Tag>
                {group.size !== null && <span className="h-xs">{t('people', { n: format.number(group.size) })}</span>}
              </span>
              {group.description && <small>{group.description}</small>}
              {canEdit && (
                <span className="h-row tk-actcell">
                  <Button
                    size="sm"
                    variant="txt"
                    aria-label={`${group.name} ${t('editGroup')}`}
                    onPress={() => setEditing(group)}
                  >
                    {t('editGroup')}
                  </Button>
                  <IconButton
                    icon="trash"
                    label={`${group.name} ${t('removeGroup')}`}
                    onPress={() => setRemoving(group)}
                  />
                </span>
              )}
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <GroupDialog
          cardId={cardId}
          group={editing === 'new' ? undefined : editing}
          onClose={() => setEditing(undefined)}
        />
      )}
      {removing && <RemoveGroup group={removing} onClose={() => setRemoving(undefined)} />}
    </Card>
  )
}

function RemoveGroup({ group, onClose }: { readonly group: TargetGroup; readonly onClose: () => void }) {
  const t = useWords(cardWords)
  const trpc = useTRPC()
  const act = useMutation(trpc.task.removeTargetGroup.mutationOptions(useActOptions(t('saved'), onClose)))
  return (
    <ReasonAsk
      title={t('removeGroup')}
      lead={t('removeGroupLead', { name: group.name })}
      isPending={act.isPending}
      danger
      onClose={onClose}
      onSubmit={(reason) => act.mutate({ groupId: group.id, version: group.version, reason })}
    />
  )
}
