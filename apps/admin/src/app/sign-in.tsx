import { Button, CitizenShell, Note, TextField, useWords } from '@harmony/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useState } from 'react'
import { paths } from '../lib/paths.ts'
import { useErrorText, useTRPC } from '../lib/web.ts'
import './sign-in.css'
import { consoleWords } from './words.ts'

/** The frame before anyone is signed in. */
export function PlainFrame({ children }: { readonly children: ReactNode }) {
  const t = useWords(consoleWords)
  return (
    <CitizenShell title={`${t('product')} ${t('console')}`} homeHref={paths.portal()} nav={[]} footer={t('signInLead')}>
      {children}
    </CitizenShell>
  )
}

/** The bureau's sign-in; above the form what was refused, if anything. */
export function SignIn({ children }: { readonly children?: ReactNode }) {
  const t = useWords(consoleWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [email, setEmail] = useState('')
  const [password, setPassword] = useState('')
  const demo = useQuery(trpc.identity.demoSignIns.queryOptions())
  const signIn = useMutation(trpc.identity.signIn.mutationOptions({ onSuccess: () => queryClient.resetQueries() }))
  const account = demo.data?.find((one) => one.agency === 'bureau')
  return (
    <PlainFrame>
      <div className="ad-sign">
        <h1>{t('signInTitle')}</h1>
        {children}
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
            autoComplete="username"
            isRequired
            value={email}
            onChange={setEmail}
          />
          <TextField
            label={t('password')}
            type="password"
            autoComplete="current-password"
            isRequired
            value={password}
            onChange={setPassword}
          />
          <Button type="submit" variant="pri" size="lg" wide isPending={signIn.isPending}>
            {t('submit')}
          </Button>
          {account && (
            <Button
              wide
              onPress={() => {
                setEmail(account.email)
                setPassword(account.password)
              }}
            >
              {t('demo')}
            </Button>
          )}
        </form>
      </div>
    </PlainFrame>
  )
}
