import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { explainScore, getStrategyMap, listScores, performanceAbilities } from './index.ts'
import { type PerformanceFixture, performanceFixture } from './testing/fixture.ts'

describe('who may see which scores', () => {
  let f: PerformanceFixture
  beforeAll(async () => {
    f = await performanceFixture()
    const at = '2026-11-10T10:00:00+09:00'
    await f.send(...['t1', 't2', 't3'].map((team) => ({ is: 'completed' as const, petition: newId(), team, at })))
    await f.t.drain()
  })
  afterAll(() => f.t.close())

  const seen = async (actor: ReturnType<PerformanceFixture['officer']>) =>
    (await listScores(f.as(actor), {})).map((unit) => unit.code)

  it('an officer sees the own team and the agency', async () => {
    const officer = f.officer({ roles: ['team-member'], units: ['t1'] })
    expect(await seen(officer)).toEqual(['agency', 't1'])
    await expect(getStrategyMap(f.as(officer), { unitId: f.unit('t2') })).rejects.toMatchObject({
      code: 'policy.refused',
    })
    await expect(getStrategyMap(f.as(officer), { unitId: f.unit('b1') })).rejects.toMatchObject({
      code: 'policy.refused',
    })
  })

  it('an officer opens the evidence of the own team, not of the whole agency', async () => {
    const officer = f.as(f.officer({ roles: ['team-member'], units: ['t1'] }))
    const own = await explainScore(officer, { unitId: f.unit('t1'), nodeKey: 'indicator:compliance' })
    expect(own.evidence?.lines).toHaveLength(1)
    const agency = await explainScore(officer, { nodeKey: 'indicator:compliance' })
    expect(agency).toMatchObject({ agrees: true, evidence: null })
  })

  it('a head also sees the units below', async () => {
    const head = f.officer({ roles: ['bureau-head'], units: ['b1'], headOf: ['b1'] })
    expect(await seen(head)).toEqual(['agency', 'b1', 't1', 't2'])
    const map = await getStrategyMap(f.as(head), { unitId: f.unit('b1') })
    expect(map.children.map((child) => child.code)).toEqual(['t1', 't2'])
  })

  it('a performance manager sees all, a tenant administrator nothing more than any officer', async () => {
    expect(await seen(f.officer())).toEqual(['agency', 'b1', 't1', 't2', 'b2', 't3'])
    expect(await seen(f.officer({ roles: ['tenant-admin'], units: ['t3'] }))).toEqual(['agency', 't3'])
  })

  it('a citizen and a guest see none', async () => {
    const citizen = { kind: 'citizen' as const, accountId: newId(), customerId: newId() }
    for (const actor of [citizen, { kind: 'guest' as const }]) {
      await expect(getStrategyMap(f.as(actor), {})).rejects.toMatchObject({ code: 'policy.refused' })
      expect(performanceAbilities(actor)).toEqual([])
    }
  })
})
