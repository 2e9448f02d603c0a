import { type Actor, ForbiddenError, type Id, ValidationError } from '../../kernel/index.ts'

export type RecordOfficer = Extract<Actor, { kind: 'officer' }>

/** The officer who acts: records are made in a person's own name. @throws ForbiddenError for anyone else */
export function officerOf(actor: Actor): RecordOfficer {
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return actor
}

/** The unit an officer acts for: the one chosen of the own, else the first. @throws ValidationError `record.unit-not-mine` */
export function unitOf(actor: RecordOfficer, chosen: Id | undefined): Id {
  const unitId = chosen ?? actor.unitIds[0]
  if (unitId === undefined || !actor.unitIds.includes(unitId)) {
    throw new ValidationError('record.unit-not-mine', { field: 'unitId' })
  }
  return unitId
}

/** Whether the actor edits or cancels an entry: its owner, and the head of its unit. */
export function canEditSchedule(actor: Actor, entry: { personId: Id; unitId: Id }): boolean {
  if (actor.kind !== 'officer') return false
  return entry.personId === actor.personId || actor.headOf.includes(entry.unitId)
}

/** Whether the actor writes what came of an entry: whoever may edit it, and those who take part. */
export function canRecordResult(
  actor: Actor,
  entry: { personId: Id; unitId: Id; participantIds: readonly Id[] },
): boolean {
  return canEditSchedule(actor, entry) || (actor.kind === 'officer' && entry.participantIds.includes(actor.personId))
}

/** Whether the actor does it to a memo: its reader acknowledges and answers, its author withdraws. */
export function canMemo(
  actor: Actor,
  act: 'acknowledge' | 'answer' | 'withdraw',
  memo: { personId: Id; readerId: Id },
): boolean {
  if (actor.kind !== 'officer') return false
  return actor.personId === (act === 'withdraw' ? memo.personId : memo.readerId)
}

/** Whether the actor does it to a meeting: its writer and chair plan and cancel, the writer minutes, the chair confirms. */
export function canMeeting(
  actor: Actor,
  act: 'edit' | 'minutes' | 'confirm' | 'cancel',
  meeting: { chairId: Id; recorderId: Id },
): boolean {
  if (actor.kind !== 'officer') return false
  const chair = actor.personId === meeting.chairId
  const recorder = actor.personId === meeting.recorderId
  if (act === 'confirm') return chair
  return act === 'minutes' ? recorder : chair || recorder
}
