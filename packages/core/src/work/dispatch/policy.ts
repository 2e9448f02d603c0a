import type { Actor, Id } from '../../kernel/index.ts'
import type { DispatchVerb, ReceptionVerb } from './domain/dispatch.ts'

/** Who may do what with a dispatch: the head of the drafting unit releases and sends back; the drafter may take it up again. */
export function canDispatch(actor: Actor, verb: DispatchVerb, dispatch: { unitId: Id; drafterId: Id }): boolean {
  if (actor.kind !== 'officer') return false
  const head = actor.headOf.includes(dispatch.unitId)
  const drafter = actor.personId === dispatch.drafterId
  if (verb === 'release' || verb === 'send-back') return head
  return head || drafter
}

/**
 * Who may do what with a reception: the people of the receiving unit receive, pass on and refuse; its head gives it to a
 * person, a member takes it; the person it was given to and the head close it.
 */
export function canReceive(
  actor: Actor,
  verb: ReceptionVerb,
  reception: { unitId: Id; personId: Id | null },
  assignee?: Id,
): boolean {
  if (actor.kind !== 'officer') return false
  const head = actor.headOf.includes(reception.unitId)
  const member = head || actor.unitIds.includes(reception.unitId)
  switch (verb) {
    case 'receive':
    case 'route':
    case 'refuse':
      return member
    case 'assign':
      return head || (member && reception.personId === null && (assignee === undefined || assignee === actor.personId))
    case 'to-task':
    case 'close':
      return head || actor.personId === reception.personId
  }
}
