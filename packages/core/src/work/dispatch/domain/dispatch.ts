import { ConflictError } from '../../../kernel/index.ts'

export type DispatchState = 'waiting' | 'sent-back' | 'sent' | 'withdrawn' | 'cancelled'
export type DispatchVerb = 'release' | 'send-back' | 'amend' | 'cancel' | 'withdraw'
export type ReceiverState =
  | 'planned'
  | 'on-its-way'
  | 'arrived'
  | 'received'
  | 'assigned'
  | 'closed'
  | 'refused'
  | 'recalled'
export type ReceptionState = 'arrived' | 'received' | 'assigned' | 'closed' | 'refused'
export type ReceptionVerb = 'receive' | 'route' | 'assign' | 'to-task' | 'close' | 'refuse'

const DISPATCH: Readonly<Record<DispatchVerb, readonly DispatchState[]>> = {
  release: ['waiting'],
  'send-back': ['waiting'],
  amend: ['sent-back'],
  cancel: ['waiting', 'sent-back'],
  withdraw: ['sent'],
}

const RECEPTION: Readonly<Record<ReceptionVerb, readonly ReceptionState[]>> = {
  receive: ['arrived'],
  route: ['arrived', 'received'],
  assign: ['arrived', 'received', 'assigned'],
  'to-task': ['assigned'],
  close: ['assigned'],
  refuse: ['arrived', 'received'],
}

/** The error's code that says why a dispatch of that state is not open for the verb; null when it is. */
export function dispatchRefusal(state: DispatchState, verb: DispatchVerb): string | null {
  return DISPATCH[verb].includes(state) ? null : `dispatch.is-${state}`
}

/** @throws ConflictError `dispatch.is-<state>` */
export function requireDispatchState(dispatch: { state: DispatchState; number: string | null }, verb: DispatchVerb) {
  const code = dispatchRefusal(dispatch.state, verb)
  if (code !== null) throw new ConflictError(code, { params: { number: dispatch.number ?? '—' } })
}

/** What of a reception says whether it can be acted on. */
export interface ReceptionFacts {
  readonly state: ReceptionState
  readonly recalledAt: Date | null
  /** The recall came when somebody was working on it already: it goes on. */
  readonly recallLate: boolean
}

/**
 * The error's code that says why a reception is not open for the verb; null when it is. One that the sender took back
 * before anybody was assigned stays in the register with the mark and is not acted on any more.
 */
export function receptionRefusal(reception: ReceptionFacts, verb: ReceptionVerb): string | null {
  if (reception.recalledAt !== null && !reception.recallLate) return 'reception.recalled'
  return RECEPTION[verb].includes(reception.state) ? null : `reception.is-${reception.state}`
}

/** @throws ConflictError `reception.recalled`, `reception.is-<state>` */
export function requireReceptionState(reception: ReceptionFacts & { number: string | null }, verb: ReceptionVerb) {
  const code = receptionRefusal(reception, verb)
  if (code !== null) throw new ConflictError(code, { params: { number: reception.number ?? '—' } })
}

/** Whether a recall comes too late to stop the work: somebody has been given it, or it is done. */
export function recallIsLate(state: ReceptionState): boolean {
  return state === 'assigned' || state === 'closed'
}

const STAGES: readonly ReceiverState[] = ['planned', 'on-its-way', 'arrived', 'received', 'assigned', 'closed']

/** Whether what a receiver tells is news: letters may overtake each other, and nothing goes back. */
export function isNews(before: ReceiverState, after: ReceiverState): boolean {
  if (before === 'refused') return false
  if (after === 'refused' || after === 'recalled') return true
  return before !== 'recalled' && STAGES.indexOf(after) > STAGES.indexOf(before)
}
