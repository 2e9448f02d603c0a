import { synthesiseRelease } from '@harmony/core/contract'
import {
  answerPetition,
  completeTask,
  filePetition,
  fireTimers,
  getCatalogue,
  getPetition,
} from '@harmony/core/customer'
import { createOrganisation } from '@harmony/core/identity'
import { type Ctx, fixedClock } from '@harmony/core/kernel'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { tenants } from '@harmony/tenants'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const SLUGS = ['mogaha', 'gangnam'] as const
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
  for (const definition of tenants) {
    const slug = definition.slug
    if (slug !== 'mogaha' && slug !== 'gangnam') continue
    const { canonical, problems } = await synthesiseRelease(definition.model)
    if (canonical === undefined) throw new Error(JSON.stringify(problems))
    const { hash } = await publishRelease(t.workerCtx(slug), { canonical })
    await activateRelease(t.workerCtx(slug), { hash, activeFrom: new Date('2000-01-01'), reason: '시험' })
    await createOrganisation(t.ctx(slug), definition.organisation)
  }
}, 60_000)
afterAll(() => t.close())

const at = (slug: (typeof SLUGS)[number], instant: string): Ctx =>
  t.ctx(slug, { kind: 'system', name: 'walk' }, { clock: fixedClock(instant) })

/** Ends whatever task waits until the petition can be answered, deciding every question the same way. */
async function walk(slug: (typeof SLUGS)[number], serviceKey: string, yes: boolean) {
  const ctx = at(slug, '2026-01-08T01:00:00Z')
  const request = { serviceKey, title: '살펴보기', body: '모든 길을 끝까지', caller: { name: '민원인' } }
  const filed = await filePetition(at(slug, '2026-01-07T01:00:00Z'), request)
  const seen: string[] = []
  for (let turn = 0; turn < 20; turn += 1) {
    const { workItems, status, person } = await getPetition(ctx, { petitionId: filed.petitionId })
    if (status === 'completed')
      return { seen, person, answered: await getPetition(ctx, { petitionId: filed.petitionId }) }
    const item = workItems.find((one) => one.action !== 'answer') ?? workItems[0]
    if (item === undefined) throw new Error(`${serviceKey} waits for nobody`)
    seen.push(item.element)
    if (item.action === 'answer') await answerPetition(ctx, { petitionId: filed.petitionId, body: '답변' })
    else {
      const result = Object.fromEntries(
        Object.entries(item.results).map(([name, type]) => [
          name,
          type === 'bool' ? yes || turn > 8 : type === 'double' ? 1 : '-',
        ]),
      )
      await completeTask(ctx, { petitionId: filed.petitionId, element: item.element, result })
    }
  }
  throw new Error(`${serviceKey} never ends: ${seen.join(' → ')}`)
}

describe.each(SLUGS)('every service of %s', (slug) => {
  test('is assigned to a person when filed and comes to its answer, whatever is decided on the way', async () => {
    const { areas } = await getCatalogue(at(slug, '2026-01-07T01:00:00Z'))
    const services = areas.flatMap((area) => area.services.map((service) => service.key))
    expect(services.length).toBeGreaterThanOrEqual(5)
    for (const key of services) {
      for (const yes of [true, false]) {
        const { answered, person, seen } = await walk(slug, key, yes)
        expect(person, key).not.toBeNull()
        expect(seen.length, key).toBeGreaterThan(0)
        expect(answered).toMatchObject({ stage: 'completed', outcome: 'answered', withinDeadline: expect.any(Boolean) })
      }
    }
  }, 60_000)

  test('keeps a unit, a deadline and a way on when its timers go off', async () => {
    const { areas } = await getCatalogue(at(slug, '2026-01-07T01:00:00Z'))
    for (const { key } of areas.flatMap((area) => area.services)) {
      await filePetition(at(slug, '2026-01-07T01:00:00Z'), { serviceKey: key, title: '기다리기', body: '오래' })
    }
    const late = at(slug, '2026-06-01T01:00:00Z')
    for (let round = 0; round < 5; round += 1) await fireTimers(late)
    expect(await fireTimers(late)).toEqual({ moved: 0 })
  }, 60_000)
})
