import { openFunctions, unitTasksByCodes } from '../../brm/index.ts'
import { functionFile, line } from '../../brm/testing.ts'
import { standard, synthesiseRelease } from '../../contract.ts'
import { customerWorld, type World } from '../../customer/testing.ts'
import { canonicalJson, type Id } from '../../kernel/index.ts'
import { type Subscriber, withTenant } from '../../platform/index.ts'
import { activateRelease, currentRelease, publishRelease } from '../../tenancy/index.ts'

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
