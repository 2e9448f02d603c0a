import { ErrorState, Skeleton, useWords } from '@harmony/ui'
import { Outlet, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { failureOf, useErrorText } from '../lib/errors.ts'
import { LiveProvider } from '../lib/live.tsx'
import { SessionProvider, useSessionQuery } from '../lib/session.tsx'
import { ApiProvider } from '../lib/trpc.tsx'
import { CitizenFrame } from './citizen-frame.tsx'
import { BareFrame, NotFoundState } from './fallbacks.tsx'
import { OfficerFrame } from './officer-frame.tsx'
import { appWords } from './words.ts'

/** Everything below `/<agency>`: its api, the session, live updates, and the frame that fits who is signed in. */
export function AgencyLayout() {
  const { agency } = useParams({ from: '/$agency' })
  return (
    <ApiProvider key={agency} agency={agency}>
      <LiveProvider>
        <Framed agency={agency} />
      </LiveProvider>
    </ApiProvider>
  )
}

function Framed({ agency }: { readonly agency: string }) {
  const t = useWords(appWords)
  const query = useSessionQuery()
  const errorText = useErrorText()
  useEffect(() => {
    localStorage.setItem('harmony.agency', agency)
  }, [agency])
  if (query.data) {
    const Frame = query.data.kind === 'officer' ? OfficerFrame : CitizenFrame
    return (
      <SessionProvider session={query.data}>
        <Frame agency={agency}>
          <Outlet />
        </Frame>
      </SessionProvider>
    )
  }
  if (query.error && failureOf(query.error).code === 'agency.unknown') {
    return (
      <BareFrame>
        <NotFoundState />
      </BareFrame>
    )
  }
  return (
    <BareFrame>
      {query.error ? (
        <ErrorState what={t('session')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton />
      )}
    </BareFrame>
  )
}
