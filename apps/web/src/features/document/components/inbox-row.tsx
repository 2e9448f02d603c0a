import { Button, Icon, Tag, useText, useWords } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import type { InboxRow } from '../api.ts'
import { inboxWords } from '../inbox-words.ts'
import { useWhen } from '../lib/when.ts'
import { roleTone, toneOf } from '../vocabulary.ts'
import { documentWords } from '../words.ts'
import { RouteDots } from './route-dots.tsx'

interface InboxRowViewProps {
  readonly row: InboxRow
  /** The one main act of the list. */
  readonly isFirst?: boolean
}

/** A document in a list of approvals: what is asked, title, from whom, how far, since when, the act. */
export function InboxRowView({ row, isFirst = false }: InboxRowViewProps) {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const { history } = useRouter()
  const asked = row.step && row.state === 'in-review' ? row.step : null
  const label = asked ? d(`role-${asked.role}`) : row.state === 'draft' ? t('edit') : d('open')
  const href = paths.document(agency, row.id) + (asked ? '?process=1' : '')
  return (
    <div className="dc-row" data-doc={row.id}>
      <span className="ty">
        {asked ? (
          <Tag tone={roleTone(asked.role)}>{d(`role-${asked.role}`)}</Tag>
        ) : (
          <Tag tone={toneOf(row.state)}>{d(`state-${row.state}`)}</Tag>
        )}
      </span>
      <div className="bd">
        <div className="t">
          <span className="tt">{row.title || t('noTitle')}</span>
          {row.files > 0 && (
            <span className="cl">
              <Icon name="clip" size={14} />
              <span className="h-sr">{d('files')} </span>
              {row.files}
            </span>
          )}
          {asked?.actingFor && <Tag tone="amber">{d('actingFor', { name: asked.actingFor.name })}</Tag>}
          {row.grade && <Tag tone="green">{d('gradeOf', { grade: row.grade })}</Tag>}
        </div>
        <div className="m">
          {[row.drafter.name, text(row.unit.name), when(row.at), row.number, text(row.kind.name)]
            .filter(Boolean)
            .join(' · ')}
        </div>
      </div>
      <RouteDots row={row} />
      <span className="go">
        <Button
          size="sm"
          variant={isFirst && (asked !== null || row.state === 'draft') ? 'pri' : 'ter'}
          aria-label={`${row.title} ${label}`}
          onPress={() => history.push(href)}
        >
          {label}
        </Button>
      </span>
    </div>
  )
}
