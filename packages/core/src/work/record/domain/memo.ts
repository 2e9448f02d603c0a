export type MemoState = 'reported' | 'acknowledged' | 'answered' | 'withdrawn'
export type MemoAct = 'acknowledge' | 'answer' | 'withdraw'

/**
 * Why an act on a memo report is not possible in its state; null when it is. Acknowledging comes once; an answer may
 * come with or after it, and further opinions after the first; only what nobody has read can be withdrawn.
 */
export function memoRefusal(state: MemoState, act: MemoAct): string | null {
  if (state === 'withdrawn') return 'memo.withdrawn'
  if (act === 'acknowledge' && state === 'answered') return 'memo.already-answered'
  if (act === 'acknowledge' && state === 'acknowledged') return 'memo.already-acknowledged'
  if (act === 'withdraw' && state !== 'reported') return 'memo.already-read'
  return null
}
