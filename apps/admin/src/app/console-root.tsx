import { EmptyState, ErrorState, Skeleton, UiProvider, useWords } from '@harmony/ui'
import { useRouter } from '@tanstack/react-router'
import { ApiProvider, SessionProvider, useErrorText, useSessionQuery } from '../lib/web.ts'
import { ConsoleFrame } from './console-frame.tsx'
import { PlainFrame, SignIn } from './sign-in.tsx'
import { consoleWords } from './words.ts'

/** Everything under `/admin`: the bureau's api and session; only the bureau's administrators get in. */
export function ConsoleRoot() {
  const { history } = useRouter()
  return (
    <UiProvider navigate={(href) => (href.startsWith('/admin') ? history.push(href) : window.location.assign(href))}>
      <ApiProvider agency="bureau">
        <Gate />
      </ApiProvider>
    </UiProvider>
  )
}

const MAY_ENTER = ['bureau-admin', 'evaluator', 'consultant']

function Gate() {
  const t = useWords(consoleWords)
  const query = useSessionQuery()
  const errorText = useErrorText()
  if (!query.data) {
    return (
      <PlainFrame>
        {query.error ? (
          <ErrorState what={t('session')} reason={errorText(query.error)} onRetry={() => void query.refetch()} />
        ) : (
          <Skeleton />
        )}
      </PlainFrame>
    )
  }
  const session = query.data
  if (session.kind !== 'officer') return <SignIn />
  if (!session.roles.some((role) => MAY_ENTER.includes(role))) {
    return (
      <SignIn>
        <EmptyState icon="lock" title={t('refused')}>
          {t('refusedText')}
        </EmptyState>
      </SignIn>
    )
  }
  return (
    <SessionProvider session={session}>
      <ConsoleFrame />
    </SessionProvider>
  )
}
