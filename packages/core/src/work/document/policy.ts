import type { Actor, Id } from '../../kernel/index.ts'
import type { DocumentState, DocumentVerb } from './domain/document.ts'

/** What the policy looks at; whoever may know of the document at all is the audience's matter. */
export interface DocumentSubject {
  readonly state: DocumentState
  readonly drafterId: Id
  readonly unitId: Id
  /** People whose turn it is. */
  readonly turnOf: readonly Id[]
  /** People who are to be asked or are being asked. */
  readonly toCome: readonly Id[]
}

/**
 * Who may do what. The drafter writes, submits, takes back and puts the route together; whoever has the turn processes and
 * may change the rest of the route; after approval the head of the unit and the records manager keep its attributes. Nobody
 * processes the own draft.
 */
export function can(actor: Actor, verb: DocumentVerb, document: DocumentSubject): boolean {
  if (actor.kind === 'system') return verb !== 'process'
  if (actor.kind !== 'officer') return false
  const drafter = actor.personId === document.drafterId
  const turn = !drafter && document.turnOf.includes(actor.personId)
  switch (verb) {
    case 'save':
    case 'discard':
    case 'submit':
    case 'withdraw':
      return drafter
    case 'process':
      return turn
    case 'change-route':
      return drafter || turn
    case 'delegate':
      return drafter || document.toCome.includes(actor.personId)
    case 'change-attributes':
      return document.state === 'approved' ? keepsRecords(actor, document.unitId) : drafter
    case 'supersede':
      return drafter || actor.unitIds.includes(document.unitId)
  }
}

/** The head of a unit, or the agency's administrator, keeps the unit's records: attributes after approval, its register. */
export function keepsRecords(actor: Actor, unitId: Id): boolean {
  if (actor.kind === 'system') return true
  return actor.kind === 'officer' && (actor.headOf.includes(unitId) || actor.roles.includes('tenant-admin'))
}

/** Whether the actor closes a directive: who gave it, or who heads the giver's unit. */
export function canClose(actor: Actor, directive: { giverId: Id; giverUnitId: Id; personId: Id }): boolean {
  if (actor.kind !== 'officer') return actor.kind === 'system'
  if (actor.personId === directive.personId) return false
  return actor.personId === directive.giverId || actor.headOf.includes(directive.giverUnitId)
}
