import { ConflictError, type Id, NotFoundError, ValidationError } from '../kernel/index.ts'
import { audit, authorise, type DomainEvent, emit, type TxCtx } from '../platform/index.ts'
import { type Act, askedUnits, requireState, type StepDraft } from './domain/petition.ts'
import { findPetition, lastChange, type StoredPetition, type StoredState, savePetition } from './petition.store.ts'
import { can, type PetitionSubject } from './policy.ts'
import type { ActOutput } from './schemas.ts'
import { unitLine } from './staff.store.ts'
import { lapseSupplement } from './supplement.store.ts'

/** A petition opened for an act the actor may do now. */
export interface Opened {
  readonly petition: StoredPetition
  readonly subject: PetitionSubject
  readonly now: Date
}

/**
 * Opens a petition for one act: it exists, the actor may, its state allows it, and the caller saw its latest version.
 * @throws NotFoundError when missing, another agency's, or another citizen's; ForbiddenError; ConflictError
 */
export async function openFor(
  tx: TxCtx,
  act: Act,
  target: { petitionId: Id; version?: number | undefined },
): Promise<Opened> {
  const petition = await findPetition(tx, target.petitionId)
  const subject = await subjectOf(tx, petition)
  if (tx.actor.kind === 'citizen' && !can(tx.actor, 'read', subject)) throw new NotFoundError('petition.not-found')
  authorise(can(tx.actor, act, subject))
  const now = tx.clock.now()
  requireState(petition, act, now)
  if (target.version !== undefined && target.version !== petition.version) throw await staleConflict(tx, petition.id)
  return { petition, subject, now }
}

/** What the policy looks at; units above are read only for actors whose rights may come from there. */
export async function subjectOf(tx: TxCtx, petition: StoredPetition): Promise<PetitionSubject> {
  const { accountId, unitId, personId } = petition
  const { actor } = tx
  const direct =
    actor.kind !== 'officer' ||
    actor.headOf.includes(unitId) ||
    (actor.headOf.length === 0 && actor.unitIds.includes(unitId))
  const line = direct ? [unitId] : await unitLine(tx, unitId, tx.clock.now())
  return { accountId, unitId, unitLine: line, personId, askedUnitIds: askedUnits(petition) }
}

/** What an act did, to be recorded with it. */
export interface Outcome {
  /** The verb in the audit trail, as in `take`. */
  readonly verb: string
  readonly change: Partial<StoredState>
  readonly steps: readonly StepDraft[]
  readonly events: readonly DomainEvent[]
  readonly reason?: string | undefined
}

/**
 * Writes an act: the changed petition with its steps, the audit row, the events. One statement here; audit and outbox
 * ride with the commit.
 * @throws ConflictError when another act came first, saying whose and when
 */
export async function recordAct(tx: TxCtx, petition: StoredPetition, outcome: Outcome): Promise<ActOutput> {
  const after: StoredPetition = { ...petition, ...outcome.change }
  if (!(await savePetition(tx, petition, after, outcome.steps))) throw await staleConflict(tx, petition.id)
  // A request nobody answered ends with what waited for it.
  if (petition.status === 'supplement' && after.status !== 'supplement') await lapseSupplement(tx, petition.id)
  await audit(tx, {
    action: `petition.${outcome.verb}`,
    subjectType: 'petition',
    subjectId: petition.id,
    before: brief(petition),
    after: brief(after),
    reason: outcome.reason,
  })
  const touches = topicsOf(petition, after)
  for (const event of outcome.events) await emit(tx, event, { touches })
  return { petitionId: petition.id, version: petition.version + 1, stage: after.stage, status: after.status }
}

/** The views that show the petition: its own page and its units' queues. */
export function topicsOf(before: StoredState & { id: Id }, after: StoredState = before): string[] {
  const units = [before.unitId, after.unitId, ...askedUnits(before), ...askedUnits(after)]
  const topics = new Set([`petition:${before.id}`, ...units.map((unitId) => `queue:${unitId}`)])
  return [...topics]
}

/** The conflict of a stale edit, in words a person can act on. */
export async function staleConflict(tx: TxCtx, petitionId: Id): Promise<ConflictError> {
  const last = await lastChange(tx, petitionId)
  return new ConflictError('petition.changed-meanwhile', {
    params: { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() },
  })
}

/** A file of the input that is unknown, another's, or another agency's. */
export function unknownFile(): ValidationError {
  return new ValidationError('file.unknown', { field: 'fileIds' })
}

/** What of a petition belongs in the audit trail: where it stands, never what was written in it. */
export function brief(petition: StoredState): Record<string, string | number | null> {
  return {
    status: petition.status,
    stage: petition.stage,
    unitId: petition.unitId,
    personId: petition.personId,
    dueAt: petition.dueAt.toISOString(),
    sequence: petition.sequence,
  }
}
