import { Card, Link, useFormat, useText, useWords } from '@harmony/ui'
import type { ReactNode } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { draftWords } from '../draft-words.ts'
import { documentWords } from '../words.ts'

/** 관리속성: number, who may read it, filing, keeping, disclosure. */
export function ManagementCard({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const text = useText()
  const { attributes } = card
  const readers = [
    ...(attributes.audienceUnits ?? []).map((unit) => text(unit.name)),
    ...attributes.extraPeople.map((person) => person.name),
  ]
  return (
    <Card title={t('management')} padded>
      <dl className="dc-dl">
        <Pair label={d('number')}>{attributes.number ?? d('noNumber')}</Pair>
        <Pair label={t('accessScope')}>
          {d(`scope-${attributes.accessScope}`)}
          <small>
            {attributes.audienceUnits === null
              ? t('readersAll')
              : readers.length > 0 && t('readers', { who: readers.join(', ') })}
          </small>
        </Pair>
        <Pair label={t('knowledge')}>{text(attributes.knowledgeCategory.name)}</Pair>
        <Pair label={t('retention')}>
          {d(`keep-${attributes.retention}`)}
          <small>{useKeeping(attributes)}</small>
        </Pair>
        <Pair label={t('disclosure')}>
          {d(`open-${attributes.disclosure}`)}
          {attributes.disclosureGrounds.map((ground) => (
            <small key={ground}>{d(`ground-${ground}`)}</small>
          ))}
          {attributes.disclosureNote && <small>{attributes.disclosureNote}</small>}
        </Pair>
        <Ties card={card} />
        <Pair label={t('release')}>{card.release.version}</Pair>
      </dl>
    </Card>
  )
}

function Ties({ card }: { readonly card: DocumentCard }) {
  const t = useWords(draftWords)
  const agency = useAgency()
  if (card.taskCards.length === 0 && card.unitTask === null) return null
  return (
    <>
      {card.taskCards.length > 0 && (
        <Pair label={t('taskCards')}>
          {card.taskCards.map((task) => (
            <Link key={task.id} href={paths.task(agency, task.id)}>
              {task.name}
            </Link>
          ))}
        </Pair>
      )}
      {card.unitTask && (
        <Pair label={t('unitTask')}>
          <Link href={paths.unitTask(agency, card.unitTask.id)}>{card.unitTask.name}</Link>
          <small>{card.unitTask.path.join(' › ')}</small>
        </Pair>
      )}
    </>
  )
}

function useKeeping(attributes: DocumentCard['attributes']): string {
  const t = useWords(cardWords)
  const format = useFormat()
  const day = (date: string) => format.date(`${date}T00:00:00+09:00`)
  const { retentionFrom: from, retentionUntil: until } = attributes
  if (from === null) return t('retentionOpen')
  return until === null
    ? t('retentionFrom', { from: day(from) })
    : t('retentionUntil', { from: day(from), until: day(until) })
}

/** A term and its value in a list of properties. */
export function Pair({ label, children }: { readonly label: ReactNode; readonly children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}
