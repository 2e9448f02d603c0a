import { type Ctx, NotFoundError, newId, ValidationError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { openCard, recordAct } from '../act.ts'
import { difference } from '../change.store.ts'
import { requirePast } from '../domain/plan.ts'
import { findPublicity, writePublicity } from '../publicity.store.ts'
import { requireFiles, staleRow } from '../row-act.ts'
import { type PublicityActOutput, type SavePublicityInput, savePublicityInput } from '../schemas.ts'

/**
 * A line of 홍보관리: what is planned through which channel, and when it was done with which result (R8).
 * @throws ValidationError `task.publicity-result-early`, `task.date-in-future`, `file.unknown`; ConflictError
 * `task.changed-meanwhile`, `task.closed`; NotFoundError, ForbiddenError
 */
export async function savePublicity(ctx: Ctx, raw: SavePublicityInput): Promise<PublicityActOutput> {
  const { publicityId, version, taskCardId, ...input } = parse(savePublicityInput, raw)
  return withTenant(ctx, async (tx) => {
    const { today } = await openCard(tx, 'edit-publicity', { taskCardId })
    const old = publicityId === undefined ? undefined : await findPublicity(tx, publicityId)
    if (old !== undefined && old.taskCardId !== taskCardId) throw new NotFoundError('task.publicity-not-found')
    if (input.doneDate === null && (input.result !== '' || input.reach !== null)) {
      throw new ValidationError('task.publicity-result-early', { field: 'doneDate' })
    }
    if (input.doneDate !== null) requirePast(input.doneDate, today)
    await requireFiles(tx, input.fileIds, old?.fileIds ?? [])
    const row = { id: old?.id ?? newId(), taskCardId, ...input }
    const seen = old === undefined ? 0 : version
    if ((old !== undefined && seen !== old.version) || !(await writePublicity(tx, row, seen))) {
      throw await staleRow(tx, 'task_publicity', row.id)
    }
    const action = old === undefined ? 'publicity-planned' : 'publicity-changed'
    const changed = old === undefined ? { after: { ...input } } : difference({ ...old }, { ...input })
    await recordAct(tx, {
      verb: 'save-publicity',
      taskCardId,
      area: 'publicity',
      action,
      subjectId: row.id,
      ...changed,
    })
    return { taskCardId, publicityId: row.id, version: seen + 1 }
  })
}
