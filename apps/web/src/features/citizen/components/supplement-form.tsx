import { Button, DropZone, notify, TextArea, useFormat, useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { useUploads } from '../../../lib/upload.ts'
import type { CitizenPetition } from '../api/texts.ts'
import { citizenWords } from '../words.ts'

/** What the officer asked for, and the form to send it. */
export function SupplementForm({ petition }: { readonly petition: CitizenPetition }) {
  const t = useWords(citizenWords)
  const format = useFormat()
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const uploads = useUploads()
  const [reply, setReply] = useState('')
  const [tried, setTried] = useState(false)
  const submit = useMutation(
    trpc.customer.submitSupplement.mutationOptions({
      onSuccess: async () => {
        notify.done(t('supplementSent'))
        await queryClient.invalidateQueries({
          queryKey: trpc.customer.myPetition.queryKey({ petitionId: petition.id }),
        })
      },
    }),
  )
  if (petition.supplement?.status !== 'open') return null
  return (
    <form
      className="h-box c-ask"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (reply.trim() === '' || uploads.busy) return
        submit.mutate({ petitionId: petition.id, version: petition.version, reply, fileIds: [...uploads.fileIds] })
      }}
    >
      <h2>{t('supplementTitle')}</h2>
      <p className="c-said">{petition.supplement.request}</p>
      <p className="h-muted">{t('supplementUntil', { date: format.date(petition.supplement.until, 'day') })}</p>
      <div className="c-form">
        <TextArea
          label={t('supplementReply')}
          rows={5}
          value={reply}
          onChange={setReply}
          error={tried && reply.trim() === '' ? t('required') : undefined}
        />
        <DropZone
          label={t('files')}
          hint={t('filesHint')}
          items={uploads.items}
          onFiles={uploads.add}
          onRemove={uploads.remove}
        />
        {submit.error && (
          <p className="h-error" role="alert">
            {errorText(submit.error)}
          </p>
        )}
        <Button type="submit" variant="pri" size="lg" isPending={submit.isPending} isDisabled={uploads.busy}>
          {t('supplementSend')}
        </Button>
      </div>
    </form>
  )
}
