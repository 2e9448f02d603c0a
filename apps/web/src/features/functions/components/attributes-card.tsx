import { Card, Tag, useFormat, useText, useWords } from '@harmony/ui'
import type { ReactNode } from 'react'
import type { UnitTask } from '../api.ts'
import { manualWords } from '../manual-words.ts'
import { useServiceName } from '../use-services.ts'

/** 속성정보: who does it, what for, which petitions belong to it. */
export function AttributesCard({ task }: { readonly task: UnitTask }) {
  const t = useWords(manualWords)
  const text = useText()
  const format = useFormat()
  const nameOf = useServiceName()
  const at = format.date(task.changedAt, 'moment')
  return (
    <Card
      title={t('attributes')}
      more={
        <span className="h-more h-muted">
          {task.changedBy === null ? t('changedBySystem', { at }) : t('changed', { who: task.changedBy, at })}
        </span>
      }
      padded
    >
      <dl className="f-facts">
        <Fact name={t('code')}>
          <span className="h-num">{task.code}</span>
        </Fact>
        <Fact name={t('performers')}>
          <ul className="f-units">
            {task.units.map(({ id, name, head }) => (
              <li key={id}>
                <b>{text(name)}</b>
                <span className="h-muted h-xs">
                  {t('head')} {head === null ? t('nobody') : `${head.name} ${text(head.title)}`}
                  {head?.phone && ` · ${head.phone}`}
                </span>
              </li>
            ))}
          </ul>
        </Fact>
        <Fact name={t('coreArea')}>{task.coreArea || '–'}</Fact>
        <Fact name={t('purpose')}>
          <p className="h-prose">{task.purpose || '–'}</p>
        </Fact>
        {task.description && (
          <Fact name={t('description')}>
            <p className="h-prose">{task.description}</p>
          </Fact>
        )}
        <Fact name={t('services')}>
          {task.serviceKeys.length === 0 ? (
            '–'
          ) : (
            <span className="h-row">
              {task.serviceKeys.map((key) => (
                <Tag key={key}>{nameOf(key)}</Tag>
              ))}
            </span>
          )}
        </Fact>
      </dl>
    </Card>
  )
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}
