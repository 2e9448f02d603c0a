import { Button, Card, Note, notify, TextField, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { failureOf, useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { accountWords } from '../words.ts'

/** Changes the password; every other device is signed out. */
export function PasswordCard() {
  const t = useWords(accountWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const change = useMutation(
    trpc.identity.changePassword.mutationOptions({
      onSuccess: () => {
        notify.done(t('passwordChanged'))
        setCurrent('')
        setNext('')
        return queryClient.invalidateQueries({ queryKey: trpc.identity.sessions.queryKey() })
      },
    }),
  )
  const field = change.error ? failureOf(change.error).field : null
  const errorOf = (one: string) => (change.error && field === one ? { error: errorText(change.error) } : {})
  return (
    <Card title={t('passwordTitle')} padded>
      <form
        className="ac-password"
        onChange={() => change.error && change.reset()}
        onSubmit={(event) => {
          event.preventDefault()
          change.mutate({ current, next })
        }}
      >
        {change.error && field !== 'current' && field !== 'next' && (
          <div role="alert">
            <Note tone="amber">{errorText(change.error)}</Note>
          </div>
        )}
        <TextField
          label={t('currentPassword')}
          type="password"
          name="current-password"
          autoComplete="current-password"
          isRequired
          value={current}
          onChange={setCurrent}
          {...errorOf('current')}
        />
        <TextField
          label={t('newPassword')}
          hint={t('passwordHint')}
          type="password"
          name="new-password"
          autoComplete="new-password"
          isRequired
          minLength={8}
          maxLength={128}
          value={next}
          onChange={setNext}
          {...errorOf('next')}
        />
        <Button type="submit" variant="pri" isPending={change.isPending}>
          {t('submitPassword')}
        </Button>
      </form>
    </Card>
  )
}
