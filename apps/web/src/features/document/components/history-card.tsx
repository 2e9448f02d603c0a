import { Card, useText, useWords } from '@harmony/ui'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useWhen } from '../lib/when.ts'

const KNOWN = [
  'created',
  'submitted',
  'processed',
  'withdrawn',
  'route-changed',
  'delegated',
  'attributes-changed',
  'superseded',
  'approved',
  'returned',
  'held',
  'stopped',
  'directive-given',
  'directive-reported',
  'directive-closed',
] as const

/** Everything that was done to the document, newest first: who, when, why. */
export function HistoryCard({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const text = useText()
  const when = useWhen()
  const lines = [...card.history].sort((a, b) => (a.at < b.at ? 1 : -1))
  const word = (kind: string) => t(`event-${KNOWN.find((one) => one === kind) ?? 'other'}`)
  return (
    <Card title={t('history')} padded>
      <ol className="dc-history">
        {lines.map((line) => (
          <li key={line.id}>
            <time dateTime={line.at}>{when(line.at)}</time>
            <span>
              <b>{word(line.kind)}</b>
              {line.person && ` · ${line.person.name}`}
              {line.person?.title && ` ${text(line.person.title)}`}
            </span>
            {line.reason && <small>{line.reason}</small>}
          </li>
        ))}
      </ol>
    </Card>
  )
}
