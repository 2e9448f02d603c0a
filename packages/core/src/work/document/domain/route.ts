import type { Id } from '../../../kernel/index.ts'

export type StepRole = 'review' | 'consent' | 'approve'
export type StepState = 'waiting' | 'turn' | 'held' | 'done' | 'skipped'
export type ActionType = 'report' | 'direct'
export type DirectiveKind = 'execute' | 'revise' | 'hold' | 'stop'

/** A place on a route before anybody has been asked. */
export interface PlannedStep {
  readonly role: StepRole
  readonly personId: Id
  readonly order: number
  readonly delegated: boolean
  readonly actingForId: Id | null
}

/** A place on the route of a running round. */
export interface RouteStep {
  readonly id: Id
  readonly role: StepRole
  readonly personId: Id
  readonly order: number
  readonly state: StepState
  readonly final: boolean
}

/** What is wrong with a route: an error's code with the place (0-based) it is about. */
export interface RouteProblem {
  readonly code: string
  readonly place: number | null
}

/**
 * Why a route cannot be taken; null when it can. The last order is one approver and the only one (전결 only there); nobody
 * stands on it twice; the drafter does not stand on it, in person or by somebody acting for them (행정업무규정 §10).
 * @param taken people who have acted in this round already
 */
export function routeProblem(
  steps: readonly PlannedStep[],
  drafterId: Id,
  taken: readonly Id[] = [],
): RouteProblem | null {
  if (steps.length === 0) return { code: 'document.route-empty', place: null }
  const last = Math.max(...steps.map((step) => step.order))
  const seen = new Set(taken)
  for (const [place, step] of steps.entries()) {
    if (step.personId === drafterId || step.actingForId === drafterId) return { code: 'document.route-drafter', place }
    if (step.actingForId === step.personId) return { code: 'document.route-acting-self', place }
    if (seen.has(step.personId)) return { code: 'document.route-twice', place }
    seen.add(step.personId)
    if (step.role === 'approve' && step.order !== last) return { code: 'document.route-approver-not-last', place }
    if (step.delegated && step.role !== 'approve') return { code: 'document.route-delegated-not-approver', place }
  }
  const atLast = steps.filter((step) => step.order === last)
  if (atLast.length !== 1 || atLast[0]?.role !== 'approve') return { code: 'document.route-no-approver', place: null }
  return null
}

/** The same steps with orders 1, 2, 3 … from `first` on, those of one order staying together. */
export function denseOrders<T extends { readonly order: number }>(steps: readonly T[], first = 1): T[] {
  const ranks = [...new Set(steps.map((step) => step.order))].sort((a, b) => a - b)
  return steps.map((step) => ({ ...step, order: first + ranks.indexOf(step.order) })).sort((a, b) => a.order - b.order)
}

/** Gives the turn to the lowest order that is not done, when nobody has it. */
export function nextTurn<T extends RouteStep>(steps: readonly T[]): T[] {
  if (steps.some((step) => step.state === 'turn' || step.state === 'held')) return [...steps]
  const waiting = steps.filter((step) => step.state === 'waiting').map((step) => step.order)
  const next = Math.min(...waiting)
  return steps.map((step) => (step.state === 'waiting' && step.order === next ? { ...step, state: 'turn' } : step))
}

/** What a person decides at a step. */
export interface Decision {
  readonly actionType: ActionType
  readonly directive: DirectiveKind | null
}

export type RouteOutcome = 'forwarded' | 'approved' | 'returned' | 'held' | 'stopped'

/**
 * The route after a decision. 보고 and 지시-시행 pass it on, the final approver's end it; 보완·재검토 and 중단 end the round for
 * all; 보류 keeps the turn where it is.
 * @param stepId the step whose turn it is; its state is `turn` or `held`
 */
export function decide<T extends RouteStep>(
  steps: readonly T[],
  stepId: Id,
  decision: Decision,
): { steps: T[]; outcome: RouteOutcome } {
  const become = (state: StepState) => steps.map((step) => (step.id === stepId ? { ...step, state } : step))
  const { directive } = decision
  if (directive === 'hold') return { steps: become('held'), outcome: 'held' }
  const done = become('done')
  if (directive === 'revise' || directive === 'stop') {
    const rest = done.map((step) => (step.state === 'done' ? step : { ...step, state: 'skipped' as const }))
    return { steps: rest, outcome: directive === 'stop' ? 'stopped' : 'returned' }
  }
  const own = steps.find((step) => step.id === stepId)
  if (own?.final === true) return { steps: done, outcome: 'approved' }
  return { steps: nextTurn(done), outcome: 'forwarded' }
}

/** Whether anybody of the round has acted: from then on a withdrawal wants a reason. */
export function hasActed(steps: readonly RouteStep[]): boolean {
  return steps.some((step) => step.state === 'done' || step.state === 'held')
}

/** The round is over: whoever has not acted will not be asked. */
export function endRound<T extends RouteStep>(steps: readonly T[]): T[] {
  return steps.map((step) => (step.state === 'done' ? step : { ...step, state: 'skipped' }))
}
