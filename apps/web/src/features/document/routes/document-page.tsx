import { ErrorState, Skeleton, useWords } from '@harmony/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useLiveQueries } from '../../../lib/live.tsx'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { CardView } from '../components/card-view.tsx'
import { DraftEditor } from '../components/draft-editor.tsx'
import '../document.css'
import { documentWords } from '../words.ts'

/** `/<agency>/documents/<id>`: the document card; a draft of one's own, or with `?edit=1`, opens for writing. */
export function DocumentPage() {
  return (
    <OfficerOnly>
      <Document />
    </OfficerOnly>
  )
}

function Document() {
  const d = useWords(documentWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const { id = '' } = useParams({ strict: false })
  const search = useSearch({ strict: false })
  const [begun, setBegun] = useState(0)
  const query = useQuery(trpc.document.document.queryOptions({ documentId: id }))
  const kinds = useQuery(trpc.document.kinds.queryOptions(undefined, { staleTime: 300_000 }))
  const card = query.data
  const writing = card?.abilities.includes('save') && (card.state === 'draft' || search['edit'] === '1')
  // While one writes, what is on the page is newer than what is stored; conflicts are found by saving.
  useLiveQueries(writing ? [] : [`document:${id}`], [trpc.document.document.queryKey({ documentId: id })])
  usePageTitle(card?.title || d('document'))
  const failed = query.error && !card ? query.error : writing && kinds.error && !kinds.data ? kinds.error : null
  if (failed) {
    return (
      <>
        <h1 className="h-sr">{d('document')}</h1>
        <ErrorState
          what={d('document')}
          reason={errorText(failed)}
          onRetry={() => void Promise.all([query.refetch(), kinds.refetch()])}
        />
      </>
    )
  }
  if (card && writing && kinds.data) {
    return (
      <DraftEditor
        key={`${card.id} ${begun}`}
        card={card}
        kinds={kinds.data}
        onReread={() =>
          void queryClient
            .fetchQuery({ ...trpc.document.document.queryOptions({ documentId: id }), staleTime: 0 })
            .then(() => setBegun((n) => n + 1))
        }
      />
    )
  }
  if (card && !writing) return <CardView key={card.id} card={card} startProcessing={search['process'] === '1'} />
  return (
    <>
      <h1 className="h-sr">{d('document')}</h1>
      <Skeleton lines={10} />
    </>
  )
}
