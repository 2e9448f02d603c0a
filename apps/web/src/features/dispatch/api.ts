import type { Tone } from '@harmony/ui'
import { notify } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useErrorText } from '../../lib/errors.ts'
import { type ApiOutputs, useTRPC } from '../../lib/trpc.tsx'

type Api = ApiOutputs['dispatch']

export type DispatchRow = Api['list']['rows'][number]
export type ReceptionRow = Api['receptions']['rows'][number]
export type Dispatch = Api['dispatch']
export type Reception = Api['reception']
export type Receiver = Dispatch['receivers'][number]
export type HistoryLine = Dispatch['history'][number]
export type ApproverMark = Dispatch['approvers'][number]

const SENT: Readonly<Record<Dispatch['state'], Tone>> = {
  waiting: 'amber',
  'sent-back': 'red',
  sent: 'green',
  withdrawn: 'gray',
  cancelled: 'gray',
}
const RECEIVED: Readonly<Record<Reception['state'], Tone>> = {
  arrived: 'amber',
  received: 'blue',
  assigned: 'blue',
  closed: 'green',
  refused: 'red',
}
const RECEIVER: Readonly<Record<Receiver['state'], Tone>> = {
  planned: 'gray',
  'on-its-way': 'amber',
  arrived: 'amber',
  received: 'blue',
  assigned: 'blue',
  closed: 'green',
  refused: 'red',
  recalled: 'gray',
}

/** The colour beside a dispatch's state. */
export const sentTone = (state: Dispatch['state']): Tone => SENT[state]
/** The colour beside a received document's state. */
export const receivedTone = (state: Reception['state']): Tone => RECEIVED[state]
/** The colour beside how far it is with one receiver. */
export const receiverTone = (state: Receiver['state']): Tone => RECEIVER[state]

/**
 * What every act does afterwards: say that it is done and read again. A refusal says why (who was faster, and when) and
 * shows the newest state.
 * @param done the sentence, from the act's answer
 */
export function useActOptions(done: (answer: { readonly number: string | null }) => string, onDone: () => void) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const refresh = () =>
    Promise.all(
      [trpc.dispatch.pathKey(), trpc.task.pathKey()].map((queryKey) => queryClient.invalidateQueries({ queryKey })),
    )
  return {
    onSuccess: async (answer: { readonly number: string | null }) => {
      onDone()
      notify.done(done(answer))
      await refresh()
    },
    onError: async (error: unknown) => {
      notify.failed(errorText(error))
      await refresh()
    },
  }
}
