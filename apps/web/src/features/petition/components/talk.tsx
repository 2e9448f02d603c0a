import { useWords } from '@harmony/ui'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useErrorText } from '../../../lib/errors.ts'
import { useTRPC } from '../../../lib/trpc.tsx'
import { ChatBox } from '../../citizen/components/chat-box.tsx'
import type { OfficerPetition } from '../api.ts'
import { petitionWords } from '../words.ts'

/** The officer's side of the talk with the citizen. */
export function Talk({ petition }: { readonly petition: OfficerPetition }) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const send = useMutation(trpc.customer.sendMessage.mutationOptions())
  const { mutate } = useMutation(trpc.customer.markRead.mutationOptions())
  const canSend = petition.abilities.includes('message')
  const unread = canSend && petition.messages.some((message) => message.sender === 'citizen' && message.readAt === null)
  useEffect(() => {
    if (unread) mutate({ petitionId: petition.id })
  }, [unread, mutate, petition.id])
  if (!canSend && petition.messages.length === 0) return null
  const name = petition.customer?.name ?? t('citizen')
  return (
    <ChatBox
      title={t('chatWith', { name })}
      note={t(canSend ? 'chatNote' : petition.completedAt ? 'chatClosed' : 'chatOther')}
      initial={name}
      mine="officer"
      messages={petition.messages}
      canSend={canSend}
      pending={send.isPending}
      error={send.error ? errorText(send.error) : null}
      onSend={async (body) => {
        await send.mutateAsync({ petitionId: petition.id, body })
        await queryClient.invalidateQueries({ queryKey: trpc.customer.petition.queryKey({ petitionId: petition.id }) })
      }}
    />
  )
}
