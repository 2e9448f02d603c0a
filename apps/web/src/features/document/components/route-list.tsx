import { Card, Tag, useText, useWords } from '@harmony/ui'
import type { DocumentCard, Opinion, RouteStep } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { useWhen } from '../lib/when.ts'
import { roleTone } from '../vocabulary.ts'
import { documentWords } from '../words.ts'

interface RouteListProps {
  readonly card: DocumentCard
}

/** 경로부: from the drafter to the last approver, each with what was asked, the opinion, the result and the time. */
export function RouteList({ card }: RouteListProps) {
  const t = useWords(cardWords)
  const rounds = [...new Set(card.earlier.map((step) => step.round))].sort((a, b) => b - a)
  return (
    <Card
      title={t('route')}
      aside={card.round > 1 ? <Tag tone="amber">{t('round', { n: card.round })}</Tag> : undefined}
    >
      <Round card={card} steps={card.route} round={card.round} />
      {rounds.length > 0 && (
        <details className="dc-earlier">
          <summary>{t('earlier', { n: rounds.length })}</summary>
          {rounds.map((round) => (
            <section key={round} aria-label={t('round', { n: round })}>
              <h3>{t('round', { n: round })}</h3>
              <Round card={card} steps={card.earlier.filter((step) => step.round === round)} round={round} />
            </section>
          ))}
        </details>
      )}
    </Card>
  )
}

interface RoundProps extends RouteListProps {
  readonly steps: readonly RouteStep[]
  readonly round: number
}

function Round({ card, steps, round }: RoundProps) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const text = useText()
  const when = useWhen()
  const running = round === card.round
  const given = (step: RouteStep) => card.opinions.filter((one) => one.stepId === step.id)
  const shared = new Set(steps.filter((a) => steps.some((b) => b.id !== a.id && b.order === a.order)).map((a) => a.id))
  return (
    <ol className="dc-steps">
      <li data-state="done">
        <div className="dc-who">
          <Tag>{d('drafter')}</Tag>
          <b>{card.drafter.name}</b>
          <span className="h-muted h-xs">
            {[card.drafter.title, card.drafter.unit].flatMap((one) => (one ? [text(one)] : [])).join(' · ')}
          </span>
          {running && card.submittedAt && (
            <time className="h-xs h-muted" dateTime={card.submittedAt}>
              {when(card.submittedAt)}
            </time>
          )}
        </div>
        {running && card.changeNote && (
          <p className="dc-opinion">
            <b>{t('changeNote')}</b> {card.changeNote}
          </p>
        )}
      </li>
      {steps.map((step) => (
        <Step
          key={step.id}
          step={step}
          opinions={given(step)}
          isParallel={shared.has(step.id)}
          isClosed={step.final && card.execution?.state === 'closed'}
        />
      ))}
      {running && card.execution && (
        <li data-state={card.execution.state === 'closed' ? 'done' : 'turn'}>
          <div className="dc-who">
            <Tag>{t('execution')}</Tag>
            <b>{card.execution.person.name}</b>
            <span className="dc-result">
              {t(card.execution.state === 'closed' ? 'executionClosed' : 'executionOpen')}
            </span>
          </div>
        </li>
      )}
    </ol>
  )
}

interface StepProps {
  readonly step: RouteStep
  readonly opinions: readonly Opinion[]
  readonly isParallel: boolean
  /** The final direction has been carried out to the end. */
  readonly isClosed: boolean
}

function Step({ step, opinions, isParallel, isClosed }: StepProps) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const text = useText()
  const when = useWhen()
  const asked = step.request.note
    ? `${d(`ask-${step.request.action}`)}-${step.request.note}`
    : step.request.action === 'report'
      ? null
      : d(`ask-${step.request.action}`)
  const now = step.state === 'turn' || step.state === 'held'
  return (
    <li data-state={step.state} aria-current={now ? 'step' : undefined}>
      <div className="dc-who">
        <Tag tone={roleTone(step.role)}>{d(`role-${step.role}`)}</Tag>
        <b>{step.person.name}</b>
        <span className="h-muted h-xs">
          {[step.person.title, step.person.unit].flatMap((one) => (one ? [text(one)] : [])).join(' · ')}
        </span>
        {step.delegated && <Tag tone="green">{d('delegated')}</Tag>}
        {step.actingFor && <Tag tone="amber">{d('actingFor', { name: step.actingFor.name })}</Tag>}
        {isParallel && <Tag>{t('parallel')}</Tag>}
      </div>
      {asked && <p className="dc-asked h-xs h-muted">{t('requested', { what: asked })}</p>}
      {opinions.map((one) => (
        <OpinionText key={one.id} opinion={one} isClosed={isClosed} />
      ))}
      {now && (
        <p className="dc-now">
          {t(step.state === 'held' ? 'held' : 'turn')}
          {step.turnAt && <time dateTime={step.turnAt}>{t('since', { at: when(step.turnAt) })}</time>}
        </p>
      )}
      {(step.state === 'waiting' || step.state === 'skipped') && opinions.length === 0 && (
        <p className="h-xs h-muted">{t(step.state)}</p>
      )}
    </li>
  )
}

/** What somebody said when processing it; never altered. */
function OpinionText({ opinion, isClosed }: { readonly opinion: Opinion; readonly isClosed: boolean }) {
  const t = useWords(cardWords)
  const d = useWords(documentWords)
  const when = useWhen()
  const directed = opinion.directive === null ? '' : d(`directive-${opinion.directive}`)
  const what = isClosed && opinion.directive === 'execute' ? t('closedMark', { what: directed }) : directed
  const result = opinion.directive === null ? t('resultReport') : t('resultDirect', { what })
  return (
    <div className="dc-opinion">
      <p className="dc-result">
        <b>{opinion.actionType === 'report' ? t('resultReport') : result}</b>
        {opinion.grade && <Tag tone="green">{d('gradeOf', { grade: opinion.grade })}</Tag>}
        <time className="h-xs h-muted" dateTime={opinion.at}>
          {when(opinion.at)}
        </time>
      </p>
      {opinion.opinion && <p className="h-prose">{opinion.opinion}</p>}
      {opinion.directives.length > 0 && (
        <ul className="dc-said">
          {opinion.directives.map((line) => (
            <li key={line} className="h-prose">
              {line}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}
