import { searchUnitTasks } from '@harmony/core/brm'
import type { Id } from '@harmony/core/kernel'
import { newId } from '@harmony/core/kernel'
import { withTenant } from '@harmony/core/platform'
import {
  answerQualityItem,
  closeTask,
  completePhase,
  completeQualityStage,
  createManagedTask,
  getTaskCard,
  getTaskQuality,
  getTaskSettings,
  listAchievements,
  listTasks,
  markTask,
  planQualityStage,
  recordAchievement,
  savePlan,
  savePublicity,
  saveTargetGroup,
} from '@harmony/core/work'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'

const YEAR = new Date().getUTCFullYear()
const reasonOf = (agency: Agency) => agency.text('사유')
const officerOf = (agency: Agency) => agency.person('officer').personId ?? ''
const headOf = (agency: Agency) => agency.person('team-head').personId ?? ''
const unitOf = (agency: Agency) => agency.unitId(agency.cast.unit)

export async function unitTask(agency: Agency): Promise<Id> {
  const { rows } = await searchUnitTasks(agency.ctx(), { unitId: await unitOf(agency), limit: 1 })
  return rows[0]?.id ?? ''
}

/** The fields that the release asks for. */
async function fieldsOf(agency: Agency): Promise<Record<string, string | number | boolean>> {
  const { fields, today } = await getTaskSettings(agency.ctx())
  const values = { text: agency.text('값'), 'long-text': agency.text('값'), date: today, number: 1, 'yes-no': true }
  return Object.fromEntries(
    fields.map(({ key, type, choices }) => [key, type === 'choice' ? (choices?.[0]?.key ?? '') : values[type]]),
  )
}

async function header(agency: Agency) {
  return {
    name: agency.text('과제'),
    goal: agency.text('목표'),
    background: agency.text('배경'),
    fields: await fieldsOf(agency),
    memberIds: [headOf(agency)],
  }
}

async function newManaged(agency: Agency) {
  const unitId = await unitOf(agency)
  const place = { year: YEAR, unitTaskId: await unitTask(agency), unitId, ownerId: officerOf(agency) }
  return { ...(await header(agency)), ...place, annualReport: true, qualityManaged: true }
}

/** A quality-managed card of the officer with its plan. */
export async function made(agency: Agency) {
  const ids = await createManagedTask(agency.ctx(), await newManaged(agency))
  const { taskCardId } = ids
  const phase = (name: string, plannedWeight: number) => ({
    name: agency.text(name),
    activity: agency.text('활동'),
    plannedWeight,
    dueDate: `${YEAR}-12-31`,
  })
  await savePlan(agency.ctx(), { taskCardId, planVersion: 0, phases: [phase('준비', 60), phase('시행', 40)] })
  const { phases, version, planVersion, today } = await getTaskCard(agency.ctx(), { taskCardId })
  const [first = '', second = ''] = phases.map(({ id }) => id)
  return { ...ids, version, planVersion, today, first, second }
}

async function stageOf(agency: Agency, upTo: 'new' | 'planned' | 'answered' | 'completed' = 'new') {
  const { taskCardId, today } = await made(agency)
  const [stage] = (await getTaskQuality(agency.ctx(), { taskCardId })).stages
  const stageId = stage?.id ?? ''
  const asked = stage?.items.filter((item) => !item.heading).map((item) => item.number) ?? []
  if (upTo !== 'new') {
    const plan = { dueDate: today, keyIssue: agency.text('이슈') }
    await planQualityStage(agency.ctx(), { stageId, version: 1, ...plan })
  }
  if (upTo === 'answered' || upTo === 'completed') {
    for (const itemNumber of asked) {
      await answerQualityItem(agency.ctx(), { stageId, itemNumber, answer: agency.text('답'), revision: 0 })
    }
  }
  if (upTo === 'completed') await completeQualityStage(agency.ctx(), { stageId, version: 2, completedDate: today })
  return { stageId, today, itemNumber: asked[0] ?? '' }
}

async function achieved(agency: Agency): Promise<Id> {
  const { taskCardId } = await made(agency)
  for (const at of [1, 2]) {
    await withTenant(agency.ctx(), async (tx) =>
      recordAchievement(tx, {
        taskCardIds: [taskCardId],
        kind: 'schedule',
        subjectId: newId(),
        occurredAt: new Date(Date.now() - at * 1000),
        title: agency.text('일정'),
        personId: officerOf(agency),
        unitId: await unitOf(agency),
        audience: { unitIds: null, personIds: [] },
      }),
    )
  }
  return taskCardId
}

async function publicity(agency: Agency) {
  const { taskCardId } = await made(agency)
  const line = { title: agency.text('홍보'), channel: 'web' as const, plannedDate: `${YEAR}-12-31` }
  const fileIds = [await agency.upload('officer')]
  const { publicityId } = await savePublicity(agency.ctx(), { taskCardId, ...line, fileIds })
  return { taskCardId, publicityId, ...line }
}

async function group(agency: Agency) {
  const { taskCardId } = await made(agency)
  const words = { name: agency.text('고객군'), kind: 'general' as const, description: agency.text('설명') }
  const { groupId } = await saveTargetGroup(agency.ctx(), { taskCardId, ...words })
  return { taskCardId, groupId, ...words }
}

async function filters(agency: Agency) {
  const { managedTaskId } = await made(agency)
  const unit = { unitId: await unitOf(agency), unitTaskId: await unitTask(agency) }
  return { ...unit, ownerId: officerOf(agency), managedTaskId }
}

const card = (agency: Agency) => made(agency).then(({ taskCardId }) => ({ taskCardId }))
const marked = async (agency: Agency) => {
  const { taskCardId } = await made(agency)
  await markTask(agency.ctx(), { taskCardId, mark: 'watch', reason: reasonOf(agency) })
  return taskCardId
}

/** Tasks' procedures: each act on a card made for it. */
export const taskPlans: Plans = {
  'task.list': inputs(async (agency) => {
    for (const _ of [1, 2]) await made(agency)
    const { nextCursor } = await listTasks(agency.ctx(), { limit: 1 })
    return { ...(await filters(agency)), cursor: nextCursor }
  }),
  'task.export': inputs(filters),
  'task.settings': nothing,
  'task.managedTasks': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'task.managedTask': inputs(async (agency) => ({ managedTaskId: (await made(agency)).managedTaskId })),
  'task.card': inputs(card),
  'task.history': inputs(async (agency) => {
    const { taskCardId, first } = await made(agency)
    return { taskCardId, subjectId: first, cursor: Buffer.from(`${newId()}|`).toString('base64url') }
  }),
  'task.achievements': inputs(async (agency) => {
    const taskCardId = await achieved(agency)
    const { nextCursor } = await listAchievements(agency.ctx(), { taskCardId, view: 'all', limit: 1 })
    return { taskCardId, view: 'all', cursor: nextCursor }
  }),
  'task.quality': inputs(card),
  'task.qualityAnswers': inputs(async (agency) => ({ stageId: (await stageOf(agency, 'answered')).stageId })),
  'task.publicity': inputs(async (agency) => ({ taskCardId: (await publicity(agency)).taskCardId })),
  'task.customers': inputs(async (agency) => ({ taskCardId: (await group(agency)).taskCardId })),
  'task.tieablePetitions': inputs(card),
  'task.monitor': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'task.watchlist': inputs(async (agency) => {
    await marked(agency)
    return { unitId: await unitOf(agency) }
  }),
  'task.onMap': inputs(async (agency) => ({ unitId: await unitOf(agency) })),

  'task.createManaged': inputs(newManaged),
  'task.editManaged': inputs(async (agency) => {
    const { managedTaskId } = await made(agency)
    const flags = { objectiveKey: null, annualReport: false, qualityManaged: false }
    return { managedTaskId, version: 1, name: agency.text('관리과제'), ...flags, reason: reasonOf(agency) }
  }),
  'task.create': inputs(async (agency) => {
    const { unitTaskId, unitId, ownerId } = await newManaged(agency)
    const { managedTaskId } = await made(agency)
    return { ...(await header(agency)), managedTaskId, unitTaskId, year: YEAR, unitId, ownerId }
  }),
  'task.edit': inputs(async (agency) => {
    const { taskCardId, version } = await made(agency)
    return { taskCardId, version, ...(await header(agency)), reason: reasonOf(agency) }
  }),
  'task.handOver': inputs(async (agency) => {
    const { taskCardId, version } = await made(agency)
    const to = { ownerId: headOf(agency), unitId: await unitOf(agency) }
    return { taskCardId, version, ...to, reason: reasonOf(agency) }
  }),
  'task.close': inputs(async (agency) => {
    const { taskCardId, version } = await made(agency)
    return { taskCardId, version, reason: reasonOf(agency) }
  }),
  'task.reopen': inputs(async (agency) => {
    const { taskCardId, version } = await made(agency)
    await closeTask(agency.ctx(), { taskCardId, version, reason: reasonOf(agency) })
    return { taskCardId, version: version + 1, reason: reasonOf(agency) }
  }),
  'task.savePlan': inputs(async (agency) => {
    const { taskCardId, planVersion, first } = await made(agency)
    const words = { name: agency.text('단계'), activity: agency.text('활동') }
    const phases = [{ phaseId: first, ...words, plannedWeight: 100, dueDate: `${YEAR}-12-30` }]
    return { taskCardId, planVersion, phases, reason: reasonOf(agency) }
  }),
  'task.movePlanWeight': inputs(async (agency) => {
    const { taskCardId, planVersion, first, second } = await made(agency)
    return { taskCardId, planVersion, fromPhaseId: first, toPhaseId: second, points: 5, reason: reasonOf(agency) }
  }),
  'task.completePhase': inputs(async (agency) => {
    const { taskCardId, planVersion, first, today } = await made(agency)
    return { taskCardId, planVersion, phaseId: first, completedDate: today }
  }),
  'task.reopenPhase': inputs(async (agency) => {
    const { taskCardId, planVersion, first, today } = await made(agency)
    await completePhase(agency.ctx(), { taskCardId, planVersion, phaseId: first, completedDate: today })
    return { taskCardId, planVersion: planVersion + 1, phaseId: first, reason: reasonOf(agency) }
  }),
  'task.changeProgress': inputs(async (agency) => {
    const { taskCardId, planVersion } = await made(agency)
    return { taskCardId, planVersion, percent: 30, reason: reasonOf(agency) }
  }),
  'task.planQualityStage': inputs(async (agency) => {
    const { stageId, today } = await stageOf(agency)
    return { stageId, version: 1, dueDate: today, keyIssue: agency.text('이슈') }
  }),
  'task.answerQualityItem': inputs(async (agency) => {
    const { stageId, itemNumber } = await stageOf(agency)
    return { stageId, itemNumber, answer: agency.text('답'), revision: 0 }
  }),
  'task.completeQualityStage': inputs(async (agency) => {
    const { stageId, today } = await stageOf(agency, 'answered')
    return { stageId, version: 2, completedDate: today }
  }),
  'task.reopenQualityStage': inputs(async (agency) => {
    const { stageId } = await stageOf(agency, 'completed')
    return { stageId, version: 3, reason: reasonOf(agency) }
  }),
  'task.savePublicity': inputs(async (agency) => ({
    ...(await publicity(agency)),
    version: 1,
    fileIds: [await agency.upload('officer')],
  })),
  'task.removePublicity': inputs(async (agency) => {
    const { publicityId } = await publicity(agency)
    return { publicityId, version: 1, reason: reasonOf(agency) }
  }),
  'task.saveTargetGroup': inputs(async (agency) => ({ ...(await group(agency)), version: 1 })),
  'task.removeTargetGroup': inputs(async (agency) => {
    const { groupId } = await group(agency)
    return { groupId, version: 1, reason: reasonOf(agency) }
  }),
  'task.tiePetition': inputs(async (agency) => {
    const { taskCardId } = await made(agency)
    return { taskCardId, petitionId: await agency.petition(), tied: true }
  }),
  'task.mark': inputs(async (agency) => {
    const { taskCardId } = await made(agency)
    return { taskCardId, mark: 'watch', reason: reasonOf(agency) }
  }),
  'task.liftMark': inputs(async (agency) => {
    return { taskCardId: await marked(agency), mark: 'watch', reason: reasonOf(agency) }
  }),
}
