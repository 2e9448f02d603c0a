import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { closePeriod, explainScore, listPeriods, verifyScores } from './index.ts'
import { type PerformanceFixture, performanceFixture, type SampleEvent, samplePart } from './testing/fixture.ts'

const STREAMS = process.env.HARMONY_LONG ? 300 : 12

const step = fc.record({
  is: fc.constantFrom('completed' as const, 'completed' as const, 'rated' as const, 'reopened' as const),
  petition: fc.integer({ min: 0, max: 5 }),
  team: fc.constantFrom('t1', 't2', 't3', 'b2', 'agency'),
  month: fc.integer({ min: 1, max: 3 }),
  day: fc.integer({ min: 1, max: 28 }),
  stars: fc.integer({ min: 1, max: 5 }),
  days: fc.integer({ min: 0, max: 40_000_000 }),
  within: fc.boolean(),
  service: fc.constantFrom('passport', 'road'),
  sequence: fc.integer({ min: 1, max: 3 }),
  twice: fc.boolean(),
  drain: fc.boolean(),
})

describe.each([
  ['evidence', samplePart()],
  [
    'children',
    samplePart({
      missing: 'zero',
      rollUp: { team: 'evidence', bureau: 'children', agency: 'children', weights: { t2: 2, b2: 0.5 } },
    }),
  ],
] as const)('scores rolled up from %s', (_, part) => {
  let f: PerformanceFixture
  beforeAll(async () => {
    f = await performanceFixture(part)
  })
  afterAll(() => f.t.close())

  it('after any stream of events are byte for byte those of a computation from zero', async () => {
    let year = 2000
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 3, maxLength: 25 }),
        fc.nat({ max: 24 }),
        async (steps, closeAfter) => {
          year += 1
          const ids = Array.from({ length: 6 }, () => newId())
          for (const [index, { drain, twice, days, month, day, petition, ...rest }] of steps.entries()) {
            const at = `${year}-0${month}-${String(day).padStart(2, '0')}T10:00:00+09:00`
            const event = { ...rest, petition: ids[petition], at, days: (days / 1e6).toFixed(6) } as SampleEvent
            await f.send(event, ...(twice ? [event] : []))
            if (drain) await f.t.drain()
            if (index === closeAfter)
              await closePeriod(f.as(), { periodKey: `${year}-01`, reason: '마감' }).catch(() => undefined)
          }
          await f.t.drain()
          for (const { key } of (await listPeriods(f.as())).filter((one) => one.key.startsWith(String(year)))) {
            expect(await verifyScores(f.as(), { periodKey: key })).toMatchObject({ equal: true })
            for (const unitId of [f.unit('agency'), f.unit('b1')]) {
              expect(await explainScore(f.as(), { unitId, periodKey: key })).toMatchObject({ agrees: true })
            }
          }
        },
      ),
      { numRuns: STREAMS, seed: 20261122 },
    )
    const [dead] = await f.t.admin`select count(*)::int as n from public.outbox where state = 'dead'`
    expect(dead?.n).toBe(0)
  }, 300_000)
})
