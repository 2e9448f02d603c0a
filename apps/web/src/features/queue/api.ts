import type { queueInput, queueRow } from '@harmony/core/customer/schemas'
import type { Tone, Translate } from '@harmony/ui'
import type { z } from 'zod'
import type { queueWords } from './words.ts'

export type QueueRow = z.output<typeof queueRow>
export type QueueFilter = Pick<z.output<typeof queueInput>, 'scope' | 'state'> & {
  readonly search: string
  readonly serviceKey: string
}
type QueueTranslate = Translate<keyof (typeof queueWords)['ko']>

const STATUS = {
  open: ['statusOpen', 'blue'],
  supplement: ['statusSupplement', 'amber'],
  transferring: ['statusTransferring', 'gray'],
  transferred: ['statusTransferred', 'gray'],
  returned: ['statusReturned', 'gray'],
  completed: ['statusCompleted', 'green'],
  withdrawn: ['statusWithdrawn', 'gray'],
} as const satisfies Record<QueueRow['status'], readonly [string, Tone]>

const STAGE = {
  received: 'stageReceived',
  assigned: 'stageAssigned',
  review: 'stageReview',
  completed: 'stageCompleted',
} as const

/** How a request stands in one word: its stage while it is open, else its outcome. */
export function standing(row: Pick<QueueRow, 'status' | 'stage'>, t: QueueTranslate): { text: string; tone: Tone } {
  if (row.status === 'open') return { text: t(STAGE[row.stage]), tone: row.stage === 'received' ? 'gray' : 'blue' }
  const [word, tone] = STATUS[row.status]
  return { text: t(word), tone }
}

/** The filter as the address holds it; anything unknown falls back to the usual. */
export function readFilter(search: Readonly<Record<string, string | undefined>>): QueueFilter {
  const scope = (['mine', 'turn', 'unit', 'unassigned', 'all'] as const).find((one) => one === search['scope'])
  return {
    scope: scope ?? 'unit',
    state: search['state'] === 'closed' ? 'closed' : 'open',
    search: search['q'] ?? '',
    serviceKey: search['service'] ?? '',
  }
}

/** The filter as an address's query, the usual values left out. */
export function writeFilter(filter: QueueFilter): Record<string, string> {
  return {
    ...(filter.scope === 'unit' ? {} : { scope: filter.scope }),
    ...(filter.state === 'open' ? {} : { state: filter.state }),
    ...(filter.search ? { q: filter.search } : {}),
    ...(filter.serviceKey ? { service: filter.serviceKey } : {}),
  }
}
