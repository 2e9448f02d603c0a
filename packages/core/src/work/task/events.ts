import { z } from 'zod'
import { defineEvent } from '../../platform/index.ts'

const id = z.uuid()
const day = z.iso.date()
const sequence = z.int().positive()
const owner = { unitId: id, personId: id.nullable() }

/** A phase is done on a day; `sequence` counts its completions: one after a reopening supersedes (R31). */
export const phaseCompleted = defineEvent(
  'work.phase-completed',
  z.object({
    taskCardId: id,
    phaseId: id,
    ...owner,
    dueDate: day,
    completedDate: day,
    inTime: z.boolean(),
    sequence,
  }),
)

/** Completion number `sequence` of a phase no longer stands. */
export const phaseReopened = defineEvent(
  'work.phase-reopened',
  z.object({ taskCardId: id, phaseId: id, unitId: id, sequence }),
)

/** Every item of a quality stage is answered and the stage is closed on a day. */
export const qualityStageChecked = defineEvent(
  'work.quality-stage-checked',
  z.object({
    taskCardId: id,
    stageKey: z.string(),
    stageId: id,
    ...owner,
    answered: z.int().nonnegative(),
    asked: z.int().nonnegative(),
    dueDate: day,
    inTime: z.boolean(),
    completedDate: day,
    sequence,
  }),
)

/** Check number `sequence` of a quality stage no longer stands. */
export const qualityStageReopened = defineEvent(
  'work.quality-stage-reopened',
  z.object({ taskCardId: id, stageKey: z.string(), stageId: id, unitId: id, sequence }),
)

/** Something of a card changed that lists, maps or monitors show. */
export const taskChanged = defineEvent('work.task-changed', z.object({ taskCardId: id }))
