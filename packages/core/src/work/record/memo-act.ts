import { ConflictError, type Id } from '../../kernel/index.ts'
import { audit, authorise, emit, type TxCtx } from '../../platform/index.ts'
import { addChange, recordConflict } from './change.store.ts'
import { type MemoAct, type MemoState, memoRefusal } from './domain/memo.ts'
import { memoChanged } from './events.ts'
import { findMemo, type NewMemo, type StoredMemo, saveMemo } from './memo.store.ts'
import { canMemo } from './policy.ts'
import type { MemoActOutput } from './schemas.ts'
import { retie } from './ties.ts'

const DONE = { acknowledge: 'acknowledged', answer: 'answered', withdraw: 'withdrawn' } as const

/** Enters a memo into its cards' 실적 with where it stands (처리상황). */
export async function enterMemo(tx: TxCtx, memo: NewMemo, state: MemoState): Promise<void> {
  await retie(tx, memo.taskCardIds, {
    taskCardIds: memo.taskCardIds,
    kind: 'memo-report',
    subjectId: memo.id,
    occurredAt: memo.reportedAt,
    title: memo.title,
    summary: memo.body.slice(0, 1_000),
    personId: memo.personId,
    unitId: memo.unitId,
    state: state === 'acknowledged' ? 'read' : state,
    audience: memo.audience,
  })
}

/** Those whose pages show the memo. */
export function memoTopics(memo: { personId: Id; readerId: Id; copyIds: readonly Id[] }): string[] {
  return [...new Set([memo.personId, memo.readerId, ...memo.copyIds])].map((personId) => `inbox:${personId}`)
}

/**
 * Does one act on a memo report: state, opinion, history, 실적, audit, event.
 * @throws NotFoundError outside the audience; ForbiddenError; ConflictError for its state or a stale version
 */
export async function actOnMemo(
  tx: TxCtx,
  act: MemoAct,
  input: { memoId: Id; version?: number | undefined; opinion?: string; reason?: string },
): Promise<MemoActOutput> {
  const memo = await findMemo(tx, input.memoId)
  authorise(canMemo(tx.actor, act, memo))
  const refusal = memoRefusal(memo.state, act)
  if (refusal !== null) throw new ConflictError(refusal)
  if (input.version !== undefined && input.version !== memo.version) throw await recordConflict(tx, 'memo', memo.id)
  const state = DONE[act]
  if (!(await saveMemo(tx, memo, stamped(memo, act, tx.clock.now()), input.opinion))) {
    throw await recordConflict(tx, 'memo', memo.id)
  }
  await enterMemo(tx, memo, state)
  await addChange(tx, { subjectKind: 'memo', subjectId: memo.id, kind: state, reason: input.reason })
  await audit(tx, {
    action: `memo.${act}`,
    subjectType: 'memo',
    subjectId: memo.id,
    before: { state: memo.state },
    after: { state },
    reason: input.reason,
  })
  const { id: memoId, unitId, personId } = memo
  await emit(tx, memoChanged.of({ memoId, unitId, personId, what: state }), { touches: memoTopics(memo) })
  return { memoId, version: memo.version + 1, state }
}

function stamped(memo: StoredMemo, act: MemoAct, now: Date) {
  return {
    state: DONE[act],
    acknowledgedAt: act === 'withdraw' ? null : (memo.acknowledgedAt ?? now),
    answeredAt: act === 'answer' ? (memo.answeredAt ?? now) : null,
  }
}
