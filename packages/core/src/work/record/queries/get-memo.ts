import { type Ctx, type Id, NotFoundError } from '../../../kernel/index.ts'
import { filesById, parse, withTenant } from '../../../platform/index.ts'
import { changesOf } from '../change.store.ts'
import { memoRefusal } from '../domain/memo.ts'
import { findMemo, opinionsOf } from '../memo.store.ts'
import { peopleByIds } from '../people.store.ts'
import { canMemo, officerOf } from '../policy.ts'
import { getMemoInput, type MemoView } from '../schemas.ts'
import { taskLines } from '../ties.ts'

/** One memo report with its files, opinions, task cards and history. @throws NotFoundError outside the audience too */
export async function getMemo(ctx: Ctx, raw: { memoId: Id }): Promise<MemoView> {
  const { memoId } = parse(getMemoInput, raw)
  officerOf(ctx.actor)
  return withTenant(ctx, async (tx) => {
    const memo = await findMemo(tx, memoId)
    const [people, files, tasks, opinions, changes] = await Promise.all([
      peopleByIds(tx, [memo.personId, memo.readerId, ...memo.copyIds]),
      filesById(tx, memo.fileIds),
      taskLines(tx, memo.taskCardIds),
      opinionsOf(tx, memoId),
      changesOf(tx, 'memo', memoId),
    ])
    const [person, reader] = [people.get(memo.personId), people.get(memo.readerId)]
    if (person === undefined || reader === undefined) throw new NotFoundError('record.not-found')
    const may = (act: 'acknowledge' | 'answer' | 'withdraw') =>
      canMemo(tx.actor, act, memo) && memoRefusal(memo.state, act) === null
    const { id, title, body, state, scope, version } = memo
    return {
      id,
      title,
      body,
      state,
      scope,
      unit: { id: memo.unitId, name: memo.unitName },
      person,
      reader,
      copies: memo.copyIds.flatMap((one) => people.get(one) ?? []),
      files: files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
      tasks,
      opinions: opinions.map(({ personId, ...one }) => ({ ...one, person: people.get(personId) ?? reader })),
      reportedAt: memo.reportedAt.toISOString(),
      acknowledgedAt: memo.acknowledgedAt?.toISOString() ?? null,
      answeredAt: memo.answeredAt?.toISOString() ?? null,
      changes,
      version,
      can: { acknowledge: may('acknowledge'), answer: may('answer'), withdraw: may('withdraw') },
    }
  })
}
