import { ConflictError, type Id, ValidationError } from '../../kernel/index.ts'
import { filesById, type TxCtx } from '../../platform/index.ts'
import { lastRowChange } from './target-group.store.ts'

/** The conflict of a stale line of 홍보관리 or 고객관리, saying who changed it and when. */
export async function staleRow(
  tx: TxCtx,
  table: 'task_publicity' | 'task_target_group',
  id: Id,
): Promise<ConflictError> {
  const last = await lastRowChange(tx, table, id)
  const params = { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() }
  return new ConflictError('task.changed-meanwhile', { params })
}

/** New files are the actor's own uploads; those that hang there already may be anybody's. @throws ValidationError `file.unknown` */
export async function requireFiles(tx: TxCtx, fileIds: readonly Id[], known: readonly Id[]): Promise<void> {
  const added = fileIds.filter((id) => !known.includes(id))
  if (added.length === 0) return
  const files = await filesById(tx, added)
  const { actor } = tx
  const own = files.filter(
    (file) => actor.kind === 'system' || ('accountId' in actor && file.uploadedBy === actor.accountId),
  )
  if (own.length !== added.length) throw new ValidationError('file.unknown', { field: 'fileIds' })
}
