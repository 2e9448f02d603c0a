import type { Actor, Id } from '../kernel/index.ts'
import type { Act, OpenTask } from './domain/petition.ts'

/** What the policy looks at: ids only. `unitLine` is the owning unit and its units above, nearest first. */
export interface PetitionSubject {
  readonly accountId: Id | null
  readonly unitId: Id
  readonly unitLine: readonly Id[]
  readonly personId: Id | null
  /** Units that a waiting task asks for a hand. */
  readonly askedUnitIds?: readonly Id[]
}

export type PetitionRight = Act | 'read'

const CITIZEN_ACTS: ReadonlySet<PetitionRight> = new Set([
  'read',
  'submit-supplement',
  'message',
  'rate',
  'reopen',
  'withdraw',
])
const HANDLER_ACTS: ReadonlySet<PetitionRight> = new Set([
  'transfer',
  'transfer-to-agency',
  'refuse-transfer',
  'request-supplement',
  'extend',
  'message',
  'draft-answer',
  'answer',
])
const HEAD_ACTS: ReadonlySet<PetitionRight> = new Set(['assign', 'transfer', 'transfer-to-agency', 'refuse-transfer'])
/** Roles that look into any petition of their agency, to manage, check or explain a score. */
const OVERSIGHT = ['minister', 'vice-minister', 'performance-manager', 'auditor', 'tenant-admin'] as const

/**
 * Whether the actor may do it, the petition's state aside (domain's `refusal`). A citizen: own petitions only.
 * An officer: reads those of the own unit and of units below a unit one heads; the person in charge handles;
 * the head of the line assigns and transfers.
 */
export function can(actor: Actor, right: PetitionRight, petition: PetitionSubject): boolean {
  switch (actor.kind) {
    case 'system':
      return true
    case 'guest':
      return false
    case 'citizen':
      return petition.accountId === actor.accountId && CITIZEN_ACTS.has(right)
    case 'officer': {
      const member = actor.unitIds.includes(petition.unitId)
      const head = petition.unitLine.some((unitId) => actor.headOf.includes(unitId))
      const inCharge = petition.personId === actor.personId
      const asked = petition.askedUnitIds?.some((unitId) => actor.unitIds.includes(unitId)) === true
      if (right === 'read')
        return member || head || inCharge || asked || OVERSIGHT.some((role) => actor.roles.includes(role))
      if (right === 'take') return member && actor.roles.includes('petition-handler')
      if (right === 'complete-task') return member || head || inCharge || asked
      if (inCharge && HANDLER_ACTS.has(right)) return true
      return head && HEAD_ACTS.has(right)
    }
  }
}

/** Whether a waiting task of the process is the actor's to finish. */
export function canPerform(actor: Actor, task: OpenTask, petition: PetitionSubject): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  if (task.performer.startsWith('role:')) {
    const role = task.performer.slice('role:'.length)
    if (role === 'petition-handler') return petition.personId === actor.personId
    if (!actor.roles.some((own) => own === role)) return false
    return petition.unitLine.some((unitId) => actor.headOf.includes(unitId) || actor.unitIds.includes(unitId))
  }
  if (task.unitId === petition.unitId && petition.personId !== null) return petition.personId === actor.personId
  return actor.unitIds.includes(task.unitId)
}

/** The name of the task that waits for an officer in a petition of somebody else; null when none does. */
export function turnOf(
  actor: Actor,
  tasks: readonly OpenTask[],
  owner: { unitId: Id; personId: Id | null },
): string | null {
  if (actor.kind !== 'officer' || actor.personId === owner.personId) return null
  const asks = (task: OpenTask) => task.performer.startsWith('role:') || task.unitId !== owner.unitId
  const subject = { ...owner, accountId: null, unitLine: [owner.unitId] }
  return tasks.find((task) => asks(task) && canPerform(actor, task, subject))?.name ?? null
}

/** Whether the actor may file: a citizen for oneself, officers and the importer for a caller. */
export function canFile(actor: Actor): boolean {
  return actor.kind === 'citizen' || actor.kind === 'system' || actor.kind === 'officer'
}

/** Whether the officer looks into any petition of the agency. */
export function oversees(actor: Actor): boolean {
  return actor.kind === 'officer' && OVERSIGHT.some((role) => actor.roles.includes(role))
}

/** Whether the actor reads a unit's queue. */
export function canReadQueue(actor: Actor, unitLine: readonly Id[]): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  const [unitId] = unitLine
  if (unitId !== undefined && actor.unitIds.includes(unitId)) return true
  return unitLine.some((id) => actor.headOf.includes(id)) || OVERSIGHT.some((role) => actor.roles.includes(role))
}
