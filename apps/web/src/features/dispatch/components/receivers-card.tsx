import { Card, Link, Tag, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { type Receiver, receiverTone } from '../api.ts'
import { detailWords } from '../detail-words.ts'
import { useWhen } from '../lib/use-when.ts'
import { dispatchWords } from '../words.ts'

/** Every receiver with how far it is there: its number, when, or why it came back. */
export function ReceiversCard({ receivers }: { readonly receivers: readonly Receiver[] }) {
  const t = useWords(detailWords)
  return (
    <Card title={t('receivers')} padded>
      <ul className="ds-receivers">
        {receivers.map((one) => (
          <ReceiverLine key={one.id} receiver={one} />
        ))}
      </ul>
    </Card>
  )
}

function ReceiverLine({ receiver }: { readonly receiver: Receiver }) {
  const t = useWords(detailWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const { receptionNumber, receivedAt, refusal, refusedAt, recalledAt } = receiver
  return (
    <li>
      <span className="ds-who">
        <b>{text(receiver.name)}</b>
        {receiver.kind === 'agency' && <small className="h-muted">{t('agencyKind')}</small>}
      </span>
      <Tag tone={receiverTone(receiver.state)}>{d(`to-${receiver.state}`)}</Tag>
      {receivedAt && <p>{t('receivedAs', { number: receptionNumber ?? d('noNumber'), at: when(receivedAt) })}</p>}
      {refusal !== null && refusedAt !== null && (
        <p className="h-bad">{t('refusal', { reason: refusal, at: when(refusedAt) })}</p>
      )}
      {recalledAt && <p>{t(receiver.recallLate ? 'recalledLate' : 'recalledAt', { at: when(recalledAt) })}</p>}
      {receiver.receptionId && (
        <Link href={paths.reception(agency, receiver.receptionId)} more>
          {t('openReception')}
        </Link>
      )}
    </li>
  )
}
