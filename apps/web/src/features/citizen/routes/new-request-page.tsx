import { ErrorState, Skeleton, useWords } from '@harmony/ui'
import { useQuery } from '@tanstack/react-query'
import { useSearch } from '@tanstack/react-router'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import '../citizen.css'
import { RequestWizard } from '../components/request-wizard.tsx'
import { SignInFirst } from '../components/sign-in-first.tsx'
import { citizenWords } from '../words.ts'

/** `/<agency>/requests/new`: one question a page; a draft is kept while writing. */
export function NewRequestPage() {
  const t = useWords(citizenWords)
  const agency = useAgency()
  const session = useSession()
  usePageTitle(t('fileNew'))
  if (session.kind === 'citizen') return <Loaded />
  return (
    <>
      <h1 className="h-sr">{t('fileNew')}</h1>
      <SignInFirst next={paths.newRequest(agency)} />
    </>
  )
}

function Loaded() {
  const t = useWords(citizenWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const search = useSearch({ strict: false })
  const catalogue = useQuery(trpc.customer.catalogue.queryOptions())
  // Read once: the wizard is the owner of the draft from then on.
  const drafts = useQuery(trpc.customer.drafts.queryOptions(undefined, { staleTime: 0, refetchOnWindowFocus: false }))
  const error = catalogue.error ?? drafts.error
  if (error) {
    const retry = () => void Promise.all([catalogue.refetch(), drafts.refetch()])
    return (
      <>
        <h1 className="h-sr">{t('fileNew')}</h1>
        <ErrorState what={t('fileNew')} reason={errorText(error)} onRetry={retry} />
      </>
    )
  }
  if (!catalogue.data || !drafts.data || drafts.isFetching) return <Skeleton lines={6} />
  const draft = drafts.data.drafts.find((one) => one.id === search['draft']) ?? null
  return <RequestWizard areas={catalogue.data.areas} draft={draft} area={search['area'] ?? null} />
}
