import type { Ctx, Id } from '../../kernel/index.ts'
import { type DomainEvent, type TxCtx, withTenant } from '../../platform/index.ts'
import { recordAct } from '../act.ts'
import type { StepDraft } from '../domain/petition.ts'
import { findPetition, petitionsWithDueTimers, type StoredPetition } from '../petition.store.ts'
import { courseOf, runEvents, stateOf } from '../proceed.ts'

const BATCH = 200

/**
 * Lets the processes' timers go off that are due: the process decides what follows (a warning, another unit). Each
 * petition in a transaction of its own. A timer never ends a petition without an answer: such a way is not taken.
 * @returns how many petitions moved
 */
export async function fireTimers(ctx: Ctx): Promise<{ moved: number }> {
  const due = await withTenant(ctx, (tx) => petitionsWithDueTimers(tx, tx.clock.now(), BATCH))
  let moved = 0
  for (const petitionId of due) if (await withTenant(ctx, (tx) => fireOne(tx, petitionId))) moved += 1
  return { moved }
}

async function fireOne(tx: TxCtx, petitionId: Id): Promise<boolean> {
  const petition = await findPetition(tx, petitionId)
  const now = tx.clock.now()
  const due = petition.timers.filter((timer) => new Date(timer.at) <= now)
  if (petition.closedAt !== null || due.length === 0) return false
  const course = await courseOf(tx, petition)
  const steps: StepDraft[] = []
  const events: DomainEvent[] = []
  let moved: StoredPetition = petition
  for (const { element } of due) {
    if (!moved.timers.some((timer) => timer.element === element)) continue
    const next = await course.advance(moved, { type: 'timer', element })
    steps.push({ kind: 'timer', element })
    if (next.run.ended) {
      moved = { ...moved, timers: moved.timers.filter((timer) => timer.element !== element) }
      continue
    }
    steps.push(...next.run.steps)
    events.push(...runEvents(moved, next.run))
    moved = next.moved
  }
  await recordAct(tx, petition, { verb: 'timer', change: stateOf(moved), steps, events })
  return true
}
