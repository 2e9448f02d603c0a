import { Card, useWords } from '@harmony/ui'
import type { ChangeLine } from '../api.ts'
import { useMoment } from '../lib/use-moment.ts'
import { recordWords } from '../words.ts'

type Word = keyof (typeof recordWords)['ko']

function known(key: string): key is Word {
  return Object.hasOwn(recordWords.ko, key)
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)

/** What was done to a record, newest first: when, what, who, why. */
export function Changes({ changes }: { readonly changes: readonly ChangeLine[] }) {
  const t = useWords(recordWords)
  const moment = useMoment()
  const word = (prefix: string, key: string) => {
    const name = `${prefix}${capital(key)}`
    return known(name) ? t(name) : key
  }
  return (
    <ol className="r-changes">
      {changes.map((change) => (
        <li key={change.id}>
          <time dateTime={change.at}>{moment(change.at)}</time>
          <span>
            <b>{word('change', change.kind)}</b>
            {change.person && ` · ${change.person}`}
            {change.fields.length > 0 && <small>{change.fields.map((field) => word('field', field)).join(', ')}</small>}
            {change.reason && <small>{change.reason}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}

/** The same in a card of its own. */
export function HistoryCard({ changes }: { readonly changes: readonly ChangeLine[] }) {
  const t = useWords(recordWords)
  return (
    <Card title={t('history')} padded>
      <Changes changes={changes} />
    </Card>
  )
}
