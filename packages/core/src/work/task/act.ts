import { ancestorsOf } from '../../identity/index.ts'
import { ConflictError, type Id, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, calendarFor, type DomainEvent, emit, type TxCtx } from '../../platform/index.ts'
import { findCard, lastCardChange, type StoredCard } from './card.store.ts'
import { type Change, insertChange } from './change.store.ts'
import type { TaskAbility } from './domain/abilities.ts'
import type { Day } from './domain/day.ts'
import { taskChanged } from './events.ts'
import { canTask, type TaskSubject } from './policy.ts'
import type { TaskActOutput } from './schemas.ts'

/** A card opened for an act the actor may do now. */
export interface OpenedCard {
  readonly card: StoredCard
  /** Today in the agency's calendar. */
  readonly today: Day
}

/**
 * Opens a card for one act: it exists, the actor may, it is not closed (but to open again or lift a mark), and the
 * caller saw its latest version.
 * @throws NotFoundError `task.not-found`; ForbiddenError; ConflictError `task.closed`, `task.changed-meanwhile`
 */
export async function openCard(
  tx: TxCtx,
  act: TaskAbility,
  target: { taskCardId: Id; version?: number | undefined; planVersion?: number | undefined },
): Promise<OpenedCard> {
  const [card, calendar] = await Promise.all([findCard(tx, target.taskCardId), calendarFor(tx)])
  authorise(canTask(tx.actor, act, await subjectOf(tx, card)))
  if (act === 'reopen' && card.status === 'active') throw new ConflictError('task.not-closed')
  if (act !== 'reopen' && act !== 'lift-mark' && card.status === 'closed') throw new ConflictError('task.closed')
  if (target.version !== undefined && target.version !== card.version) throw await staleCard(tx, card.id, 'header')
  if (target.planVersion !== undefined && target.planVersion !== card.planVersion) {
    throw await staleCard(tx, card.id, 'plan')
  }
  return { card, today: calendar.dayOf(tx.clock.now()) }
}

/** What the policy looks at; units above are read only for actors whose rights may come from there. */
export async function subjectOf(
  tx: TxCtx,
  card: { unitId: Id; ownerId: Id | null; memberIds: readonly Id[] },
): Promise<TaskSubject> {
  return { unitLine: await unitLineFor(tx, card.unitId), ownerId: card.ownerId, memberIds: card.memberIds }
}

/** The unit and, where the actor heads another unit than it, those above. */
export async function unitLineFor(tx: TxCtx, unitId: Id): Promise<Id[]> {
  const { actor } = tx
  const direct = actor.kind !== 'officer' || actor.headOf.length === 0 || actor.headOf.includes(unitId)
  return direct ? [unitId] : [unitId, ...(await ancestorsOf(tx, unitId))]
}

/** The conflict of a stale edit, in words a person can act on. */
export async function staleCard(tx: TxCtx, cardId: Id, part: 'header' | 'plan'): Promise<ConflictError> {
  const last = await lastCardChange(tx, cardId, part)
  return new ConflictError('task.changed-meanwhile', {
    params: { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() },
  })
}

/** What an act did, to be recorded with it. */
export interface TaskAct extends Change {
  /** The verb in the audit trail, as in `save-plan`. */
  readonly verb: string
  readonly events?: readonly DomainEvent[]
}

/** Puts an act into the card's history, the audit trail and the outbox; live readers of the card read again. */
export async function recordAct(tx: TxCtx, act: TaskAct): Promise<void> {
  const { verb, events = [], ...change } = act
  const { taskCardId, before = null, after = null, reason } = change
  await insertChange(tx, change)
  const entry = { action: `task.${verb}`, subjectType: 'task', subjectId: taskCardId, before, after }
  await audit(tx, { ...entry, reason: reason ?? undefined })
  const touches = [`task:${taskCardId}`]
  for (const event of [...events, taskChanged.of({ taskCardId })]) await emit(tx, event, { touches })
}

/** What every act on a card answers. */
export function answered(card: StoredCard, raised: 'header' | 'plan' | 'none'): TaskActOutput {
  return {
    taskCardId: card.id,
    version: card.version + (raised === 'header' ? 1 : 0),
    planVersion: card.planVersion + (raised === 'plan' ? 1 : 0),
  }
}

/** @throws ValidationError `task.reason-needed` without a reason */
export function requireReason(reason: string | undefined): void {
  if (reason === undefined) throw new ValidationError('task.reason-needed', { field: 'reason' })
}
