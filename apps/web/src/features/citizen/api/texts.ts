import type { citizenPetition } from '@harmony/core/customer/schemas'
import type { Tone, Translate } from '@harmony/ui'
import type { z } from 'zod'
import type { citizenWords } from '../words.ts'

export type CitizenPetition = z.output<typeof citizenPetition>
type Word = keyof (typeof citizenWords)['ko']
export type CitizenTranslate = Translate<Word>

const STAGES = {
  received: 'stageReceived',
  assigned: 'stageAssigned',
  review: 'stageReview',
  completed: 'stageCompleted',
} as const

const STATUSES = {
  open: ['statusOpen', 'blue'],
  supplement: ['statusSupplement', 'amber'],
  transferring: ['statusTransferring', 'gray'],
  transferred: ['statusTransferred', 'gray'],
  returned: ['statusReturned', 'gray'],
  completed: ['statusCompleted', 'green'],
  withdrawn: ['statusWithdrawn', 'gray'],
} as const satisfies Record<CitizenPetition['status'], readonly [Word, Tone]>

const STEPS: Readonly<Record<string, Word>> = {
  filed: 'stepFiled',
  received: 'stepReceived',
  assigned: 'stepAssigned',
  taken: 'stepTaken',
  review: 'stepReview',
  'task-completed': 'stepTask',
  transferred: 'stepTransferred',
  'supplement-requested': 'stepSupplementRequested',
  'supplement-submitted': 'stepSupplementSubmitted',
  'supplement-lapsed': 'stepSupplementLapsed',
  extended: 'stepExtended',
  completed: 'stepCompleted',
  answered: 'stepAnswered',
  reopened: 'stepReopened',
  rated: 'stepRated',
  withdrawn: 'stepWithdrawn',
  'answer-submitted': 'stepAnswered',
  'transfer-sent': 'stepSentToAgency',
  'transfer-received': 'stepReceivedThere',
  'transfer-refused': 'stepTransferReturned',
  'transfer-returned': 'stepTransferRefused',
  'transferred-in': 'stepTransferredIn',
}

/** A stage of a request in the citizen's words. */
export function stageText(stage: CitizenPetition['stage'], t: CitizenTranslate): string {
  return t(STAGES[stage])
}

/** A status in one word, with its tone. */
export function statusText(status: CitizenPetition['status'], t: CitizenTranslate): { text: string; tone: Tone } {
  const [word, tone] = STATUSES[status]
  return { text: t(word), tone }
}

/** A step of the history as a sentence. */
export function stepText(kind: string, t: CitizenTranslate): string {
  return t(STEPS[kind] ?? 'stepOther')
}

/** The page's headline: how the request stands, as a sentence. */
export function headline(
  petition: CitizenPetition,
  t: CitizenTranslate,
  agencyName: (name: { ko: string; en: string }) => string,
): string {
  switch (petition.status) {
    case 'supplement':
      return t('headSupplement')
    case 'transferring':
      return t('headTransferring')
    case 'transferred':
      return t('headTransferred', { agency: petition.transfer ? agencyName(petition.transfer.agency.name) : '' })
    case 'returned':
      return t('headReturned')
    case 'withdrawn':
      return t('headWithdrawn')
    case 'completed':
      return t('headCompleted')
    case 'open':
      return t(
        petition.stage === 'received' ? 'headReceived' : petition.stage === 'assigned' ? 'headAssigned' : 'headReview',
      )
  }
}
