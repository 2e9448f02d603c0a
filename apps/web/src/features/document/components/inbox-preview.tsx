import { ButtonLink, ErrorState, RichText, Skeleton, Tag, useText, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { AttachedFiles } from '../../files/components/attached-files.tsx'
import { inboxWords } from '../inbox-words.ts'
import { useWhen } from '../lib/when.ts'
import { toneOf } from '../vocabulary.ts'
import { documentWords } from '../words.ts'

/** The document one stands on, for a quick look: body, files, the last opinion. */
export function InboxPreview({ id }: { readonly id: string | null }) {
  const t = useWords(inboxWords)
  const d = useWords(documentWords)
  const text = useText()
  const when = useWhen()
  const agency = useAgency()
  const trpc = useTRPC()
  const errorText = useErrorText()
  const settled = useDeferredValue(id)
  const query = useQuery({
    ...trpc.document.document.queryOptions({ documentId: settled ?? '' }),
    enabled: settled !== null,
  })
  useLiveQueries(settled === null ? [] : [`document:${settled}`], [
    trpc.document.document.queryKey({ documentId: settled ?? '' }),
  ])
  const card = query.data
  if (settled === null) return <p className="dc-preview-none h-muted">{t('pickOne')}</p>
  if (query.error && !card) {
    return <ErrorState what={t('preview')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
  }
  if (!card) return <Skeleton lines={8} />
  const asked = card.abilities.includes('process')
  const mine = card.route.find((step) => step.id === card.myStepId)
  const last = card.opinions.at(-1)
  return (
    <div className="dc-preview">
      <h2>{card.title || t('noTitle')}</h2>
      <p className="dc-standing h-muted h-xs">
        <Tag tone={toneOf(card.state)}>{d(`state-${card.state}`)}</Tag>
        <span>
          {text(card.unit.name)} · {card.drafter.name}
        </span>
        {card.submittedAt && <span>{when(card.submittedAt)}</span>}
        {card.attributes.number && <span>{card.attributes.number}</span>}
      </p>
      <div className="h-row">
        {asked && mine && (
          <ButtonLink variant="pri" icon="stamp" href={`${paths.document(agency, card.id)}?process=1`}>
            {d(`role-${mine.role}`)}
          </ButtonLink>
        )}
        <ButtonLink href={paths.document(agency, card.id)}>{t('openCard')}</ButtonLink>
      </div>
      {last && (last.opinion || last.directives.length > 0) && (
        <blockquote className="dc-opinion">
          <b>{last.person.name}</b>
          <p className="h-prose">{[last.opinion, ...last.directives].filter(Boolean).join('\n')}</p>
        </blockquote>
      )}
      <RichText doc={card.body} />
      {card.files.length > 0 && (
        <div className="dc-files">
          <AttachedFiles files={card.files} />
        </div>
      )}
    </div>
  )
}
