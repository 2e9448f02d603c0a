import { Button, ButtonLink, EmptyState, Link, Note, TextField, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { DemoAccounts } from '../components/demo-accounts.tsx'
import '../sign-in.css'
import { signInWords } from '../words.ts'

/** Only addresses of this very agency may be returned to. */
function safeNext(agency: string, next: string | undefined): string {
  return next?.startsWith(`/${agency}/`) && !next.includes('//') ? next : paths.home(agency)
}

/** `/<agency>/sign-in` */
export function SignInPage() {
  const t = useWords(signInWords)
  const agency = useAgency()
  const session = useSession()
  usePageTitle(t('title'))
  if (session.kind !== 'guest') {
    return (
      <>
        <h1 className="h-sr">{t('title')}</h1>
        <EmptyState
          icon="user"
          title={t('already')}
          action={<ButtonLink href={paths.home(agency)}>{t('goHome')}</ButtonLink>}
        />
      </>
    )
  }
  return <SignInForm agency={agency} />
}

function SignInForm({ agency }: { readonly agency: string }) {
  const t = useWords(signInWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const { next } = useSearch({ strict: false })
  const errorText = useErrorText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const signIn = useMutation(
    trpc.identity.signIn.mutationOptions({
      onSuccess: async () => {
        history.push(safeNext(agency, next))
        await queryClient.resetQueries()
      },
    }),
  )
  return (
    <div className="si">
      <div>
        <h1>{t('title')}</h1>
        <p className="h-muted">{t('lead')}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          signIn.mutate({ email, password })
        }}
      >
        {signIn.error && (
          <div role="alert">
            <Note tone="amber">{errorText(signIn.error)}</Note>
          </div>
        )}
        <TextField
          label={t('email')}
          type="email"
          name="email"
          autoComplete="username"
          isRequired
          value={email}
          onChange={setEmail}
        />
        <TextField
          label={t('password')}
          type="password"
          name="password"
          autoComplete="current-password"
          isRequired
          value={password}
          onChange={setPassword}
        />
        <Button type="submit" variant="pri" size="lg" wide isPending={signIn.isPending}>
          {t('submit')}
        </Button>
      </form>
      <p>
        {t('noAccount')} <Link href={paths.register(agency)}>{t('register')}</Link>
      </p>
      <DemoAccounts
        agency={agency}
        onPick={(account) => {
          setEmail(account.email)
          setPassword(account.password)
        }}
      />
    </div>
  )
}
