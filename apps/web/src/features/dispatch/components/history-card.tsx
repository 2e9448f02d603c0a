import { Card, useText, useWords } from '@harmony/ui'
import type { HistoryLine } from '../api.ts'
import { historyWords } from '../history-words.ts'
import { useWhen } from '../lib/use-when.ts'
import { dispatchWords } from '../words.ts'

const ID = /^[\da-f-]{36}$/

type Key = keyof (typeof historyWords)['ko']

/** What was done, by whom, when and why; the newest first. */
export function HistoryCard({ history }: { readonly history: readonly HistoryLine[] }) {
  const h = useWords(historyWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const when = useWhen()
  const word = (kind: string) => (Object.hasOwn(historyWords.ko, kind) ? h(kind as Key) : kind)
  return (
    <Card title={d('history')} padded>
      {history.length === 0 ? (
        <p className="h-muted">{d('noHistory')}</p>
      ) : (
        <ol className="ds-history" reversed>
          {[...history]
            .sort((a, b) => b.at.localeCompare(a.at))
            .map((line) => (
              <li key={line.id}>
                <span>
                  <b>{word(line.kind)}</b>
                  {line.person && (
                    <>
                      {' '}
                      {line.person.title && `${text(line.person.title)} `}
                      {line.person.name}
                    </>
                  )}
                  {told(line.facts)}
                </span>
                <time dateTime={line.at}>{when(line.at)}</time>
                {line.reason && <p>{line.reason}</p>}
              </li>
            ))}
        </ol>
      )}
    </Card>
  )
}

/** Of what the act left behind, what people want to read: to whom, and which number. */
function told(facts: HistoryLine['facts']): string {
  const words = [facts['to'], facts['number']].filter((one) => typeof one === 'string' && one !== '' && !ID.test(one))
  return words.length === 0 ? '' : ` · ${words.join(' · ')}`
}
