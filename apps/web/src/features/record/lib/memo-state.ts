import type { Tone, Translate } from '@harmony/ui'
import type { MemoLine } from '../api.ts'
import type { memoWords } from '../memo-words.ts'

const STATES = {
  reported: ['stateReported', 'blue'],
  acknowledged: ['stateAcknowledged', 'green'],
  answered: ['stateAnswered', 'green'],
  withdrawn: ['stateWithdrawn', 'gray'],
} as const

/** Where a memo stands, in a word and its tone; what waits for the reader burns. */
export function memoState(
  memo: Pick<MemoLine, 'state'> & { readonly waiting?: boolean },
  t: Translate<keyof (typeof memoWords)['ko']>,
): { readonly text: string; readonly tone: Tone } {
  if (memo.waiting) return { text: t('waiting'), tone: 'amber' }
  const [word, tone] = STATES[memo.state]
  return { text: t(word), tone }
}
