import { ConflictError, type Ctx } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { insertMark } from '../mark.store.ts'
import { type MarkOutput, type MarkTaskInput, markTaskInput } from '../schemas.ts'

/**
 * A head of the line or the performance manager marks a card: `watch` 중점관리대상 stays on the team's map and agenda until
 * it is lifted (R15), `weak` counts it as 미진 (R13).
 * @throws ConflictError `task.already-marked`, `task.closed`; NotFoundError, ForbiddenError
 */
export async function markTask(ctx: Ctx, raw: MarkTaskInput): Promise<MarkOutput> {
  const { taskCardId, mark, reason } = parse(markTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    await openCard(tx, 'mark', { taskCardId })
    if (!(await insertMark(tx, taskCardId, mark, reason))) throw new ConflictError('task.already-marked')
    await recordAct(tx, { verb: 'mark', taskCardId, area: 'marks', action: `${mark}-put`, after: { mark }, reason })
    return { taskCardId, mark, standing: true }
  })
}
