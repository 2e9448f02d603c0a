import type { Id } from '@harmony/core/kernel'
import type { TxCtx } from '@harmony/core/platform'
import {
  assignReception,
  closeReception,
  listDispatches,
  listReceptions,
  listRegister,
  receiveReception,
  receptionToTask,
  refuseReception,
  releaseDispatch,
  routeReception,
  withdrawDispatch,
} from '@harmony/core/work'
import type { Officer } from '../staff.ts'
import { as, later, scene, type WorkStage } from './work-stage.ts'

/** Lets the dispatch of a title go, by the head of its unit; a title nobody waits for is left alone. */
export function playRelease(stage: WorkStage, head: string, title: string, at: Date): Promise<Id | null> {
  return scene(stage, `release-${title}`.slice(0, 80), async (tx) => {
    const ctx = as(tx, stage.person(head), at)
    const { rows } = await listDispatches(ctx, { scope: 'to-release', limit: 100 })
    const found = rows.find((row) => row.title === title)
    if (found === undefined || at > stage.now) return null
    await releaseDispatch(ctx, { dispatchId: found.id, version: found.version })
    return found.id
  })
}

/** Takes a dispatch back with a reason. */
export function playRecall(stage: WorkStage, head: string, title: string, at: Date, reason: string): Promise<null> {
  return scene(stage, `recall-${title}`.slice(0, 80), async (tx) => {
    const ctx = as(tx, stage.person(head), at)
    const { rows } = await listDispatches(ctx, { scope: 'unit', limit: 100 })
    const found = rows.find((row) => row.title === title && row.state === 'sent')
    if (found) await withdrawDispatch(ctx, { dispatchId: found.id, version: found.version, reason })
    return null
  })
}

/** Sends what has come to the agency's 문서과 on to the unit it is for. */
export function playRouting(stage: WorkStage, desk: string, title: string, to: string): Promise<null> {
  return scene(stage, `routing-${title}`.slice(0, 80), async (tx) => {
    const unitId = stage.unit(desk)
    const ctx = as(tx, stage.staff.head(unitId) ?? stage.person(`${desk}-1`), stage.now)
    const { rows } = await listReceptions(ctx, { scope: 'unit', unitId, limit: 100 })
    const found = rows.find((row) => row.title === title)
    const reason = '소관 부서로 배부합니다.'
    if (found) {
      await routeReception(ctx, { receptionId: found.id, version: found.version, unitId: stage.unit(to), reason })
    }
    return null
  })
}

/** What a unit does with what has arrived: `left` stays in its 접수함. */
export type Handling = 'left' | 'received' | 'assigned' | 'handled' | 'task' | 'refused'

/** Handles what waits in a unit's 접수함, one after the other in its own way. */
export async function playReceptions(
  stage: WorkStage,
  unit: string,
  ways: readonly Handling[],
  at: Date,
  task?: Id,
): Promise<void> {
  const unitId = stage.unit(unit)
  const head = stage.staff.head(unitId)
  const member = stage.staff.members(unitId)[0]
  if (head === undefined || member === undefined) return
  await scene(stage, `receptions-${unit}`, async (tx) => {
    const { rows } = await listReceptions(as(tx, head, at), { scope: 'unit', unitId, limit: 100, order: 'asc' })
    for (const [i, row] of rows.entries()) {
      const way = ways[i % ways.length] ?? 'left'
      const time = later(stage, new Date(row.arrivedAt), 1)
      const when = earlier(await afterLastNumber(stage, tx, { head, unitId, time }), stage.now)
      await handle({ receptionId: row.id, version: row.version }, way, { head, member, task }, (who, hours) => {
        const then = later(stage, when, hours)
        return as(tx, who, earlier(then, stage.now))
      })
    }
    return null
  })
}

/** The time, or when the unit took its last number of that year if later: numbers rise with time. */
async function afterLastNumber(
  stage: WorkStage,
  tx: TxCtx,
  { head, unitId, time }: { head: Officer; unitId: Id; time: Date },
): Promise<Date> {
  const year = Number(stage.calendar.dayOf(time).slice(0, 4))
  const { rows } = await listRegister(as(tx, head, time), { unitId, year, limit: 1 })
  return new Date(Math.max(time.getTime(), Date.parse(rows[0]?.takenAt ?? '') || 0))
}

async function handle(
  target: { receptionId: Id; version: number },
  way: Handling,
  people: { head: Officer; member: Officer; task: Id | undefined },
  by: (who: Officer, hours: number) => Parameters<typeof receiveReception>[0],
): Promise<void> {
  const { head, member, task } = people
  if (way === 'left') return
  if (way === 'refused') {
    await refuseReception(by(head, 1), { ...target, reason: '소관 업무가 아니므로 반송합니다.' })
    return
  }
  const received = await receiveReception(by(member, 0), target)
  if (way === 'received') return
  const { receptionId } = target
  const assigned = await assignReception(by(head, 2), {
    receptionId,
    version: received.version,
    personId: member.personId,
    note: '검토하여 처리 바랍니다.',
  })
  const { version } = assigned
  if (way === 'handled') await closeReception(by(member, 5), { receptionId, version, note: '업무에 참고함' })
  if (way === 'task' && task !== undefined) {
    await receptionToTask(by(member, 5), { receptionId, version, task: { kind: 'existing', taskCardId: task } })
  }
}

function earlier(a: Date, b: Date): Date {
  return new Date(Math.min(a.getTime(), b.getTime()))
}
