import { Button, Link, Tag, useFormat, useText, useWords } from '@harmony/ui'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { Directive } from '../api.ts'
import { directiveWords } from '../directive-words.ts'
import { useWhen } from '../lib/when.ts'
import { type DirectiveAct, DirectiveDialog } from './directive-dialog.tsx'

interface DirectiveLineProps {
  readonly directive: Directive
  /** Names the document it came with: off on the document's own card. */
  readonly withDocument?: boolean
}

/** A directive: what, from whom, for whom, until when, what was reported; and what the reader may do with it. */
export function DirectiveLine({ directive, withDocument = false }: DirectiveLineProps) {
  const t = useWords(directiveWords)
  const text = useText()
  const format = useFormat()
  const when = useWhen()
  const agency = useAgency()
  const [asked, setAsked] = useState<DirectiveAct | null>(null)
  const day = (date: string) => format.date(`${date}T12:00:00+09:00`, 'date')
  return (
    <article className="dc-order">
      <div className="dc-order-head">
        <StateTag directive={directive} />
        {directive.dueDate === null ? (
          <span className="h-xs h-muted">{t('noDue')}</span>
        ) : (
          <span className="h-xs" data-hot={directive.overdue || undefined}>
            {t('due')} {day(directive.dueDate)}
          </span>
        )}
        {directive.inTime !== null && directive.dueDate !== null && (
          <Tag tone={directive.inTime ? 'green' : 'red'}>{t(directive.inTime ? 'inTime' : 'late')}</Tag>
        )}
      </div>
      <p className="h-prose">{directive.text}</p>
      <p className="h-xs h-muted">
        {directive.giver.name}
        {directive.giver.title && ` ${text(directive.giver.title)}`} → {directive.person.name}
        {directive.person.title && ` ${text(directive.person.title)}`} · {format.date(directive.givenAt, 'day')}
      </p>
      {withDocument && (
        <p className="h-xs">
          <Link href={paths.document(agency, directive.documentId)}>
            {[directive.documentNumber, directive.documentTitle].filter(Boolean).join(' ')}
          </Link>
        </p>
      )}
      {directive.reports.length > 0 && (
        <ol className="dc-reports">
          {directive.reports.map((one) => (
            <li key={one.id}>
              <b>{t(`kind-${one.kind}`)}</b> {one.person}{' '}
              <time className="h-muted h-xs" dateTime={one.at}>
                {when(one.at)}
              </time>
              {one.text && <p className="h-prose">{one.text}</p>}
            </li>
          ))}
        </ol>
      )}
      {directive.abilities.length > 0 && (
        <div className="h-row">
          {directive.abilities.includes('report') && (
            <Button size="sm" variant="sec" onPress={() => setAsked('report')}>
              {t('report')}
            </Button>
          )}
          {directive.abilities.includes('close') && (
            <>
              <Button size="sm" variant="sec" onPress={() => setAsked('close')}>
                {t('close')}
              </Button>
              {directive.state === 'reported' && (
                <Button size="sm" onPress={() => setAsked('send-back')}>
                  {t('sendBack')}
                </Button>
              )}
            </>
          )}
        </div>
      )}
      {asked && <DirectiveDialog directive={directive} act={asked} onClose={() => setAsked(null)} />}
    </article>
  )
}

function StateTag({ directive }: { readonly directive: Directive }) {
  const t = useWords(directiveWords)
  if (directive.overdue) return <Tag tone="red">{t('overdue')}</Tag>
  const tone = directive.state === 'closed' ? 'green' : directive.state === 'reported' ? 'amber' : 'blue'
  return <Tag tone={tone}>{t(`state-${directive.state}`)}</Tag>
}
