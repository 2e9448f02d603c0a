import { Button, ButtonLink, EmptyState, Note, notify, TextField, useWords } from '@harmony/ui'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { usePageTitle } from '../../../lib/title.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import '../sign-in.css'
import { signInWords } from '../words.ts'

interface Registration {
  readonly registrationId: string
  readonly email: string
}

/** `/<agency>/register`: name, e-mail, password, then the number sent by e-mail. */
export function RegisterPage() {
  const t = useWords(signInWords)
  const agency = useAgency()
  const [registration, setRegistration] = useState<Registration>()
  const [done, setDone] = useState(false)
  usePageTitle(t('registerTitle'))
  if (done) {
    return (
      <>
        <h1 className="h-sr">{t('verified')}</h1>
        <EmptyState
          icon="check"
          title={t('verified')}
          action={
            <ButtonLink variant="pri" href={paths.signIn(agency)}>
              {t('submit')}
            </ButtonLink>
          }
        >
          {t('verifiedText')}
        </EmptyState>
      </>
    )
  }
  return (
    <div className="si">
      {registration ? (
        <CodeForm registration={registration} onDone={() => setDone(true)} />
      ) : (
        <DetailsForm onSent={setRegistration} />
      )}
    </div>
  )
}

function DetailsForm({ onSent }: { readonly onSent: (registration: Registration) => void }) {
  const t = useWords(signInWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [values, setValues] = useState({ name: '', email: '', phone: '', password: '' })
  const register = useMutation(trpc.identity.register.mutationOptions({ onSuccess: onSent }))
  const set = (key: keyof typeof values) => (value: string) => setValues((now) => ({ ...now, [key]: value }))
  const failure = register.error ? failureOf(register.error) : undefined
  const errorOf = (field: string) => (failure?.field === field ? errorText(register.error) : undefined)
  return (
    <>
      <div>
        <h1>{t('registerTitle')}</h1>
        <p className="h-muted">{t('registerLead')}</p>
      </div>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          const { phone, ...rest } = values
          register.mutate({ ...rest, ...(phone.trim() ? { phone } : {}) })
        }}
      >
        {failure && failure.field === null && (
          <div role="alert">
            <Note tone="amber">{errorText(register.error)}</Note>
          </div>
        )}
        <TextField
          label={t('name')}
          autoComplete="name"
          isRequired
          value={values.name}
          onChange={set('name')}
          error={errorOf('name')}
        />
        <TextField
          label={t('email')}
          type="email"
          autoComplete="email"
          isRequired
          value={values.email}
          onChange={set('email')}
          error={errorOf('email')}
        />
        <TextField
          label={t('phone')}
          type="tel"
          autoComplete="tel"
          optional
          value={values.phone}
          onChange={set('phone')}
          error={errorOf('phone')}
        />
        <TextField
          label={t('password')}
          type="password"
          autoComplete="new-password"
          isRequired
          minLength={8}
          maxLength={128}
          hint={t('passwordHint')}
          value={values.password}
          onChange={set('password')}
          error={errorOf('password')}
        />
        <Button type="submit" variant="pri" size="lg" wide isPending={register.isPending}>
          {t('sendCode')}
        </Button>
      </form>
    </>
  )
}

function CodeForm({ registration, onDone }: { readonly registration: Registration; readonly onDone: () => void }) {
  const t = useWords(signInWords)
  const trpc = useTRPC()
  const errorText = useErrorText()
  const [code, setCode] = useState('')
  const { registrationId, email } = registration
  const verify = useMutation(trpc.identity.verifyEmail.mutationOptions({ onSuccess: onDone }))
  const resend = useMutation(
    trpc.identity.resendCode.mutationOptions({
      onSuccess: () => notify.done(t('resent')),
      onError: (error) => notify.failed(errorText(error)),
    }),
  )
  const demo = useQuery(trpc.identity.demoCode.queryOptions({ registrationId }, { retry: false }))
  return (
    <>
      <div>
        <h1>{t('codeTitle')}</h1>
        <p className="h-muted">{t('codeLead', { email })}</p>
      </div>
      {demo.data?.code && <Note>{t('demoCode', { code: demo.data.code })}</Note>}
      <form
        onSubmit={(event) => {
          event.preventDefault()
          verify.mutate({ registrationId, code: code.trim() })
        }}
      >
        <TextField
          label={t('code')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
          isRequired
          autoFocus
          value={code}
          onChange={setCode}
          error={verify.error ? errorText(verify.error) : undefined}
        />
        <Button type="submit" variant="pri" size="lg" wide isPending={verify.isPending}>
          {t('verify')}
        </Button>
        <Button variant="txt" isPending={resend.isPending} onPress={() => resend.mutate({ registrationId })}>
          {t('resend')}
        </Button>
      </form>
    </>
  )
}
