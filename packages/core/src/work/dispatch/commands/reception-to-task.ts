import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { claimRequest, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { seoulDay } from '../../document/index.ts'
import { plainText } from '../../rich-text.ts'
import { createTaskCard, recordAchievement, taskCardsByIds } from '../../task/index.ts'
import { openReception, recordReceptionAct } from '../act.ts'
import type { StoredReception } from '../reception.store.ts'
import { tellSender } from '../tell-sender.ts'
import { type ReceptionActOutput, type ReceptionToTaskInput, receptionToTaskInput } from '../types.ts'

type Task = ReturnType<typeof receptionToTaskInput.parse>['task']

/**
 * Turns a reception into work: it is tied to a task card, or a card is opened for it, and stands under the card's 실적.
 * @throws NotFoundError `task.not-found`; ForbiddenError where the actor may open no card; ConflictError
 */
export async function receptionToTask(ctx: Ctx, raw: ReceptionToTaskInput): Promise<ReceptionActOutput> {
  const { idempotencyKey, ...input } = parse(receptionToTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ReceptionActOutput>(tx, {
      procedure: 'dispatch.to-task',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const reception = await openReception(tx, 'to-task', input)
    const taskCardId = await cardFor(tx, reception, input.task)
    await recordAchievement(tx, {
      taskCardIds: [taskCardId],
      kind: 'dispatch-received',
      subjectId: reception.id,
      occurredAt: reception.receivedAt ?? tx.clock.now(),
      title: reception.title,
      summary: plainText(reception.body).slice(0, 400),
      personId: reception.personId,
      unitId: reception.unitId,
      state: 'received',
      audience: { unitIds: [reception.unitId], personIds: reception.personId === null ? [] : [reception.personId] },
    })
    await tellSender(tx, reception, { state: 'closed', receptionNumber: reception.number })
    const output = await recordReceptionAct(tx, reception, {
      verb: 'to-task',
      change: { state: 'closed', outcome: 'task', taskCardId, closedAt: tx.clock.now() },
      facts: { taskCardId },
    })
    await claim.settle(output)
    return output
  })
}

async function cardFor(tx: TxCtx, reception: StoredReception, task: Task): Promise<Id> {
  if (task.kind === 'existing') {
    const [card] = await taskCardsByIds(tx, [task.taskCardId])
    if (card === undefined) throw new NotFoundError('task.not-found')
    return card.id
  }
  const { taskCardId } = await createTaskCard(tx, {
    name: task.name,
    unitTaskId: task.unitTaskId,
    year: Number(seoulDay(tx.clock.now()).slice(0, 4)),
    unitId: reception.unitId,
    ownerId: reception.personId ?? '',
  })
  return taskCardId
}
