import { Button, Link, Note, TextField, useLocale, useWords } from '@harmony/ui'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useAgency } from '../../../lib/agency.ts'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { paths } from '../../../lib/paths.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { accountWords } from '../words.ts'

/** A registration whose code is on its way; the password stays in the page's memory for the sign-in that follows. */
export interface Waiting {
  readonly registrationId: string
  readonly email: string
  readonly password: string
}

const FIELDS = ['email', 'password', 'name', 'phone']

/** First step: who registers. */
export function RegisterForm({ onWaiting }: { readonly onWaiting: (waiting: Waiting) => void }) {
  const t = useWords(accountWords)
  const trpc = useTRPC()
  const agency = useAgency()
  const [locale] = useLocale()
  const errorText = useErrorText()
  const [name, setName] = useState('')
  const [email, setEmail] = useState('')
  const [phone, setPhone] = useState('')
  const [password, setPassword] = useState('')
  const register = useMutation(
    trpc.identity.register.mutationOptions({
      onSuccess: ({ registrationId, email: address }) => onWaiting({ registrationId, email: address, password }),
    }),
  )
  const field = register.error ? failureOf(register.error).field : null
  const errorOf = (one: string) => (register.error && field === one ? { error: errorText(register.error) } : {})
  return (
    <div className="ac-form">
      <div>
        <h1>{t('registerTitle')}</h1>
        <p className="h-muted">{t('registerLead')}</p>
      </div>
      <form
        onChange={() => register.error && register.reset()}
        onSubmit={(event) => {
          event.preventDefault()
          register.mutate({ email, password, name, locale, ...(phone.trim() ? { phone } : {}) })
        }}
      >
        {register.error && !FIELDS.includes(field ?? '') && (
          <div role="alert">
            <Note tone="amber">{errorText(register.error)}</Note>
          </div>
        )}
        <TextField
          label={t('name')}
          name="name"
          autoComplete="name"
          isRequired
          maxLength={100}
          value={name}
          onChange={setName}
          {...errorOf('name')}
        />
        <TextField
          label={t('email')}
          hint={t('emailHint')}
          type="email"
          name="email"
          autoComplete="email"
          isRequired
          maxLength={254}
          value={email}
          onChange={setEmail}
          {...errorOf('email')}
        />
        <TextField
          label={t('phone')}
          optional
          type="tel"
          name="phone"
          autoComplete="tel"
          maxLength={40}
          value={phone}
          onChange={setPhone}
          {...errorOf('phone')}
        />
        <TextField
          label={t('password')}
          hint={t('passwordHint')}
          type="password"
          name="password"
          autoComplete="new-password"
          isRequired
          minLength={8}
          maxLength={128}
          value={password}
          onChange={setPassword}
          {...errorOf('password')}
        />
        <Button type="submit" variant="pri" size="lg" wide isPending={register.isPending}>
          {t('submitRegister')}
        </Button>
      </form>
      <p>
        {t('haveAccount')} <Link href={paths.signIn(agency)}>{t('signIn')}</Link>
      </p>
    </div>
  )
}
