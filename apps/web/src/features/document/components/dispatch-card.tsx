import { Card, RichText, useText, useWords } from '@harmony/ui'
import type { DocumentCard } from '../api.ts'
import { cardWords } from '../card-words.ts'
import { Pair } from './management-card.tsx'

/** 시행정보: what goes out, to whom, with which files. */
export function DispatchCard({ card }: { readonly card: DocumentCard }) {
  const t = useWords(cardWords)
  const text = useText()
  const { dispatch } = card
  if (!card.kind.dispatched || dispatch === null) return null
  const files = card.files.filter((file) => dispatch.fileIds.includes(file.id))
  return (
    <Card title={t('dispatch')} padded>
      <dl className="dc-dl" data-wide>
        <Pair label={t('dispatchTo')}>
          {dispatch.receivers.length === 0
            ? t('dispatchInside')
            : dispatch.receivers.map((one) => text(one.name)).join(', ')}
        </Pair>
        <Pair label={t('dispatchTitle')}>{dispatch.title || card.title}</Pair>
        {files.length > 0 && <Pair label={t('dispatchFiles')}>{files.map((file) => file.name).join(', ')}</Pair>}
      </dl>
      <RichText doc={dispatch.body} />
      {card.state !== 'approved' && dispatch.receivers.length > 0 && (
        <p className="h-hint">{t('dispatchWhenApproved')}</p>
      )}
    </Card>
  )
}
