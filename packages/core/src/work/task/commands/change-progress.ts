import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { answered, openCard, recordAct, staleCard } from '../act.ts'
import { saveManualProgress } from '../card.store.ts'
import { planStanding } from '../domain/plan.ts'
import { type ChangeProgressInput, changeProgressInput, type TaskActOutput } from '../schemas.ts'

/**
 * 진도변경: a figure a person answers for, with a reason; the computed one stays beside it (R10). `percent` null takes it away.
 * @throws ConflictError `task.no-plan`, `task.changed-meanwhile`; NotFoundError, ForbiddenError
 */
export async function changeProgress(ctx: Ctx, raw: ChangeProgressInput): Promise<TaskActOutput> {
  const input = parse(changeProgressInput, raw)
  return withTenant(ctx, async (tx) => {
    const { card, today } = await openCard(tx, 'change-progress', input)
    if (card.phases.length === 0) throw new ConflictError('task.no-plan')
    const { percent, reason } = input
    const manual = percent === null ? null : { percent, reason }
    if (!(await saveManualProgress(tx, card, manual))) throw await staleCard(tx, card.id, 'plan')
    const { progress } = planStanding(card.phases, today)
    const before = { percent: card.manual?.percent ?? null, computed: progress }
    const change = { before, after: { percent, computed: progress }, reason }
    await recordAct(tx, {
      verb: 'change-progress',
      taskCardId: card.id,
      area: 'plan',
      action: 'progress-changed',
      ...change,
    })
    return answered(card, 'plan')
  })
}
