import { ConflictError, type Id } from '../../kernel/index.ts'
import type { ClockState } from './deadline.ts'

export type Stage = 'received' | 'assigned' | 'review' | 'completed'
export type Status = 'open' | 'supplement' | 'transferring' | 'completed' | 'withdrawn' | 'transferred' | 'returned'
export type Outcome = 'answered' | 'withdrawn' | 'transferred' | 'returned'

/** A user task of the process that waits, with the unit and person it waits for. */
export interface OpenTask {
  readonly element: string
  readonly name: string
  readonly action: string
  readonly stage: Stage | null
  readonly performer: string
  readonly unitId: Id
}

/** A timer of the process and the instant it goes off, in ISO 8601. */
export interface ArmedTimer {
  readonly element: string
  readonly at: string
}

/** The parts of a petition that acts change. `P` is the process engine's own state. */
export interface PetitionState<P = unknown> {
  readonly processState: P
  readonly timers: readonly ArmedTimer[]
  readonly tasks: readonly OpenTask[]
  readonly stage: Stage
  readonly status: Status
  readonly unitId: Id
  readonly personId: Id | null
  /** The unit that answers: where `unit:duty` points, also after a transfer. */
  readonly dutyUnitId: Id
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly clock: ClockState
  readonly supplementUntil: Date | null
  readonly completedAt: Date | null
  readonly closedAt: Date | null
  readonly outcome: Outcome | null
  readonly withinDeadline: boolean | null
  readonly workingMinutes: number | null
  readonly statutoryDays: string | null
  /** How many times it was completed. */
  readonly sequence: number
}

export interface Petition<P = unknown> extends PetitionState<P> {
  readonly id: Id
  readonly number: string
  /** Null for imported history that names nobody. */
  readonly customerId: Id | null
  /** The customer's account; null for a caller without one. */
  readonly accountId: Id | null
  readonly serviceKey: string
  readonly releaseHash: string
  readonly processKey: string
  readonly title: string
  readonly body: string
  readonly visibility: 'private' | 'public'
  readonly channel: string
  readonly filedAt: Date
  readonly fromTenantId: Id | null
  readonly fromPetitionId: Id | null
  readonly changedBy: Id | null
  readonly changedAt: Date
  readonly version: number
}

/** The units beside the owner that a waiting task asks for a hand. */
export function askedUnits(petition: Pick<PetitionState, 'tasks' | 'unitId'>): Id[] {
  return [...new Set(petition.tasks.map((task) => task.unitId))].filter((unitId) => unitId !== petition.unitId)
}

/** What is written beside a change: one line of who, when, why. */
export interface StepDraft {
  readonly kind: string
  readonly element?: string
  readonly reason?: string | undefined
  readonly facts?: Readonly<Record<string, string | number | boolean | null>>
  /** The owner after the step, where it is not the petition's at the end of the act. */
  readonly unitId?: Id
  readonly personId?: Id | null
  readonly stage?: Stage
}

export type Act =
  | 'take'
  | 'assign'
  | 'transfer'
  | 'transfer-to-agency'
  | 'refuse-transfer'
  | 'request-supplement'
  | 'submit-supplement'
  | 'extend'
  | 'message'
  | 'draft-answer'
  | 'complete-task'
  | 'answer'
  | 'rate'
  | 'reopen'
  | 'withdraw'

/** Acts of the office that wait while the citizen has been asked for something. */
const WAITS_FOR_SUPPLEMENT: ReadonlySet<Act> = new Set([
  'transfer',
  'transfer-to-agency',
  'refuse-transfer',
  'request-supplement',
  'extend',
  'complete-task',
  'answer',
])

/** The status at an instant: a supplement whose date has passed no longer holds the petition. */
export function statusAt(petition: Pick<Petition, 'status' | 'supplementUntil'>, now: Date): Status {
  const lapsed = petition.status === 'supplement' && petition.supplementUntil !== null && now > petition.supplementUntil
  return lapsed ? 'open' : petition.status
}

/** Why the petition's state forbids the act, as a message code; null when it allows it. Rights are policy's business. */
export function refusal(
  petition: Pick<Petition, 'status' | 'supplementUntil' | 'fromTenantId'>,
  act: Act,
  now: Date,
): string | null {
  if (act === 'rate' || act === 'reopen') return petition.status === 'completed' ? null : 'petition.not-completed'
  if (petition.status === 'completed') return 'petition.already-completed'
  if (petition.status === 'withdrawn' || petition.status === 'transferred' || petition.status === 'returned')
    return 'petition.closed'
  if (petition.status === 'transferring') return 'petition.transferring'
  if (act === 'submit-supplement') return petition.status === 'supplement' ? null : 'petition.not-waiting-supplement'
  if (act === 'refuse-transfer' && petition.fromTenantId === null) return 'petition.not-transferred-here'
  if (statusAt(petition, now) === 'supplement' && WAITS_FOR_SUPPLEMENT.has(act)) return 'petition.waiting-supplement'
  return null
}

/** @throws ConflictError with the code of `refusal` */
export function requireState(petition: Petition, act: Act, now: Date): void {
  const code = refusal(petition, act, now)
  if (code !== null) throw new ConflictError(code)
}
