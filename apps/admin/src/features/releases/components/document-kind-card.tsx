import { Card, Tag, useText, useWords } from '@harmony/ui'
import type { DocumentKind } from '../lib/model.ts'
import { workWords } from '../work-words.ts'

/** A kind of document: what it asks for, whom it goes through, how it is kept. */
export function DocumentKindCard({ kind }: { readonly kind: DocumentKind }) {
  const t = useWords(workWords)
  const text = useText()
  const marks = [kind.graded ? t('graded') : '', kind.dispatched ? t('dispatched') : ''].filter((mark) => mark !== '')
  return (
    <Card
      title={text(kind.name)}
      aside={
        <span className="h-row">
          {marks.map((mark) => (
            <Tag key={mark}>{mark}</Tag>
          ))}
        </span>
      }
      padded
    >
      <p className="h-muted">{text(kind.description)}</p>
      <dl className="ad-strategy">
        <dt>{t('route')}</dt>
        <dd>
          <ol className="ad-route">
            {ordersOf(kind).map((steps) => (
              <li key={steps[0]?.order}>
                {steps.map((step, i) => (
                  <span key={`${step.who}-${step.unit ?? ''}`}>
                    {i > 0 && ' · '}
                    {step.unit === undefined ? t(step.who) : <code className="ad-rule">{step.unit}</code>}{' '}
                    <b>{t(step.delegated ? 'delegated' : step.role)}</b>
                  </span>
                ))}
              </li>
            ))}
          </ol>
        </dd>
        <dt>{t('fields')}</dt>
        <dd>
          {kind.fields.length === 0
            ? t('noFields')
            : kind.fields.map((field) => (
                <span key={field.key} className="ad-field">
                  {text(field.name)}{' '}
                  <small>
                    {t(field.type === 'number' ? 'figure' : field.type)}
                    {field.required && ` · ${t('required')}`}
                    {field.choices && ` · ${field.choices.map((one) => text(one.name)).join('/')}`}
                  </small>
                </span>
              ))}
        </dd>
        <dt>{t('management')}</dt>
        <dd>
          {[
            `${t('retention')} ${t(`keep-${kind.retention}`)}`,
            `${t('disclosure')} ${t(kind.disclosure)}`,
            `${t('access')} ${t(`to-${kind.accessScope}`)}`,
          ].join(' · ')}
        </dd>
      </dl>
    </Card>
  )
}

/** Steps of one order stand together: they are asked at once. */
function ordersOf({ route }: DocumentKind): DocumentKind['route'][] {
  const orders = [...new Set(route.map((step) => step.order))].sort((a, b) => a - b)
  return orders.map((order) => route.filter((step) => step.order === order))
}
