import { ConflictError, type Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { QualityStage } from '../fragment.ts'
import { workByHash } from '../release.ts'
import { type OpenedCard, openCard, recordAct, type TaskAct } from './act.ts'
import type { TaskAbility } from './domain/abilities.ts'
import type { QualityStageState } from './domain/quality.ts'
import { findStage, lastStageChange, type StoredStage, saveStage } from './quality.store.ts'
import type { QualityActOutput } from './schemas.ts'

/** A stage opened for an act, with what the manual of the card's release asks in it. */
export interface OpenedStage extends OpenedCard {
  readonly stage: StoredStage
  readonly manual: QualityStage
}

/**
 * Opens a stage for one act the actor may do on its card.
 * @throws NotFoundError `task.stage-not-found`; ForbiddenError; ConflictError `task.closed`, `task.changed-meanwhile`
 */
export async function openStage(
  tx: TxCtx,
  act: TaskAbility,
  target: { stageId: Id; version?: number | undefined },
): Promise<OpenedStage> {
  const stage = await findStage(tx, target.stageId)
  const opened = await openCard(tx, act, { taskCardId: stage.taskCardId })
  if (target.version !== undefined && target.version !== stage.version) throw await staleStage(tx, stage.id)
  const { work } = await workByHash(tx, opened.card.releaseHash)
  const manual = work.qualityStages.find((one) => one.key === stage.key)
  if (manual === undefined) throw new Error(`release ${opened.card.releaseHash} has no quality stage ${stage.key}`)
  return { ...opened, stage, manual }
}

/**
 * Writes a changed stage with its history, audit row and events.
 * @throws ConflictError `task.changed-meanwhile` when another change of the stage came first
 */
export async function recordStage(
  tx: TxCtx,
  stage: StoredStage,
  after: QualityStageState,
  act: Pick<TaskAct, 'verb' | 'action' | 'reason' | 'events'>,
): Promise<QualityActOutput> {
  if (!(await saveStage(tx, stage, after))) throw await staleStage(tx, stage.id)
  const brief = ({ key, dueDate, completedDate, keyIssue }: QualityStageState) => ({
    key,
    dueDate,
    completedDate,
    keyIssue,
  })
  const { taskCardId, id: stageId } = stage
  const change = { taskCardId, area: 'quality' as const, subjectId: stageId, before: brief(stage), after: brief(after) }
  await recordAct(tx, { ...change, ...act })
  return { taskCardId, stageId, version: stage.version + 1 }
}

async function staleStage(tx: TxCtx, stageId: Id): Promise<ConflictError> {
  const last = await lastStageChange(tx, stageId)
  const params = { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() }
  return new ConflictError('task.changed-meanwhile', { params })
}
