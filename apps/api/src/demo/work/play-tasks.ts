import type { Id } from '@harmony/core/kernel'
import type { TxCtx } from '@harmony/core/platform'
import {
  answerQualityItem,
  closeTask,
  completePhase,
  completeQualityStage,
  createManagedTask,
  createTaskCard,
  getTaskCard,
  getTaskQuality,
  markTask,
  planQualityStage,
  savePlan,
} from '@harmony/core/work'
import { as, on, scene, type WorkStage, workday } from './work-stage.ts'

/** A phase as it was planned and, when it was, done. */
export interface PhaseScript {
  readonly name: string
  readonly activity: string
  readonly weight: number
  readonly due: string
  readonly done?: string | undefined
}

/** A stage of the quality manual as it was planned, answered and, when it was, completed. */
export interface StageScript {
  readonly key: string
  readonly due: string
  readonly issue: string
  readonly done?: string | undefined
  /** Answers by item number; the rest of a completed stage gets `answer`. */
  readonly answers?: Readonly<Record<string, string>>
  readonly answer?: string
}

/** A task card of the demo; a managed task unless `unit` says that it is one of a unit task alone. */
export interface TaskScript {
  readonly key: string
  readonly name: string
  readonly year: number
  readonly unitTask: string
  readonly unit: string
  readonly owner: string
  readonly members?: readonly string[]
  readonly goal: string
  readonly opened: string
  readonly objective?: string
  readonly annualReport?: boolean
  readonly ofUnitTask?: boolean
  readonly phases: readonly PhaseScript[]
  readonly stages?: readonly StageScript[] | undefined
  readonly marks?: readonly {
    readonly mark: 'watch' | 'weak'
    readonly by: string
    /** A day, or so many working days from today. */
    readonly on: string | number
    readonly reason: string
  }[]
  readonly closed?: { readonly on: string; readonly reason: string }
}

/** Plays a card from its opening to where it stands today; phases done later are still to come. Returns the card's id. */
export function playTask(stage: WorkStage, script: TaskScript): Promise<Id> {
  return scene(stage, `task-${script.key}`, async (tx) => {
    const taskCardId = await open(stage, tx, script)
    await plan(stage, tx, script, taskCardId)
    await quality(stage, tx, script, taskCardId)
    for (const { mark, by, on: day, reason } of script.marks ?? []) {
      await markTask(
        as(tx, stage.person(by), typeof day === 'string' ? on(day, '16:00') : workday(stage, day, '16:00')),
        { taskCardId, mark, reason },
      )
    }
    if (script.closed) {
      const at = as(tx, stage.person(script.owner), on(script.closed.on, '17:00'))
      const { version } = await getTaskCard(at, { taskCardId })
      await closeTask(at, { taskCardId, version, reason: script.closed.reason })
    }
    return taskCardId
  })
}

async function open(stage: WorkStage, tx: TxCtx, script: TaskScript): Promise<Id> {
  const { name, year, goal, objective, annualReport = false, ofUnitTask = false } = script
  const unitId = stage.unit(script.unit)
  const ownerId = stage.person(script.owner).personId
  const memberIds = (script.members ?? []).map((code) => stage.person(code).personId)
  const content = { name, year, goal, unitTaskId: stage.unitTask(script.unitTask), unitId, ownerId, memberIds }
  const at = on(script.opened, '09:30')
  if (ofUnitTask) return (await createTaskCard(as(tx, stage.person(script.owner), at), content)).taskCardId
  const head = stage.staff.head(unitId) ?? stage.person(script.owner)
  const made = await createManagedTask(as(tx, head, at), {
    ...content,
    objectiveKey: objective ?? null,
    annualReport,
    qualityManaged: script.stages !== undefined,
  })
  return made.taskCardId
}

async function plan(stage: WorkStage, tx: TxCtx, script: TaskScript, taskCardId: Id): Promise<void> {
  const owner = stage.person(script.owner)
  const phases = script.phases.map(({ name, activity, weight, due }) => ({
    name,
    activity,
    plannedWeight: weight,
    dueDate: due,
  }))
  const opened = on(script.opened, '10:00')
  let { planVersion } = await savePlan(as(tx, owner, opened), { taskCardId, planVersion: 0, phases })
  const { phases: stored } = await getTaskCard(as(tx, owner, opened), { taskCardId })
  for (const [i, { done }] of script.phases.entries()) {
    const phaseId = stored[i]?.id
    if (done === undefined || phaseId === undefined) continue
    const day = laterDay(done, script.opened)
    const at = on(day, '17:30')
    if (at > stage.now) continue
    const change = { taskCardId, planVersion, phaseId, completedDate: done }
    planVersion = (await completePhase(as(tx, owner, at), change)).planVersion
  }
}

async function quality(stage: WorkStage, tx: TxCtx, script: TaskScript, taskCardId: Id): Promise<void> {
  if (script.stages === undefined) return
  const owner = stage.person(script.owner)
  const opened = as(tx, owner, on(script.opened, '11:00'))
  const { stages } = await getTaskQuality(opened, { taskCardId })
  for (const one of script.stages) {
    const stored = stages.find((candidate) => candidate.key === one.key)
    if (stored === undefined) throw new Error(`no quality stage ${one.key}`)
    const stageId = stored.id
    const { version } = await planQualityStage(opened, {
      stageId,
      version: stored.version,
      dueDate: one.due,
      keyIssue: one.issue,
    })
    const day = laterDay(one.done ?? script.opened, script.opened)
    const at = on(day, '15:00')
    if (at > stage.now) continue
    for (const item of stored.items) {
      const answer = one.answers?.[item.number] ?? (one.done === undefined ? undefined : one.answer)
      if (item.heading || answer === undefined) continue
      await answerQualityItem(as(tx, owner, at), { stageId, itemNumber: item.number, answer, revision: 0 })
    }
    if (one.done !== undefined) {
      await completeQualityStage(as(tx, owner, on(day, '16:00')), { stageId, version, completedDate: one.done })
    }
  }
}

const laterDay = (a: string, b: string) => [a, b].toSorted().at(-1) ?? a
