import { type Id, newId } from '../../kernel/index.ts'
import { calendarFor, type TxCtx } from '../../platform/index.ts'
import type { WorkRelease } from '../release.ts'
import { recordAct } from './act.ts'
import { insertCard } from './card.store.ts'
import { requirePeople, requirePlacement } from './checks.ts'
import { checkFields, type FieldValues } from './domain/card-fields.ts'
import { petitionsForCard, placePetitions } from './petition.store.ts'
import { insertStages } from './quality.store.ts'
import { serviceTitles } from './subscribers.ts'

/** What a person says of a new card. */
export interface CardDraft {
  readonly name: string
  readonly year: number
  readonly unitTaskId: Id
  readonly managedTaskId: Id | null
  readonly unitId: Id
  readonly ownerId: Id
  readonly memberIds: readonly Id[]
  readonly goal: string
  readonly background: string
  readonly fields: FieldValues
  readonly qualityManaged: boolean
}

/**
 * Opens a card under a release: its fields, and the stages of the 품질관리매뉴얼 when its managed task is
 * quality-managed (R11).
 * @returns the card's id
 * @throws ValidationError for an unknown unit, person or field
 */
export async function openTaskCard(tx: TxCtx, draft: CardDraft, { hash, work }: WorkRelease): Promise<Id> {
  const { qualityManaged, ...card } = draft
  const [calendar] = await Promise.all([
    calendarFor(tx),
    requirePlacement(tx, draft.unitId, draft.ownerId),
    requirePeople(tx, draft.memberIds),
  ])
  const id = newId()
  const fields = checkFields(work.task.fields, draft.fields)
  const memberIds = [...new Set(draft.memberIds)].filter((personId) => personId !== draft.ownerId)
  const openedOn = calendar.dayOf(tx.clock.now())
  await insertCard(tx, { ...card, id, fields, memberIds, releaseHash: hash, openedOn })
  if (qualityManaged)
    await insertStages(
      tx,
      [id],
      work.qualityStages.map((stage) => stage.key),
    )
  const petitionIds = await petitionsForCard(tx, card)
  if (petitionIds.length > 0) await placePetitions(tx, petitionIds, await serviceTitles(tx))
  const { name, year, unitTaskId, managedTaskId, unitId, ownerId } = card
  const after = { name, year, unitTaskId, managedTaskId, unitId, ownerId, memberIds }
  await recordAct(tx, { verb: 'create', taskCardId: id, area: 'header', action: 'created', after })
  return id
}
