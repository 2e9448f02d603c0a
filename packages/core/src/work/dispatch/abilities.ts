import type { Actor } from '../../kernel/index.ts'
import type { StoredDispatch } from './dispatch.store.ts'
import { dispatchRefusal, receptionRefusal } from './domain/dispatch.ts'
import { canDispatch, canReceive } from './policy.ts'
import type { StoredReception } from './reception.store.ts'
import { DISPATCH_ABILITIES, RECEPTION_ABILITIES } from './schema-parts.ts'

/** What the actor may do with a dispatch now: rights and state together, for the screens. Commands check again. */
export function dispatchAbilities(actor: Actor, dispatch: StoredDispatch) {
  return DISPATCH_ABILITIES.filter(
    (verb) => canDispatch(actor, verb, dispatch) && dispatchRefusal(dispatch.state, verb) === null,
  )
}

/** What the actor may do with a reception now. */
export function receptionAbilities(actor: Actor, reception: StoredReception) {
  return RECEPTION_ABILITIES.filter(
    (verb) => canReceive(actor, verb, reception) && receptionRefusal(reception, verb) === null,
  )
}
