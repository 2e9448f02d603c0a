import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import {
  closePeriod,
  getStrategyMap,
  publishScores,
  readPublishedScores,
  rebuildScores,
  verifyScores,
} from './index.ts'
import { readersOf } from './publication.store.ts'
import { readPublishedOutput } from './schemas.ts'
import { type PerformanceFixture, performanceFixture, runRelease, samplePart } from './testing/fixture.ts'

const MARCH = '2026-03-10T10:00:00+09:00'
const reason = '3월 실적 확정'

describe('closing, publishing and proving months', () => {
  let f: PerformanceFixture
  const petition = newId()
  beforeAll(async () => {
    f = await performanceFixture()
    const many = Array.from({ length: 6 }, () => newId())
    await f.send(
      ...many.map((id) => ({ is: 'completed' as const, petition: id, team: 't1', at: MARCH, days: '2' })),
      { is: 'completed', petition, team: 't2', at: MARCH, days: '5' },
      { is: 'rated', petition, team: 't2', at: MARCH, stars: 4 },
    )
    await f.t.drain()
  })
  afterAll(() => f.t.close())

  const member = () => f.officer({ roles: ['team-member'] })
  const bureauAdmin = () => f.as({ ...f.officer({ roles: ['bureau-admin'] }) }, undefined, 'bureau')

  it('proves that stored scores equal a computation from zero', async () => {
    const proof = await verifyScores(f.as(), {})
    expect(proof).toEqual({ equal: true, periods: [{ periodKey: '2026-03', units: 4, differing: [], equal: true }] })
    await f.t.expectAudit(f.as(), { action: 'score.verify', subjectId: f.t.mogaha.id })
  })

  it('finds a score that somebody changed behind its back, and a rebuild puts it right', async () => {
    await f.t.admin`update public.score set document = jsonb_set(document, '{score}', '"99.000000"')`
    const proof = await verifyScores(f.as(), { periodKey: '2026-03' })
    expect(proof.periods[0]?.differing).toHaveLength(4)
    const rebuilt = await rebuildScores(f.as(), { periodKey: '2026-03' })
    expect(rebuilt).toMatchObject({ units: 4, equal: false })
    expect((await verifyScores(f.as(), {})).equal).toBe(true)
  })

  it('finds a sum that somebody changed', async () => {
    await f.t.admin`update public.aggregate set sum = sum + 1 where unit_id = ${f.unit('t1')}`
    expect((await verifyScores(f.as(), {})).equal).toBe(false)
    await rebuildScores(f.as(), { periodKey: '2026-03' })
    expect((await verifyScores(f.as(), {})).equal).toBe(true)
  })

  it('refuses anybody but a performance manager', async () => {
    const refused = { code: 'policy.refused' }
    await expect(closePeriod(f.as(member()), { periodKey: '2026-03', reason })).rejects.toMatchObject(refused)
    await expect(rebuildScores(f.as(member()), { periodKey: '2026-03' })).rejects.toMatchObject(refused)
    await expect(verifyScores(f.as(member()), {})).rejects.toMatchObject(refused)
    await expect(publishScores(f.as(member()), { periodKey: '2026-03', reason })).rejects.toMatchObject(refused)
    await expect(readPublishedScores(f.as(member()), {})).rejects.toMatchObject(refused)
    await expect(closePeriod(f.as({ kind: 'guest' }), { periodKey: '2026-03', reason })).rejects.toMatchObject(refused)
  })

  it('does not publish an open month, nor close one that runs', async () => {
    await expect(publishScores(f.as(), { periodKey: '2026-03', reason })).rejects.toMatchObject({
      code: 'performance.period-open',
    })
    await expect(closePeriod(f.as(undefined, MARCH), { periodKey: '2026-03', reason })).rejects.toMatchObject({
      code: 'performance.period-running',
    })
    await expect(closePeriod(f.as(), { periodKey: '2026-02', reason })).rejects.toMatchObject({
      code: 'performance.period-unknown',
    })
    await expect(closePeriod(f.as(), { periodKey: '2026-3', reason })).rejects.toMatchObject({ field: 'periodKey' })
  })

  it('closes a month for good: what comes late counts in the next open one', async () => {
    const before = (await getStrategyMap(f.as(), { periodKey: '2026-03' })).total.score
    const closed = await closePeriod(f.as(), { periodKey: '2026-03', reason })
    const [row] = await f.t.admin`select id from public.period where key = '2026-03'`
    const audit = await f.t.expectAudit(f.as(), { action: 'period.close', subjectId: row?.id })
    expect(audit.reason).toBe(reason)
    expect(closed.periodKey).toBe('2026-03')
    await expect(closePeriod(f.as(), { periodKey: '2026-03', reason })).rejects.toMatchObject({
      code: 'performance.period-closed',
    })
    await expect(rebuildScores(f.as(), { periodKey: '2026-03' })).rejects.toMatchObject({
      code: 'performance.period-closed',
    })

    await runRelease(f.t, 'mogaha', samplePart({ signals: { green: 95, yellow: 80 } }), '2026.11.2')
    await f.send(
      { is: 'rated', petition, team: 't2', at: '2026-03-30T10:00:00+09:00', stars: 1, sequence: 2 },
      { is: 'reopened', petition, team: 't2', at: '2026-03-30T10:00:00+09:00' },
    )
    await f.t.drain()
    expect((await getStrategyMap(f.as(), { periodKey: '2026-03' })).total.score).toBe(before)
    const april = await getStrategyMap(f.as(), { periodKey: '2026-04', unitId: f.unit('t2') })
    expect(april.perspectives[0]?.objectives[0]).toMatchObject({ key: 'satisfied', score: '20.000000' })
    expect((await verifyScores(f.as(), {})).equal).toBe(true)
  })

  it('keeps the release a month was opened with', async () => {
    const [march, april] = await Promise.all(
      ['2026-03', '2026-04'].map((periodKey) => getStrategyMap(f.as(), { periodKey })),
    )
    expect([march?.period.releaseVersion, april?.period.releaseVersion]).toEqual(['2026.11.1', '2026.11.2'])
    expect([march?.thresholds.green, april?.thresholds.green]).toEqual([90, 95])
  })

  it('publishes a closed month to the bureau without figures of fewer than five answers', async () => {
    const manager = f.as()
    const request = { periodKey: '2026-03', reason, idempotencyKey: 'publish-2026-03' }
    const { publishedId, suppressed } = await publishScores(manager, request)
    expect(await publishScores(manager, request)).toEqual({ publishedId, suppressed })
    await f.t.expectAudit(f.as(), { action: 'score.publish', subjectId: publishedId })
    // One rating: the indicator, its objective, the perspective and the whole would each give it away.
    expect(suppressed).toBe(4)
    const [published] = await readPublishedScores(bureauAdmin(), {})
    expect(readPublishedOutput.safeParse([published]).success).toBe(true)
    expect(published).toMatchObject({ agency: { slug: 'mogaha' }, periodKey: '2026-03', publishedId })
    expect(published?.document.total).toEqual({ score: null, signal: 'none', suppressed: true })
    expect(published?.document.perspectives.map((one) => one.suppressed)).toEqual([true, false])
    expect(published?.document.perspectives[1]?.score).toBe('100.000000')
  })

  it('records each read with the reader and with the publisher', async () => {
    const [published] = await readPublishedScores(bureauAdmin(), {})
    const id = published?.publishedId ?? ''
    await f.t.expectAudit(bureauAdmin(), { action: 'score.read-published', subjectId: id })
    const readers = await withTenant(f.as(), (tx) => readersOf(tx, id))
    expect(readers.at(-1)?.readerTenantId).toBe(f.t.bureau.id)
  })

  it('shows an agency that is not named as a reader nothing', async () => {
    const other = f.t.ctx('gangnam', f.officer({ roles: ['performance-manager'] }))
    expect(await readPublishedScores(other, {})).toEqual([])
    await expect(publishScores(f.as(), { periodKey: '2026-03', readers: ['nowhere'], reason })).rejects.toMatchObject({
      code: 'performance.reader-unknown',
    })
  })
})
