import type { Localized } from '@harmony/ui'
import { type RichNode, RichText, useFormat, useText, useWords } from '@harmony/ui'
import type { ApproverMark } from '../api.ts'
import { detailWords } from '../detail-words.ts'
import { dispatchWords } from '../words.ts'

export interface PaperProps {
  readonly agency: Localized
  /** 발신명의: in whose name it goes out. */
  readonly senderName: Localized
  readonly title: string
  readonly body: RichNode
  readonly files: readonly { readonly id: string; readonly name: string }[]
  /** Names of the receivers, in the order of the paper. */
  readonly receivers: readonly string[]
  /** 결재자표시; empty when it was left out. */
  readonly approvers: readonly ApproverMark[]
  readonly number: string | null
  readonly sentAt: string | null
  readonly receptionNumber?: string | null
  readonly receivedAt?: string | null
  readonly disclosure: 'open' | 'partial' | 'closed'
  readonly grounds: readonly string[]
}

/**
 * 시행문 as it is printed (행정업무의 운영 및 혁신에 관한 규정 시행규칙, 별지 제1호): agency, receivers, title, text,
 * attachments, sender, approvals, numbers, disclosure.
 */
export function OfficialPaper(props: PaperProps) {
  const { agency, senderName, title, body, files, receivers, approvers, disclosure, grounds } = props
  const t = useWords(detailWords)
  const d = useWords(dispatchWords)
  const text = useText()
  const many = receivers.length > 1
  return (
    <article className="ds-paper" aria-label={t('paper', { title })}>
      <p className="ds-agency">{text(agency)}</p>
      <dl className="ds-lines">
        <dt>{t('to')}</dt>
        <dd>{many ? t('toMany') : (receivers[0] ?? '—')}</dd>
        <dt>{t('subject')}</dt>
        <dd className="ds-subject">{title}</dd>
      </dl>
      <RichText doc={body} />
      {files.length === 0 ? (
        <p className="ds-end">{t('end')}</p>
      ) : (
        <dl className="ds-lines ds-attached">
          <dt>{t('attached')}</dt>
          <dd>
            <ol>
              {files.map((file, index) => (
                <li key={file.id}>
                  {file.name}
                  {index === files.length - 1 && `  ${t('end')}`}
                </li>
              ))}
            </ol>
          </dd>
        </dl>
      )}
      <p className="ds-sender">{text(senderName)}</p>
      {many && (
        <dl className="ds-lines">
          <dt>{t('toList')}</dt>
          <dd>{receivers.join(', ')}</dd>
        </dl>
      )}
      {approvers.length > 0 && <Approvals approvers={approvers} />}
      <Numbers {...props} />
      <dl className="ds-lines ds-small">
        <dt>{t('disclosure')}</dt>
        <dd>
          {d(`open-${disclosure}`)}
          {grounds.length > 0 && ` (${grounds.map((n) => d('ground', { n })).join(', ')})`}
        </dd>
      </dl>
    </article>
  )
}

function Approvals({ approvers }: { readonly approvers: readonly ApproverMark[] }) {
  const t = useWords(detailWords)
  const d = useWords(dispatchWords)
  const text = useText()
  return (
    <ul className="ds-approvals" aria-label={t('approvals')}>
      {approvers.map((one, index) => (
        <li key={index}>
          <small>
            {d(`role-${one.role}`)}
            {one.mark && ` · ${d(`mark-${one.mark}`)}`}
          </small>
          <span>
            {one.title && `${text(one.title)} `}
            <b>{one.name}</b>
          </span>
        </li>
      ))}
    </ul>
  )
}

function Numbers({ number, sentAt, receptionNumber, receivedAt }: PaperProps) {
  const t = useWords(detailWords)
  const format = useFormat()
  const stamped = (value: string, at: string | null | undefined) => (at ? `${value} (${format.date(at)})` : value)
  return (
    <dl className="ds-lines ds-small">
      <dt>{t('dispatchLine')}</dt>
      <dd>{number === null ? t('notNumbered') : stamped(number, sentAt)}</dd>
      {receptionNumber && (
        <>
          <dt>{t('receptionLine')}</dt>
          <dd>{stamped(receptionNumber, receivedAt)}</dd>
        </>
      )}
    </dl>
  )
}
