import { ConflictError, type Id, NotFoundError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { type DirectiveState, findDirectives, type StoredDirective, updateDirective } from './directive.store.ts'
import { seoulDay } from './domain/day.ts'
import type { DirectiveActOutput } from './types.ts'

/**
 * A directive that is not closed, in the version the caller saw.
 * @throws NotFoundError `directive.not-found`, also outside its document's 열람범위; ConflictError
 */
export async function openDirective(tx: TxCtx, target: { directiveId: Id; version: number }): Promise<StoredDirective> {
  const today = seoulDay(tx.clock.now())
  const [directive] = await findDirectives(tx, { id: target.directiveId, today, limit: 1 })
  if (directive === undefined) throw new NotFoundError('directive.not-found')
  if (directive.state === 'closed') throw new ConflictError('directive.already-closed')
  if (directive.version !== target.version) throw new ConflictError('directive.changed-meanwhile')
  return directive
}

/** Writes how far it is. @throws ConflictError `directive.changed-meanwhile` */
export async function saveDirective(
  tx: TxCtx,
  directive: StoredDirective,
  change: { state: DirectiveState; reportedAt: Date | null; closedAt: Date | null; inTime: boolean | null },
): Promise<DirectiveActOutput> {
  if (!(await updateDirective(tx, directive, change))) throw new ConflictError('directive.changed-meanwhile')
  return { directiveId: directive.id, version: directive.version + 1, state: change.state }
}
