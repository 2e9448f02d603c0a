import { Button, Card, Link, Tag, TaskMark, useFormat, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { TaskCardView } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { dotted } from '../lib/days.ts'
import { useFieldText } from './card-fields.tsx'
import { HistoryDialog } from './history-dialog.tsx'

interface HeaderTabProps {
  readonly card: TaskCardView
  readonly onEdit: () => void
  readonly onEditManaged: () => void
}

/** 표제부 (R8): what the task is, whose, with whom, and where it hangs; close watch beside it. */
export function HeaderTab({ card, onEdit, onEditManaged }: HeaderTabProps) {
  const t = useWords(cardWords)
  const text = useText()
  const format = useFormat()
  const agency = useAgency()
  const fieldText = useFieldText()
  const [history, setHistory] = useState(false)
  const { managedTask } = card
  return (
    <div className="tk-lay">
      <Card
        title={t('header')}
        more={
          <span className="tk-cardacts">
            {card.abilities.includes('edit') && (
              <Button size="sm" onPress={onEdit}>
                {t('edit')}
              </Button>
            )}
            <Button size="sm" icon="clock" onPress={() => setHistory(true)}>
              {t('history')}
            </Button>
          </span>
        }
        padded
      >
        <dl className="tk-dl" data-wide>
          <dt>{t('name')}</dt>
          <dd>
            <b>{card.name}</b>
          </dd>
          <dt>{t('unitTask')}</dt>
          <dd>
            <Link href={paths.unitTask(agency, card.unitTask.id)}>{card.unitTask.name}</Link>
            <small>{[...card.unitTask.path, card.unitTask.code].join(' › ')}</small>
          </dd>
          <dt>{t('managedTask')}</dt>
          <dd>
            {managedTask === null ? (
              t('noManaged')
            ) : (
              <>
                <Link href={paths.tasks(agency, { managed: managedTask.id, status: 'all' })}>{managedTask.name}</Link>{' '}
                <span className="h-xs h-muted">{t('cardsOf', { n: managedTask.cards })}</span>{' '}
                {managedTask.annualReport && <Tag tone="blue">{t('annual')}</Tag>}{' '}
                {managedTask.qualityManaged && <Tag tone="blue">{t('qualityManaged')}</Tag>}
                {card.abilities.includes('edit-managed') && (
                  <Button size="sm" variant="txt" onPress={onEditManaged}>
                    {t('editManaged')}
                  </Button>
                )}
              </>
            )}
          </dd>
          {managedTask !== null && (
            <>
              <dt>{t('objective')}</dt>
              <dd>
                {managedTask.objective ? (
                  <Link href={paths.strategyMap(agency, { objective: managedTask.objective.key })}>
                    {text(managedTask.objective.name)}
                  </Link>
                ) : (
                  t('objectiveNone')
                )}
              </dd>
            </>
          )}
          <dt>{t('goal', { year: card.year })}</dt>
          <dd className="h-prose">{card.goal || '—'}</dd>
          <dt>{t('background')}</dt>
          <dd className="h-prose">{card.background || '—'}</dd>
          {card.fieldTypes.map((field) => (
            <FieldRow key={field.key} name={text(field.name)} value={fieldText(field, card.fields[field.key])} />
          ))}
          <dt>{t('unit')}</dt>
          <dd>{text(card.unit.name)}</dd>
          <dt>{t('owner')}</dt>
          <dd>{card.owner.name}</dd>
          <dt>{t('members')}</dt>
          <dd>{card.members.map((one) => one.name).join(', ') || t('noMembers')}</dd>
          <dt>{t('opened')}</dt>
          <dd>{dotted(card.openedOn)}</dd>
          <dt>{t('changed')}</dt>
          <dd>{t('changedBy', { when: format.date(card.changedAt, 'moment'), who: card.changedBy?.name ?? '' })}</dd>
        </dl>
      </Card>
      <div className="h-stack">
        <Marks card={card} />
        {managedTask !== null && managedTask.cards > 1 && (
          <SisterCards managedTaskId={managedTask.id} cardId={card.id} />
        )}
      </div>
      {history && (
        <HistoryDialog title={t('historyTitle')} cardId={card.id} area="header" onClose={() => setHistory(false)} />
      )}
    </div>
  )
}

function FieldRow({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className="h-prose">{value}</dd>
    </>
  )
}

/** Every time the task was put under close watch or flagged weak, and how it ended (R15). */
function Marks({ card }: { readonly card: TaskCardView }) {
  const t = useWords(cardWords)
  const format = useFormat()
  return (
    <Card title={t('marksTitle')}>
      {card.marks.length === 0 ? (
        <p className="h-card-body h-muted h-xs">{t('marksNone')}</p>
      ) : (
        <ul className="tk-marks">
          {card.marks.map((mark) => (
            <li key={`${mark.mark}${mark.putAt}`} data-lifted={mark.liftedAt !== null || undefined}>
              <Tag tone={mark.liftedAt === null ? 'red' : 'gray'}>
                {t(mark.mark === 'watch' ? 'watched' : 'markedWeak')}
              </Tag>
              <p>{mark.reason}</p>
              <small>
                {t('markBy', { when: format.date(mark.putAt, 'moment'), who: mark.putBy?.name ?? '' })}
                {mark.liftedAt !== null && (
                  <>
                    <br />
                    {t('liftedBy', {
                      when: format.date(mark.liftedAt, 'moment'),
                      who: mark.liftedBy?.name ?? '',
                      reason: mark.liftReason ?? '',
                    })}
                  </>
                )}
              </small>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

/** The other cards of the managed task, with how they stand. */
function SisterCards({ managedTaskId, cardId }: { readonly managedTaskId: string; readonly cardId: string }) {
  const t = useWords(cardWords)
  const text = useText()
  const trpc = useTRPC()
  const agency = useAgency()
  const query = useQuery(trpc.task.managedTask.queryOptions({ managedTaskId }))
  const others = query.data?.cards.filter((one) => one.id !== cardId) ?? []
  if (others.length === 0) return null
  return (
    <Card title={t('otherCards')}>
      <ul className="tk-marks">
        {others.map((one) => (
          <li key={one.id}>
            <Link href={paths.task(agency, one.id)}>{one.name}</Link>
            <small>
              <TaskMark ok={!one.behind} /> {text(one.unit.name)} · {one.owner.name}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  )
}
