import { RichText, useFormat, useText, useWords } from '@harmony/ui'
import type { PrintedDocument } from '../api.ts'
import { printWords } from '../print-words.ts'
import { documentWords } from '../words.ts'

/** 기안문 (행정업무규정 시행규칙 별지 서식): agency, 수신, title, body, 붙임, the row of approvals, number, disclosure. */
export function OfficialForm({ doc }: { readonly doc: PrintedDocument }) {
  const t = useWords(printWords)
  const d = useWords(documentWords)
  const text = useText()
  const format = useFormat()
  return (
    <article className="dp-sheet" aria-label={doc.title}>
      <header>
        <p className="dp-agency">{text(doc.agency)}</p>
        {doc.state !== 'approved' && <p className="dp-open">{t('notApproved')}</p>}
      </header>
      <dl className="dp-head">
        <div>
          <dt>{t('to')}</dt>
          <dd>{doc.receivers.length > 0 ? doc.receivers.map((one) => text(one)).join(', ') : t('internal')}</dd>
        </div>
        <div>
          <dt>{t('via')}</dt>
          <dd />
        </div>
        <div className="dp-title">
          <dt>{t('title')}</dt>
          <dd>{doc.title}</dd>
        </div>
      </dl>
      {doc.fields.length > 0 && (
        <table className="dp-fields">
          <caption className="h-sr">{t('header')}</caption>
          <tbody>
            {doc.fields.map((field) => (
              <tr key={text(field.name)}>
                <th scope="row">{text(field.name)}</th>
                <td className="h-prose">{field.value}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <div className="dp-body">
        <RichText doc={doc.body} />
      </div>
      <p className="dp-files">
        {doc.files.length > 0 && (
          <>
            <b>{t('attachments')}</b>
            <span>
              {doc.files.map((name, index) => (
                <span key={name}>
                  {t('oneCopy', { n: index + 1, name })}
                  {index < doc.files.length - 1 ? <br /> : ` ${t('end')}`}
                </span>
              ))}
            </span>
          </>
        )}
        {doc.files.length === 0 && <span>{t('end')}</span>}
      </p>
      <footer>
        <Approvals doc={doc} />
        <p className="dp-line">
          <b>{t('number')}</b> {doc.number ?? t('notNumbered')}
          {doc.completedAt && ` (${format.date(doc.completedAt)})`}
          <span className="dp-gap" />
          <b>{t('received')}</b> <span className="dp-blank" />
        </p>
        <p className="dp-line">
          {text(doc.unit)} · {text(doc.kind)}
          <span className="dp-gap" />
          {t('retention')} {d(`keep-${doc.attributes.retention}`)} / {d(`open-${doc.attributes.disclosure}`)}
          {doc.attributes.disclosureGrounds.length > 0 && ` (${doc.attributes.disclosureGrounds.join(', ')})`}
        </p>
      </footer>
    </article>
  )
}

/** 결재란: from the drafter to the approver, title above, name and day below, 전결 and 대결 marked; 협조 beneath. */
function Approvals({ doc }: { readonly doc: PrintedDocument }) {
  const t = useWords(printWords)
  const text = useText()
  const format = useFormat()
  return (
    <div className="dp-approvals">
      <table>
        <caption className="h-sr">{t('approvals')}</caption>
        <thead>
          <tr>
            {doc.approvals.map((one, index) => (
              <th key={`${one.person.id} ${index}`} scope="col">
                {one.person.title ? text(one.person.title) : t(one.role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            {doc.approvals.map((one, index) => (
              <td key={`${one.person.id} ${index}`}>
                {one.mark && (
                  <span className="dp-mark">
                    {t(one.mark)}
                    {one.at && ` ${format.date(one.at)}`}
                  </span>
                )}
                <b>{one.person.name}</b>
                <small>{one.at ? (one.mark ? '' : format.date(one.at)) : t('waiting')}</small>
              </td>
            ))}
          </tr>
        </tbody>
      </table>
      {doc.consents.length > 0 && (
        <p className="dp-line">
          <b>{t('consents')}</b>{' '}
          {doc.consents
            .map((one) =>
              [one.person.title && text(one.person.title), one.person.name, one.at ? format.date(one.at) : t('waiting')]
                .filter(Boolean)
                .join(' '),
            )
            .join(', ')}
        </p>
      )}
    </div>
  )
}
