import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { liftStandingMark } from '../mark.store.ts'
import { type LiftMarkInput, liftMarkInput, type MarkOutput } from '../schemas.ts'

/**
 * Lifts 중점관리대상 or 미진, with the reason; that it stood stays on file (R15).
 * @throws ConflictError `task.not-marked`; NotFoundError, ForbiddenError
 */
export async function liftMark(ctx: Ctx, raw: LiftMarkInput): Promise<MarkOutput> {
  const { taskCardId, mark, reason } = parse(liftMarkInput, raw)
  return withTenant(ctx, async (tx) => {
    await openCard(tx, 'lift-mark', { taskCardId })
    if (!(await liftStandingMark(tx, taskCardId, mark, reason))) throw new ConflictError('task.not-marked')
    await recordAct(tx, {
      verb: 'lift-mark',
      taskCardId,
      area: 'marks',
      action: `${mark}-lifted`,
      before: { mark },
      reason,
    })
    return { taskCardId, mark, standing: false }
  })
}
