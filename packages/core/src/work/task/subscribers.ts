import { z } from 'zod'
import type { Id } from '../../kernel/index.ts'
import { defineEvent, defineSubscriber, type Subscriber, type TxCtx } from '../../platform/index.ts'
import { currentRelease } from '../../tenancy/index.ts'
import { keepPetitions, type PetitionFacts, type PetitionState, placePetitions } from './petition.store.ts'

const id = z.uuid()
const petitionId = { petitionId: id }
const owner = { unitId: id, personId: id.nullable() }
const instant = z.iso.datetime({ offset: true })

/** What work reads of petitions' events: where a petition is, of which service, and how it ended. */
const received = defineEvent(
  'customer.petition-received',
  z.object({ ...petitionId, serviceKey: z.string(), receivedAt: instant }),
)
const assigned = defineEvent('customer.petition-assigned', z.object({ ...petitionId, ...owner }))
const completed = defineEvent(
  'customer.petition-completed',
  z.object({ ...petitionId, serviceKey: z.string(), ...owner, receivedAt: instant }),
)
const transferred = defineEvent('customer.petition-transferred', z.object({ ...petitionId, toTenantId: id.nullable() }))
const sentBack = defineEvent('customer.petition-transfer-refused', z.object({ ...petitionId, unitId: id }))
const rated = defineEvent('customer.petition-rated', z.object({ ...petitionId, overall: z.int().min(1).max(5) }))
const reopened = defineEvent('customer.petition-reopened', z.object(petitionId))
const withdrawn = defineEvent('customer.petition-withdrawn', z.object(petitionId))

const STATES: Readonly<Record<string, PetitionState>> = {
  [received.type]: 'received',
  [assigned.type]: 'assigned',
  [sentBack.type]: 'assigned',
  [completed.type]: 'closed',
  [reopened.type]: 'reopened',
  [withdrawn.type]: 'withdrawn',
}

/** Petitions come under 실적 of their unit's card of the year by themselves (R9); one fold a batch. */
const petitionTies = defineSubscriber<PetitionFacts & { readonly toTenantId?: Id | null }>({
  consumer: 'work.petition-ties',
  on: [received, assigned, completed, transferred, sentBack, rated, reopened, withdrawn],
  async handleBatch(tx, events) {
    const facts = new Map<Id, PetitionFacts>()
    for (const { type, payload } of events) {
      const { toTenantId, ...told } = payload
      const away = type === transferred.type && toTenantId != null
      const state = away ? 'transferred' : STATES[type]
      const known = facts.get(told.petitionId)
      facts.set(told.petitionId, { ...known, ...told, ...(state === undefined ? {} : { state }) })
    }
    await keepPetitions(tx, [...facts.values()])
    await placePetitions(tx, [...facts.keys()], await serviceTitles(tx))
  },
})

/** The names of the agency's services by key. */
export async function serviceTitles(tx: TxCtx): Promise<Map<string, string>> {
  const { customer } = await currentRelease(tx)
  return new Map(customer.services.map((service) => [service.key, service.name.ko]))
}

/** What task cards hear of other modules. */
export const taskSubscribers: readonly Subscriber[] = [petitionTies]
