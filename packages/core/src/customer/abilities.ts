import type { Actor } from '../kernel/index.ts'
import type { Process } from '../model/index.ts'
import { type OpenTask, refusal } from './domain/petition.ts'
import { rateUntil, reopenUntil, type SatisfactionRules } from './domain/windows.ts'
import type { StoredPetition } from './petition.store.ts'
import { can, canPerform, type PetitionSubject } from './policy.ts'
import { PETITION_ACTIONS, type PetitionAction } from './schemas.ts'

interface Facts {
  readonly now: Date
  readonly satisfaction: SatisfactionRules
  /** Whether the last completion has been rated. */
  readonly rated: boolean
  readonly process: Process
}

/** What the actor may do with the petition now: rights and state together, for the screens. Commands check again. */
export function abilitiesOf(
  actor: Actor,
  petition: StoredPetition,
  subject: PetitionSubject,
  facts: Facts,
): PetitionAction[] {
  return PETITION_ACTIONS.filter(
    (action) =>
      can(actor, action, subject) &&
      refusal(petition, action, facts.now) === null &&
      timely(actor, action, petition, subject, facts),
  )
}

function timely(
  actor: Actor,
  action: PetitionAction,
  petition: StoredPetition,
  subject: PetitionSubject,
  facts: Facts,
): boolean {
  const { now, satisfaction, rated, process } = facts
  switch (action) {
    case 'take':
      return petition.personId === null
    case 'extend':
      return petition.clock.extensions.length === 0 && now <= petition.dueAt
    case 'answer':
      return petition.tasks.some((task) => canPerform(actor, task, subject) && !decides(process, task))
    case 'draft-answer':
      return petition.tasks.some((task) => canPerform(actor, task, subject))
    case 'complete-task':
      return petition.tasks.some((task) => task.action !== 'answer' && canPerform(actor, task, subject))
    case 'rate': {
      const until = rateUntil(petition, satisfaction)
      return !rated && until !== null && now <= until
    }
    case 'reopen': {
      const until = reopenUntil(petition, satisfaction)
      return until !== null && now <= until
    }
    default:
      return true
  }
}

/** Whether the task wants a decision first: an answer does not end it by the way. */
function decides(process: Process, task: OpenTask): boolean {
  const node = process.nodes[task.element]
  return task.action !== 'answer' && node?.kind === 'user' && Object.keys(node.results).length > 0
}
