import { ConflictError, type Id } from '../../kernel/index.ts'
import { audit, authorise, type DomainEvent, emit, type TxCtx, touch } from '../../platform/index.ts'
import { actorAs, findDocument } from '../document/index.ts'
import {
  addDispatchHistory,
  type DispatchChange,
  findDispatch,
  type StoredDispatch,
  updateDispatch,
} from './dispatch.store.ts'
import {
  type DispatchVerb,
  type ReceptionVerb,
  requireDispatchState,
  requireReceptionState,
} from './domain/dispatch.ts'
import { canDispatch, canReceive } from './policy.ts'
import {
  findReception,
  lastReceptionChange,
  type ReceptionChange,
  type StoredReception,
  updateReception,
} from './reception.store.ts'
import type { DispatchActOutput, ReceptionActOutput } from './types.ts'

/**
 * Opens a dispatch for one act: the actor may know of it and may do this, its state allows it, and the caller saw its latest
 * version. Nobody else changes it until the transaction ends.
 * @throws NotFoundError `dispatch.not-found`; ForbiddenError; ConflictError
 */
export async function openDispatch(
  tx: TxCtx,
  verb: DispatchVerb,
  target: { dispatchId: Id; version: number },
): Promise<StoredDispatch> {
  const dispatch = await findDispatch(tx, target.dispatchId, { lock: true })
  authorise(canDispatch(tx.actor, verb, dispatch))
  requireDispatchState(dispatch, verb)
  if (dispatch.version !== target.version) throw new ConflictError('dispatch.changed-meanwhile')
  return dispatch
}

/** Writes an act on a dispatch with its history, audit row and events. @throws ConflictError */
export async function recordDispatchAct(
  tx: TxCtx,
  dispatch: StoredDispatch,
  outcome: {
    verb: DispatchVerb
    change: DispatchChange
    reason?: string
    facts?: Readonly<Record<string, unknown>>
    event?: DomainEvent
    touches?: readonly string[]
  },
): Promise<DispatchActOutput> {
  const { verb, change, reason = '' } = outcome
  if (!(await updateDispatch(tx, dispatch, change))) throw new ConflictError('dispatch.changed-meanwhile')
  const line = { kind: verb, person: await actorAs(tx), reason }
  await addDispatchHistory(tx, dispatch.id, outcome.facts === undefined ? line : { ...line, facts: outcome.facts })
  const number = change.number ?? dispatch.number
  await audit(tx, {
    action: `dispatch.${verb}`,
    subjectType: 'dispatch',
    subjectId: dispatch.id,
    before: { state: dispatch.state },
    after: { state: change.state, number },
    reason: reason === '' ? undefined : reason,
  })
  const touches = [
    `document:${dispatch.documentId}`,
    `inbox:${dispatch.drafterId}`,
    `reception:${dispatch.unitId}`,
    ...(tx.actor.kind === 'officer' ? [`inbox:${tx.actor.personId}`] : []),
    ...(outcome.touches ?? []),
  ]
  if (outcome.event === undefined) touch(tx, ...touches)
  else await emit(tx, outcome.event, { touches })
  return { dispatchId: dispatch.id, version: dispatch.version + 1, state: change.state, number }
}

/**
 * Opens a reception for one act, as `openDispatch` does.
 * @param assignee who is to be given it
 * @throws NotFoundError `reception.not-found`; ForbiddenError; ConflictError `reception.recalled` and others
 */
export async function openReception(
  tx: TxCtx,
  verb: ReceptionVerb,
  target: { receptionId: Id; version: number },
  assignee?: Id,
): Promise<StoredReception> {
  const reception = await findReception(tx, target.receptionId, { lock: true })
  authorise(canReceive(tx.actor, verb, reception, assignee))
  requireReceptionState(reception, verb)
  if (reception.version !== target.version) throw await receptionConflict(tx, reception.id)
  return reception
}

async function receptionConflict(tx: TxCtx, id: Id): Promise<ConflictError> {
  return new ConflictError('reception.changed-meanwhile', { params: { who: await lastReceptionChange(tx, id) } })
}

/** Writes an act on a reception with its history, audit row and events. @throws ConflictError */
export async function recordReceptionAct(
  tx: TxCtx,
  reception: StoredReception,
  outcome: {
    verb: ReceptionVerb | 'recall'
    change: ReceptionChange
    reason?: string
    facts?: Readonly<Record<string, unknown>>
    event?: DomainEvent
  },
): Promise<ReceptionActOutput> {
  const { verb, change, reason = '' } = outcome
  if (!(await updateReception(tx, reception, change))) throw await receptionConflict(tx, reception.id)
  const after = { ...reception, ...change }
  const line = { kind: verb, person: await actorAs(tx), reason }
  await addDispatchHistory(tx, reception.id, outcome.facts === undefined ? line : { ...line, facts: outcome.facts })
  await audit(tx, {
    action: `reception.${verb}`,
    subjectType: 'reception',
    subjectId: reception.id,
    before: { state: reception.state, unitId: reception.unitId, personId: reception.personId },
    after: { state: after.state, unitId: after.unitId, personId: after.person?.id ?? null, number: after.number },
    reason: reason === '' ? undefined : reason,
  })
  const people = [reception.personId, after.person?.id].filter((id) => typeof id === 'string')
  const touches = [
    `reception:${reception.unitId}`,
    `reception:${after.unitId}`,
    ...people.map((personId) => `inbox:${personId}`),
  ]
  if (outcome.event === undefined) touch(tx, ...touches)
  else await emit(tx, outcome.event, { touches })
  return {
    receptionId: reception.id,
    version: reception.version + 1,
    state: after.state,
    number: after.number,
    taskCardId: after.taskCardId,
  }
}

/** The document of a dispatch by name, for readers of the dispatch. */
export async function documentOf(tx: TxCtx, dispatch: StoredDispatch) {
  const asSystem: TxCtx = { ...tx, actor: { kind: 'system', name: 'dispatch' } }
  const document = await findDocument(asSystem, dispatch.documentId)
  return { id: document.id, number: dispatch.documentNumber, title: document.title }
}
