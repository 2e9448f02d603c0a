import { openFunctions, unitTasksByCodes } from '../../brm/index.ts'
import { functionFile, line } from '../../brm/testing.ts'
import { standard, synthesiseRelease } from '../../contract.ts'
import { customerWorld, type World } from '../../customer/testing.ts'
import { canonicalJson, type Id } from '../../kernel/index.ts'
import { type Subscriber, withTenant } from '../../platform/index.ts'
import { activateRelease, currentRelease, publishRelease } from '../../tenancy/index.ts'
import { completePhase, createManagedTask, getTaskCard, savePlan } from './index.ts'
import type { CreateManagedTaskInput } from './schemas.ts'

/** The customers' world with a release that has a part for work, and two unit tasks in each agency. */
export interface TaskWorld extends World {
  /** 단위과제: `T-1` of the innovation team, tied to the service `inquiry`; `T-2` of nobody's service. */
  unitTaskId(code: 'T-1' | 'T-2', slug?: 'mogaha' | 'gangnam'): Id
}

/** Two agencies in which tasks can be opened from 2005 on. */
export async function taskWorld(subscribers: readonly Subscriber[] = []): Promise<TaskWorld> {
  const world = await customerWorld({ subscribers })
  const { release } = await synthesiseRelease(standard)
  if (release === undefined) throw new Error('the standard model does not synthesise')
  const { hash: _hash, ...content } = release
  const tasks = new Map<string, Id>()
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const worker = world.t.workerCtx(slug)
    const { customer } = await withTenant(worker, (tx) => currentRelease(tx))
    const canonical = canonicalJson({ ...content, customer, key: 'task-model', version: '2026.1.2' })
    const { hash } = await publishRelease(worker, { canonical })
    await activateRelease(worker, { hash, reason: '시험', activeFrom: new Date('2005-01-02T00:00:00Z') })
    const lines = [line('T-1', '팀제 운영', { services: 'inquiry' }), line('T-2', '변화관리', { units: 'law-team' })]
    await openFunctions(worker, { name: '시험.csv', bytes: functionFile(lines) }, new Date('2005-01-03T00:00:00Z'))
    const found = await withTenant(worker, (tx) => unitTasksByCodes(tx, ['T-1', 'T-2']))
    for (const task of found) tasks.set(`${slug}:${task.code}`, task.id)
  }
  return { ...world, unitTaskId: (code, slug = 'mogaha') => tasks.get(`${slug}:${code}`) ?? '' }
}

/** 혁신적 책임행정조직 구현, as planned in 2005. */
export const PLAN = [
  { name: '계획수립', activity: '사전 자료 수집 및 T/F 구성', plannedWeight: 20, dueDate: '2005-02-28' },
  { name: '법령개정', activity: '행정자치부 직제 및 시행규칙 개정', plannedWeight: 40, dueDate: '2005-03-25' },
  { name: '팀제개편', activity: '인사발령', plannedWeight: 30, dueDate: '2005-04-30' },
  { name: '확산 및 보급', activity: '팀제 매뉴얼 제작·보급', plannedWeight: 10, dueDate: '2005-08-30' },
]

const TODAY = '2005-10-04'

/** Officers at their desks on a day of 2005, and what they do again and again; `world` is read when they act. */
export function taskCast(world: () => TaskWorld) {
  const at = (day: string) => `${day}T01:00:00Z`
  const who =
    (code: string) =>
    (day = TODAY) =>
      world().officer(code, { at: at(day) })
  const [kim, lee, park] = [who('kim'), who('lee'), who('park')]
  return {
    at,
    kim,
    lee,
    park,
    /** A managed task of the innovation team with Lee in charge. */
    managed: (name: string, more: Partial<CreateManagedTaskInput> = {}) =>
      createManagedTask(kim('2005-03-25'), {
        name,
        year: 2005,
        unitTaskId: world().unitTaskId('T-1'),
        unitId: world().unitId('innovation-team'),
        ownerId: world().personId('lee'),
        ...more,
      }),
    /** Gives a card the plan of 2005; its phases. */
    async planned(taskCardId: Id) {
      await savePlan(lee('2005-03-25'), { taskCardId, planVersion: 0, phases: PLAN })
      return (await getTaskCard(lee(), { taskCardId })).phases
    },
    /** Completes a phase by its place. */
    async done(taskCardId: Id, index: number, completedDate: string) {
      const { phases, planVersion } = await getTaskCard(lee(), { taskCardId })
      return completePhase(lee(), { taskCardId, planVersion, phaseId: phases[index]?.id ?? '', completedDate })
    },
    /** Payloads of the events of a type, in order. */
    events: async (type: string) =>
      world().t.admin<{ payload: Record<string, unknown> }[]>`
        select payload from public.outbox where type = ${type} order by id`,
  }
}
