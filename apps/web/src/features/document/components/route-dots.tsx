import { useWords } from '@harmony/ui'
import { Fragment } from 'react'
import type { InboxRow } from '../api.ts'
import { inboxWords } from '../inbox-words.ts'
import { documentWords } from '../words.ts'

/** How far a document is on its route: dots for the eye, words for everybody. */
export function RouteDots({ row }: { readonly row: InboxRow }) {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const { done, of } = row.progress
  if (of === 0) return <div className="dc-rt" />
  const running = row.state === 'in-review' || row.state === 'on-hold'
  const at = running ? done : of
  const state = (index: number) => (index < done ? 'done' : running && index === at ? 'current' : 'todo')
  const names = row.waitingFor.map((person) => person.name).join(', ')
  return (
    <div className="dc-rt">
      <div className="dots" aria-hidden="true">
        {Array.from({ length: of }, (_, index) => (
          <Fragment key={index}>
            {index > 0 && <s data-state={index <= done ? 'done' : 'todo'} />}
            <i data-state={state(index)} />
          </Fragment>
        ))}
      </div>
      <div className="w">
        <span className="h-sr">{t('stepsOf', { of, n: Math.min(done + 1, of) })} </span>
        {running ? (
          <>
            <b>
              {t('step', { n: Math.min(done + 1, of), of })} {row.step ? t('myTurn') : ''}
            </b>
            {!row.step && names && ` · ${t('turnOf', { name: names })}`}
          </>
        ) : (
          <span className="h-sr">{d(`state-${row.state}`)}</span>
        )}
      </div>
    </div>
  )
}
