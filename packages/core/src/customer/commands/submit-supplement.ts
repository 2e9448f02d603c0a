import type { Ctx } from '../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct, unknownFile } from '../act.ts'
import { deadlineOf, resumeClock } from '../domain/deadline.ts'
import { supplementSubmitted } from '../events.ts'
import { attachFiles } from '../files.store.ts'
import { type ActOutput, type SubmitSupplementInput, submitSupplementInput } from '../schemas.ts'
import { closeSupplement } from '../supplement.store.ts'

/** The citizen hands in what was asked for; the clock runs again from now. */
export async function submitSupplement(ctx: Ctx, raw: SubmitSupplementInput): Promise<ActOutput> {
  const input = parse(submitSupplementInput, raw)
  return withTenant(ctx, async (tx) => {
    const [{ petition, now }, calendar] = await Promise.all([openFor(tx, 'submit-supplement', input), calendarFor(tx)])
    const clock = resumeClock(petition.clock, 'supplement', now)
    const supplementId = await closeSupplement(tx, petition.id, input.reply)
    const output = await recordAct(tx, petition, {
      verb: 'submit-supplement',
      change: { status: 'open', supplementUntil: null, clock, dueAt: deadlineOf(clock, calendar) },
      steps: [{ kind: 'supplement-submitted' }],
      events: [supplementSubmitted.of({ petitionId: petition.id, supplementId })],
    })
    const attached = await attachFiles(tx, petition.id, input.fileIds, 'supplement', supplementId)
    if (attached !== input.fileIds.length) throw unknownFile()
    return output
  })
}
