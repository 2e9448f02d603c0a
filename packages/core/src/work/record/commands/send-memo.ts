import { type Ctx, newId, ValidationError } from '../../../kernel/index.ts'
import { audit, claimRequest, emit, parse, withTenant } from '../../../platform/index.ts'
import { addChange } from '../change.store.ts'
import { once } from '../domain/scope.ts'
import { memoChanged } from '../events.ts'
import { insertMemo, type NewMemo } from '../memo.store.ts'
import { enterMemo, memoTopics } from '../memo-act.ts'
import { officerOf, unitOf } from '../policy.ts'
import { type MemoActOutput, type SendMemoInput, sendMemoInput } from '../schemas.ts'
import { audienceFor, requirePeople, requireTaskCards } from '../ties.ts'

/**
 * An officer reports something short to a superior (메모보고, R14); it lands in the task cards' 실적 by itself and
 * cannot be changed afterwards.
 * @throws ForbiddenError but for officers; ValidationError for an unknown reader, card or file, or oneself as reader
 */
export async function sendMemo(ctx: Ctx, raw: SendMemoInput): Promise<MemoActOutput> {
  const { idempotencyKey, ...input } = parse(sendMemoInput, raw)
  const actor = officerOf(ctx.actor)
  const { readerId, scope, title, body } = input
  const unitId = unitOf(actor, input.unitId)
  if (readerId === actor.personId) throw new ValidationError('memo.reader-self', { field: 'readerId' })
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<MemoActOutput>(tx, { procedure: 'memo.send', key: idempotencyKey, body: input })
    if (claim.replayed) return claim.response
    const copyIds = once(input.copyIds).filter((id) => id !== readerId && id !== actor.personId)
    await requirePeople(tx, { readerId: [readerId], copyIds })
    await requireTaskCards(tx, input.taskCardIds)
    const memo: NewMemo = {
      id: newId(),
      title,
      body,
      unitId,
      personId: actor.personId,
      readerId,
      copyIds,
      fileIds: once(input.fileIds),
      taskCardIds: once(input.taskCardIds),
      scope,
      audience: await audienceFor(tx, scope, unitId, [actor.personId, readerId, ...copyIds]),
      reportedAt: tx.clock.now(),
    }
    if ((await insertMemo(tx, memo)) < memo.fileIds.length) {
      throw new ValidationError('file.unknown', { field: 'fileIds' })
    }
    await enterMemo(tx, memo, 'reported')
    const { id: memoId, personId } = memo
    await addChange(tx, { subjectKind: 'memo', subjectId: memoId, kind: 'reported' })
    await audit(tx, { action: 'memo.send', subjectType: 'memo', subjectId: memoId, after: { unitId, readerId, scope } })
    await emit(tx, memoChanged.of({ memoId, unitId, personId, what: 'reported' }), { touches: memoTopics(memo) })
    const done: MemoActOutput = { memoId, version: 1, state: 'reported' }
    await claim.settle(done)
    return done
  })
}
