import { Button, Note, notify, TextField, useLocale, useWords } from '@harmony/ui'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useSession } from '../../../lib/session.tsx'
import { useTRPC } from '../../../lib/trpc.tsx'
import { accountWords } from '../words.ts'
import type { Waiting } from './register-form.tsx'

interface CodeFormProps {
  readonly waiting: Waiting
  readonly onBack: () => void
}

/** Second step: the code from the mail, then straight in. */
export function CodeForm({ waiting, onBack }: CodeFormProps) {
  const t = useWords(accountWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const session = useSession()
  const queryClient = useQueryClient()
  const { history } = useRouter()
  const [locale] = useLocale()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const { registrationId, email, password } = waiting
  const demo = useQuery(
    trpc.identity.demoCode.queryOptions({ registrationId, locale }, { enabled: session.demo, staleTime: 0 }),
  )
  const signIn = useMutation(
    trpc.identity.signIn.mutationOptions({
      onSuccess: async () => {
        history.push(paths.home(agency))
        await queryClient.resetQueries()
      },
      onError: () => {
        notify.info(t('verified'))
        history.push(paths.signIn(agency))
      },
    }),
  )
  const verify = useMutation(
    trpc.identity.verifyEmail.mutationOptions({ onSuccess: () => signIn.mutate({ email, password }) }),
  )
  const resend = useMutation(
    trpc.identity.resendCode.mutationOptions({
      onSuccess: () => {
        notify.done(t('resent'))
        void demo.refetch()
      },
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  return (
    <div className="ac-form">
      <div>
        <h1>{t('codeTitle')}</h1>
        <p className="h-muted">{t('codeLead', { email })}</p>
      </div>
      {demo.data?.code && <Note>{t('demoCode', { code: demo.data.code })}</Note>}
      <form
        onChange={() => verify.error && verify.reset()}
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate({ registrationId, code: code.trim() })
        }}
      >
        <TextField
          label={t('code')}
          name="code"
          inputMode="numeric"
          autoComplete="one-time-code"
          isRequired
          maxLength={6}
          pattern="[0-9]{6}"
          value={code}
          onChange={setCode}
          {...(verify.error ? { error: errorText(verify.error) } : {})}
        />
        <Button type="submit" variant="pri" size="lg" wide isPending={verify.isPending || signIn.isPending}>
          {t('submitCode')}
        </Button>
      </form>
      <div className="ac-links">
        <Button isPending={resend.isPending} onPress={() => resend.mutate({ registrationId, locale })}>
          {t('resend')}
        </Button>
        <Button variant="txt" onPress={onBack}>
          {t('changeEmail')}
        </Button>
      </div>
    </div>
  )
}
