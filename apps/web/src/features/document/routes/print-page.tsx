import { Button, ButtonLink, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { OfficerOnly } from '../../../lib/officer-only.tsx'
import { paths } from '../../../lib/paths.ts'
import { QueryPanel } from '../../../lib/query-panel.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { OfficialForm } from '../components/official-form.tsx'
import '../print.css'
import { printWords } from '../print-words.ts'

/** `/<agency>/documents/<id>/print`: the document as the official form, on A4. */
export function PrintPage() {
  return (
    <OfficerOnly>
      <Print />
    </OfficerOnly>
  )
}

function Print() {
  const t = useWords(printWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const { id = '' } = useParams({ strict: false })
  const query = useQuery(trpc.document.print.queryOptions({ documentId: id }))
  usePageTitle(query.data?.title ?? t('form'))
  return (
    <>
      <h1 className="h-sr">{query.data?.title ?? t('form')}</h1>
      <div className="h-row h-noprint dp-bar">
        <ButtonLink icon="left" href={paths.document(agency, id)}>
          {t('back')}
        </ButtonLink>
        <Button variant="pri" icon="print" isDisabled={!query.data} onPress={() => window.print()}>
          {t('print')}
        </Button>
      </div>
      <QueryPanel query={query} what={t('form')} lines={10}>
        {(doc) => <OfficialForm doc={doc} />}
      </QueryPanel>
    </>
  )
}
