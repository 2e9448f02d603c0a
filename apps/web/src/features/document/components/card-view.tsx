import { Breadcrumb, Card, Link, Note, PageHead, RichText, Tag, useText, useWords } from '@harmony/ui'
import { useAgency } from '../../../lib/agency.ts'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useWhen } from '../lib/when.ts'
import { toneOf } from '../vocabulary.ts'
import { documentWords } from '../words.ts'
import { CardActs } from './card-acts.tsx'
import { DirectiveLine } from './directive-line.tsx'
import { DispatchCard } from './dispatch-card.tsx'
import { HistoryCard } from './history-card.tsx'
import { useFieldText } from './kind-fields.tsx'
import { ManagementCard, Pair } from './management-card.tsx'
import { RouteList } from './route-list.tsx'
import { VersionsCard } from './versions-card.tsx'

interface CardViewProps {
  readonly card: DocumentCard
  /** Opens 문서처리 at once: the list's 검토 button leads here. */
  readonly startProcessing: boolean
}

/** 문서관리카드: body left; route, management, history right. */
export function CardView({ card, startProcessing }: CardViewProps) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const agency = useAgency()
  usePageTitle(`${card.attributes.number ?? ''} ${card.title}`.trim())
  return (
    <>
      <PageHead
        title={card.title}
        above={
          <Breadcrumb
            items={[
              { label: d('documents'), href: paths.documents(agency) },
              { label: card.attributes.number ?? d('noNumber') },
            ]}
          />
        }
        actions={<CardActs card={card} startProcessing={startProcessing} />}
      />
      <Standing card={card} />
      {card.supersededBy && (
        <Note tone="amber">
          <Link look="inline" href={paths.document(agency, card.supersededBy.id)}>
            {t('supersededBy', { title: card.supersededBy.title })}
          </Link>
        </Note>
      )}
      <div className="dc-lay">
        <div className="h-stack">
          <Card title={t('body')} padded>
            <Fields card={card} />
            <RichText doc={card.body} />
            {card.files.length > 0 && (
              <div className="dc-files">
                <AttachedFiles files={card.files} />
              </div>
            )}
          </Card>
          <DispatchCard card={card} />
          {card.directives.length > 0 && (
            <Card title={t('directives')}>
              <div className="dc-orders">
                {card.directives.map((one) => (
                  <DirectiveLine key={one.id} directive={one} />
                ))}
              </div>
            </Card>
          )}
          <VersionsCard card={card} />
        </div>
        <div className="h-stack">
          <RouteList card={card} />
          <ManagementCard card={card} />
          <HistoryCard card={card} />
        </div>
      </div>
    </>
  )
}

/** State, kind, drafter, whom it waits for, grade: one line under the title. */
function Standing({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const text = useText()
  const when = useWhen()
  const waiting = card.route.filter((step) => step.state === 'turn' || step.state === 'held')
  return (
    <p className="dc-standing h-muted">
      <Tag tone={toneOf(card.state)}>{d(`state-${card.state}`)}</Tag>
      {card.grade && <Tag tone="green">{d('gradeOf', { grade: card.grade })}</Tag>}
      <span>{text(card.kind.name)}</span>
      <span>
        {text(card.unit.name)} · {card.drafter.name}
      </span>
      {card.completedAt ? (
        <span>{t('completed', { at: when(card.completedAt) })}</span>
      ) : (
        card.submittedAt && <span>{t('drafted', { at: when(card.submittedAt) })}</span>
      )}
      {waiting.length > 0 && (
        <b className="dc-turn">{t('waitsFor', { name: waiting.map((step) => step.person.name).join(', ') })}</b>
      )}
    </p>
  )
}

/** 표제부: what the agency's release asks for on this kind. */
function Fields({ card }: { readonly card: DocumentCard }) {
  const text = useText()
  const words = useFieldText()
  const filled = card.kind.fields.filter(
    (field) => card.fields[field.key] !== undefined && card.fields[field.key] !== null,
  )
  if (filled.length === 0) return null
  return (
    <dl className="dc-dl" data-wide>
      {filled.map((field) => (
        <Pair key={field.key} label={text(field.name)}>
          <span className="h-prose">{words(field, card.fields[field.key])}</span>
        </Pair>
      ))}
    </dl>
  )
}
