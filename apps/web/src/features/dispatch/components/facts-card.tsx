import { Card, Link, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { Dispatch, Reception } from '../api.ts'
import { detailWords } from '../detail-words.ts'
import { useWhen } from '../lib/use-when.ts'
import { dispatchWords } from '../words.ts'

/** Where a dispatch comes from and who let it go. */
export function DispatchFacts({ dispatch }: { readonly dispatch: Dispatch }) {
  const t = useWords(detailWords)
  const when = useWhen()
  const agency = useAgency()
  const named = usePersonText()
  const { document, releasedBy, releasedAt, releaser } = dispatch
  return (
    <Card title={t('facts')} padded>
      <dl className="h-dl">
        <dt>{t('document')}</dt>
        <dd>
          <Link href={paths.document(agency, document.id)}>{document.number}</Link>
        </dd>
        <dt>{t('drafter')}</dt>
        <dd>{named(dispatch.drafter)}</dd>
        <dt>{t('approvedAt')}</dt>
        <dd>{when(dispatch.approvedAt)}</dd>
        {releasedBy && releasedAt ? (
          <>
            <dt>{t('releasedBy')}</dt>
            <dd>{t('by', { name: named(releasedBy), at: when(releasedAt) })}</dd>
          </>
        ) : (
          releaser && (
            <>
              <dt>{t('releaser')}</dt>
              <dd>{named(releaser)}</dd>
            </>
          )
        )}
      </dl>
    </Card>
  )
}

/** Where a received document comes from, who has it here and what became of it. */
export function ReceptionFacts({ reception }: { readonly reception: Reception }) {
  const t = useWords(detailWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const named = usePersonText()
  const { sender, dispatchId, outcome, taskCard, closingNote, closedAt } = reception
  return (
    <Card title={t('receptionFacts')} padded>
      <dl className="h-dl">
        <dt>{t('sender')}</dt>
        <dd>
          {text(sender.agency)} {text(sender.unit)} · {sender.drafter}
        </dd>
        <dt>{t('senderNumber')}</dt>
        <dd>
          {sender.number}
          {dispatchId && (
            <>
              <br />
              <Link href={paths.dispatch(agency, dispatchId)}>{t('openDispatch')}</Link>
            </>
          )}
        </dd>
        <dt>{t('arrivedAt')}</dt>
        <dd>{when(reception.arrivedAt)}</dd>
        {reception.receivedAt && (
          <>
            <dt>{t('received')}</dt>
            <dd>
              {t('receivedAs', {
                number: reception.number ?? d('noNumber'),
                at: when(reception.receivedAt),
              })}
            </dd>
          </>
        )}
        <dt>{t('unit')}</dt>
        <dd>{text(reception.unit.name)}</dd>
        <dt>{t('person')}</dt>
        <dd>{reception.person ? named(reception.person) : d('nobody')}</dd>
        {outcome && closedAt && (
          <>
            <dt>{t('outcome')}</dt>
            <dd>{t('by', { name: t(`outcome-${outcome}`), at: when(closedAt) })}</dd>
          </>
        )}
        {taskCard && (
          <>
            <dt>{t('task')}</dt>
            <dd>
              <Link href={paths.task(agency, taskCard.id, { tab: 'reception' })}>{taskCard.name}</Link>
            </dd>
          </>
        )}
        {closingNote && (
          <>
            <dt>{t('note')}</dt>
            <dd>{closingNote}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}

function usePersonText() {
  const text = useText()
  return ({ name, title, unit }: Dispatch['drafter']) =>
    [unit && text(unit), title && text(title), name].filter(Boolean).join(' ')
}
