import type { officerPetition } from '@harmony/core/customer/schemas'
import { notify, type Translate, useWords } from '@harmony/ui'
import { useQueryClient } from '@tanstack/react-query'
import type { z } from 'zod'
import { failureOf, useErrorText } from '../../lib/errors.ts'
import { useTRPC } from '../../lib/trpc.tsx'
import { petitionWords } from './words.ts'

export type OfficerPetition = z.output<typeof officerPetition>
type Word = keyof (typeof petitionWords)['ko']
export type PetitionTranslate = Translate<Word>

const STEPS: Readonly<Record<string, Word>> = {
  filed: 'stepFiled',
  received: 'stepReceived',
  assigned: 'stepAssigned',
  taken: 'stepTaken',
  'task-completed': 'stepTask',
  transferred: 'stepTransferred',
  'supplement-requested': 'stepSupplementRequested',
  'supplement-submitted': 'stepSupplementSubmitted',
  'supplement-lapsed': 'stepSupplementLapsed',
  extended: 'stepExtended',
  'answer-submitted': 'stepSubmitted',
  answered: 'stepAnswered',
  completed: 'stepCompleted',
  reopened: 'stepReopened',
  rated: 'stepRated',
  withdrawn: 'stepWithdrawn',
  'transfer-sent': 'stepSent',
  'transfer-returned': 'stepReturned',
  'transfer-received': 'stepReceivedThere',
  'transfer-refused': 'stepRefused',
  'transferred-in': 'stepTransferredIn',
}

/** A step of the history in two words. */
export function stepWord(kind: string, t: PetitionTranslate): string {
  return t(STEPS[kind] ?? 'stepOther')
}

const CHANNELS: Readonly<Record<string, Word>> = {
  web: 'channelWeb',
  phone: 'channelPhone',
  visit: 'channelVisit',
  mail: 'channelMail',
}

/** How it came in; channels of imported logs keep their own names. */
export function channelText(channel: string, t: PetitionTranslate): string {
  const known = CHANNELS[channel]
  return known === undefined ? channel : t(known)
}

/** What every act on a petition does afterwards: read again, and on a conflict say so. */
export function useActOptions(petitionId: string, onDone?: () => void) {
  const t = useWords(petitionWords)
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const errorText = useErrorText()
  const refresh = () =>
    Promise.all([
      queryClient.invalidateQueries({ queryKey: trpc.customer.petition.queryKey({ petitionId }) }),
      queryClient.invalidateQueries({ queryKey: trpc.customer.queue.pathKey() }),
      queryClient.invalidateQueries({ queryKey: trpc.customer.queueCounts.pathKey() }),
    ])
  return {
    onSuccess: async () => {
      onDone?.()
      await refresh()
      notify.done(t('doneAct'))
    },
    onError: async (error: unknown) => {
      notify.failed(errorText(error))
      if (failureOf(error).code === 'petition.changed-meanwhile') await refresh()
    },
  }
}
