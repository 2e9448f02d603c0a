import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countRows } from '../../testing/index.ts'
import { newId } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import { closePeriod, explainScore, getStrategyMap, getTeamFigures, publishScores } from './index.ts'
import { type PerformanceFixture, performanceFixture, runRelease, samplePart } from './testing/fixture.ts'

const TABLES = [
  'period',
  'evidence',
  'aggregate',
  'score',
  'score_history',
  'published_score',
  'published_audience',
  'published_read',
]

describe('an agency’s scores', () => {
  let f: PerformanceFixture
  beforeAll(async () => {
    f = await performanceFixture()
    await runRelease(f.t, 'gangnam', samplePart())
    await f.send({ is: 'completed', petition: newId(), team: 't1', at: '2026-03-10T10:00:00+09:00' })
    await f.t.drain()
    await closePeriod(f.as(), { periodKey: '2026-03', reason: '확정' })
    await publishScores(f.as(), { periodKey: '2026-03', reason: '공개' })
    await f.t.admin`insert into public.published_read (tenant_id, id, published_id, reader_tenant_id)
      select tenant_id, uuidv7(), id, ${f.t.bureau.id} from public.published_score`
  })
  afterAll(() => f.t.close())

  it.each(TABLES)('%s shows its rows to its own agency and none to another', async (table) => {
    expect(await countRows(f.as(), `public.${table}`)).toBeGreaterThan(0)
    for (const ctx of [f.t.ctx('gangnam'), f.t.workerCtx('gangnam'), f.t.ctx('bureau')]) {
      expect(await countRows(ctx, `public.${table}`)).toBe(0)
    }
  })

  it('cannot be written for another agency', async () => {
    const act = withTenant(f.t.ctx('gangnam'), (tx) =>
      tx.sql.execute(sql`insert into public.period (tenant_id, id, key, release_hash)
        select ${f.t.mogaha.id}::uuid, uuidv7(), '2026-05', release_hash from public.tenant_release limit 1`),
    )
    await expect(act).rejects.toThrow()
  })

  it.each(['evidence', 'published_score', 'published_audience'])('%s is only ever added to', async (table) => {
    for (const statement of [`update public.${table} set tenant_id = tenant_id`, `delete from public.${table}`]) {
      const act = withTenant(f.as(), (tx) => tx.sql.execute(sql.raw(statement)))
      await expect(act).rejects.toMatchObject({ cause: { code: '42501' } })
    }
  })

  it('answer another agency’s unit exactly as one that does not exist', async () => {
    const other = f.t.ctx('gangnam', f.officer())
    const foreign = f.unit('t1')
    for (const ask of [getStrategyMap, explainScore, getTeamFigures]) {
      const answers = await Promise.all(
        [foreign, newId()].map((unitId) => ask(other, { unitId }).catch((error) => ({ ...error }))),
      )
      expect(answers[0]).toEqual(answers[1])
      expect(answers[0]).toMatchObject({ code: 'performance.unit-unknown' })
    }
  })

  it('give the reader of publications no tenant but the transaction’s own', async () => {
    const rows = await withTenant(f.t.ctx('gangnam'), (tx) =>
      tx.sql.execute(sql`select * from platform.read_published_scores(null, null)`),
    )
    expect(rows).toHaveLength(0)
    await expect(f.t.worker.shared`select platform.read_published_scores(null, null)`).rejects.toThrow(
      /permission denied/,
    )
  })
})
