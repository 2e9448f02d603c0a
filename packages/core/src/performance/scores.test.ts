import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { moveUnit } from '../identity/index.ts'
import { newId } from '../kernel/index.ts'
import {
  explainScore,
  getStrategyMap,
  getTeamFigures,
  getTrend,
  listPeriods,
  listScores,
  verifyScores,
} from './index.ts'
import { explainScoreOutput, listScoresOutput, strategyMapOutput, teamFiguresOutput, trendOutput } from './schemas.ts'
import { type PerformanceFixture, performanceFixture } from './testing/fixture.ts'

const [slow, quick, passport, reopened] = [newId(), newId(), newId(), newId()]

describe('from a citizen’s rating to the strategy map', () => {
  let f: PerformanceFixture
  beforeAll(async () => {
    f = await performanceFixture()
    await f.send(
      { is: 'completed', petition: slow, team: 't1', at: '2026-11-03T10:00:00+09:00', days: '6', within: false },
      { is: 'completed', petition: quick, team: 't1', at: '2026-11-04T10:00:00+09:00', days: '1.5' },
      {
        is: 'completed',
        petition: passport,
        team: 't3',
        at: '2026-11-05T10:00:00+09:00',
        days: '2.8',
        service: 'passport',
      },
      { is: 'completed', petition: reopened, team: 't2', at: '2026-11-05T10:00:00+09:00', days: '1' },
      { is: 'rated', petition: slow, team: 't1', at: '2026-11-06T10:00:00+09:00', stars: 2 },
      { is: 'rated', petition: quick, team: 't1', at: '2026-11-06T11:00:00+09:00', stars: 5 },
      { is: 'completed', petition: newId(), team: 't1', at: '2026-10-06T11:00:00+09:00', days: '3' },
    )
    await f.t.drain()
  })
  afterAll(() => f.t.close())

  it('shows the team’s scores computed by the release’s rules', async () => {
    const map = await getStrategyMap(f.as(), { unitId: f.unit('t1') })
    const score = Object.fromEntries(
      map.perspectives.flatMap((p) => [
        [p.key, p.score],
        ...p.objectives.flatMap((o) => [[o.key, o.score], ...o.indicators.map((i) => [i.key, i.score])]),
      ]),
    )
    expect(score).toEqual({
      customer: '74.000000', // (70 × 60 + 80 × 40) ÷ 100
      satisfied: '70.000000',
      satisfaction: '70.000000', // (40 + 100) ÷ 2
      fast: '80.000000',
      'mean-days': '80.000000', // 3 ÷ 3.75
      'passport-days': null,
      work: '50.000000',
      reliable: '50.000000',
      compliance: '50.000000',
    })
    expect(map.total).toEqual({ score: '66.800000', signal: 'red', previous: '100.000000', change: '-33.200000' })
    expect(map.counts).toEqual({ green: 0, yellow: 2, red: 1, none: 0 })
    expect(map.path.map((unit) => unit.code)).toEqual(['agency', 'b1', 't1'])
    expect(strategyMapOutput.safeParse(map).success).toBe(true)
  })

  it('tells which units’ scores changed: the team, its bureau and the agency, once a batch', async () => {
    const rows = await f.t.admin`
      select payload from public.outbox where type = 'performance.score-changed' and payload ->> 'periodKey' = '2026-10'`
    expect(rows).toHaveLength(1)
    expect(new Set(rows[0]?.payload.unitIds)).toEqual(new Set(['t1', 'b1', 'agency'].map(f.unit)))
  })

  it('rolls up over all evidence below, to the bureau and the agency', async () => {
    const figures = await getTeamFigures(f.as(), { unitId: f.unit('agency') })
    expect(figures.days).toEqual({ value: '2.825000', count: 4, previous: '3.000000', change: '-0.175000' })
    expect(figures.satisfaction).toMatchObject({ value: '70.000000', count: 2, previous: null, change: null })
    expect(figures.compliance.value).toBe('75.000000')
    expect(teamFiguresOutput.safeParse(figures).success).toBe(true)
    const bureau = await getTeamFigures(f.as(), { unitId: f.unit('b1') })
    expect(bureau.days.count).toBe(3)
  })

  it('opens every number down to the petitions that made it, and gives the same decimal again (B1)', async () => {
    const why = await explainScore(f.as(), { unitId: f.unit('agency'), nodeKey: 'indicator:mean-days', limit: 3 })
    expect(why).toMatchObject({ agrees: true, recomputed: '100.000000' })
    expect(why.evidence?.total).toEqual({ sum: '11.300000', count: 4 })
    expect(why.evidence?.lines.map((line) => line.subjectId)).toContain(passport)
    expect(why.evidence?.lines).toHaveLength(3)
    expect(explainScoreOutput.safeParse(why).success).toBe(true)
    const rest = await explainScore(f.as(), {
      unitId: f.unit('agency'),
      nodeKey: 'indicator:mean-days',
      limit: 3,
      cursor: why.evidence?.next ?? '',
    })
    expect(rest.evidence?.lines.map((line) => line.subjectId)).toEqual([slow])
    expect(rest.evidence?.next).toBeNull()
    for (const unit of ['agency', 'b1', 't1']) {
      expect(await explainScore(f.as(), { unitId: f.unit(unit) })).toMatchObject({ agrees: true })
    }
  })

  it('takes a reopened completion back, and counts the next one', async () => {
    const before = await getTeamFigures(f.as(), { unitId: f.unit('t2') })
    expect(before.days.value).toBe('1.000000')
    await f.send({ is: 'reopened', petition: reopened, team: 't2', at: '2026-11-10T10:00:00+09:00' })
    await f.t.drain()
    expect((await getStrategyMap(f.as(), { unitId: f.unit('t2') })).total).toMatchObject({
      score: null,
      signal: 'none',
    })
    await f.send({
      is: 'completed',
      petition: reopened,
      team: 't3',
      at: '2026-11-12T10:00:00+09:00',
      days: '4',
      sequence: 2,
    })
    await f.t.drain()
    expect((await getTeamFigures(f.as(), { unitId: f.unit('t2') })).days.value).toBeNull()
    expect((await getTeamFigures(f.as(), { unitId: f.unit('t3') })).days).toMatchObject({ value: '3.400000', count: 2 })
    expect(await verifyScores(f.as(), {})).toMatchObject({ equal: true })
  })

  it('says "not measured" for a month without evidence, never zero (B8)', async () => {
    const map = await getStrategyMap(f.as(undefined, '2026-12-02T10:00:00+09:00'), { unitId: f.unit('t1') })
    expect(map.total.score).toBeNull()
    expect(map.counts.none).toBe(3)
    expect(map.period.state).toBe('open')
  })

  it('lists the scores of units, months and a trend', async () => {
    const list = await listScores(f.as(), { kind: 'team' })
    expect(list.map((unit) => unit.code)).toEqual(['t1', 't2', 't3'])
    expect(listScoresOutput.safeParse(list).success).toBe(true)
    expect((await listPeriods(f.as())).map((period) => period.key)).toEqual(['2026-11', '2026-10'])
    const trend = await getTrend(f.as(), { unitId: f.unit('t1'), months: 3 })
    expect(trend.points.map((point) => point.score)).toEqual([null, '100.000000', '66.800000'])
    expect(trendOutput.safeParse(trend).success).toBe(true)
  })

  it('names what it does not know', async () => {
    const ask = (input: object) => explainScore(f.as(), { unitId: f.unit('t1'), ...input }).catch((error) => error)
    expect(await ask({ nodeKey: 'objective:none' })).toMatchObject({
      kind: 'not-found',
      code: 'performance.node-unknown',
    })
    expect(await ask({ periodKey: '1999-01' })).toMatchObject({
      code: 'performance.period-unknown',
      params: { period: '1999-01' },
    })
    expect(await ask({ nodeKey: 'indicator:compliance', cursor: 'x' })).toMatchObject({
      code: 'performance.cursor-invalid',
    })
    expect(await ask({ unitId: newId() })).toMatchObject({ code: 'performance.unit-unknown' })
    expect(await ask({ limit: 0 })).toMatchObject({ kind: 'validation', field: 'limit' })
  })

  it('counts an event that is delivered again once', async () => {
    const before = await getTeamFigures(f.as(), { unitId: f.unit('agency') })
    await f.t.admin`delete from public.consumed_event`
    await f.t.admin`update public.outbox set state = 'pending'`
    await f.t.drain()
    expect(await getTeamFigures(f.as(), { unitId: f.unit('agency') })).toEqual(before)
  })

  it('belongs to the bureau a team stood in when the act was done', async () => {
    await moveUnit(f.t.ctx('mogaha'), {
      unitId: f.unit('t3'),
      parentId: f.unit('b1'),
      validFrom: new Date('2026-11-20T00:00:00+09:00'),
    })
    await f.send({ is: 'completed', petition: newId(), team: 't3', at: '2026-11-21T10:00:00+09:00', days: '9' })
    await f.t.drain()
    const days = async (code: string) => (await getTeamFigures(f.as(), { unitId: f.unit(code) })).days
    expect(await days('t3')).toMatchObject({ count: 3 })
    expect(await days('b2')).toMatchObject({ count: 2, value: '3.400000' })
    expect(await days('b1')).toMatchObject({ count: 3 })
    expect(await verifyScores(f.as(), {})).toMatchObject({ equal: true })
  })

  it('knows a past day as it stood then and as it is known now (B2)', async () => {
    const today = new Date(Date.now() + 9 * 3_600_000).toISOString().slice(0, 10)
    const ask = (asOf: string, known: 'then' | 'now') =>
      getStrategyMap(f.as(), { unitId: f.unit('t1'), periodKey: '2026-11', asOf, known })
    expect((await ask('2026-11-04', 'then')).total.score).toBeNull()
    expect((await ask(today, 'then')).total.score).toBe('66.800000')
    // By 4 November both petitions were done, but none was rated.
    const early = await ask('2026-11-04', 'now')
    expect(early.perspectives[0]?.objectives.map((one) => one.score)).toEqual([null, '80.000000'])
    const why = await explainScore(f.as(), {
      unitId: f.unit('t1'),
      nodeKey: 'indicator:mean-days',
      periodKey: '2026-11',
      asOf: '2026-11-03',
      known: 'now',
    })
    expect(why).toMatchObject({ agrees: true, evidence: { total: { sum: '6.000000', count: 1 } } })
  })
})
