import { Button, notify, Rating, type RatingValue, TextArea, useText, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import type { CitizenPetition } from '../api/texts.ts'
import { citizenWords } from '../words.ts'

const KEYS = ['promptness', 'kindness', 'attitude', 'overall'] as const
type Key = (typeof KEYS)[number]

/** The satisfaction form: the release's four items on five points, and a comment. Sent once. */
export function RatingForm({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const text = useText()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const [points, setPoints] = useState<Readonly<Partial<Record<Key, RatingValue>>>>({})
  const [comment, setComment] = useState('')
  const [tried, setTried] = useState(false)
  const [key] = useState(() => crypto.randomUUID())
  const rate = useMutation(
    trpc.customer.rate.mutationOptions({
      onSuccess: async () => {
        notify.done(t('rateThanks'))
        await queryClient.invalidateQueries({
          queryKey: trpc.customer.myPetition.queryKey({ petitionId: petition.id }),
        })
      },
    }),
  )
  const { promptness, kindness, attitude, overall } = points
  return (
    <form
      className="h-rate"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (!promptness || !kindness || !attitude || !overall) return
        const words = comment.trim() === '' ? {} : { comment }
        rate.mutate({ petitionId: petition.id, promptness, kindness, attitude, overall, ...words, idempotencyKey: key })
      }}
    >
      <b>{t('rateTitle')}</b>
      <p>{t('rateLead')}</p>
      <div className="c-form">
        {petition.satisfaction.items.map((item) => {
          const itemKey = KEYS.find((known) => known === item.key)
          if (itemKey === undefined) return null
          return (
            <Rating
              key={item.key}
              label={text(item.name)}
              value={points[itemKey] ?? null}
              onChange={(value) => setPoints((all) => ({ ...all, [itemKey]: value }))}
              error={tried && points[itemKey] === undefined ? t('required') : undefined}
            />
          )
        })}
        <TextArea label={t('comment')} optional rows={3} maxLength={2000} value={comment} onChange={setComment} />
        {rate.error && (
          <p className="h-error" role="alert">
            {errorText(rate.error)}
          </p>
        )}
        <Button type="submit" variant="pri" size="lg" wide isPending={rate.isPending}>
          {t('rateSend')}
        </Button>
      </div>
    </form>
  )
}
