import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atRest, check, isClean } from './check.ts'
import { deliverAgain, killAtRandom } from './kill.ts'
import { type Journal, openLoad } from './load.ts'
import { openSite, type Site } from './site.ts'

const KILLS = 20

describe('G4: nothing lost, nothing counted twice', () => {
  let site: Site
  let journal: Journal
  beforeAll(async () => {
    site = await openSite()
  }, 120_000)
  afterAll(() => site.close(), 60_000)

  it(`keeps every acknowledged act and counts it once over ${KILLS} kills of api, worker and Postgres`, async () => {
    const load = await openLoad(site.base)
    journal = load.journal
    const laps = [performance.now()]
    const killed = await killAtRandom(site, KILLS)
    laps.push(performance.now())
    await load.stop()
    await atRest(site, 90_000)
    laps.push(performance.now())
    const verdict = await check(site, journal)
    console.log(
      `G4: ${JSON.stringify({ ...killed, silences: journal.silences, ...verdict, laps: laps.map((at) => Math.round(at / 100) / 10) })}`,
    )
    expect(journal.surprises).toEqual([])
    expect(verdict.ratings).toBeGreaterThan(0)
    expect(verdict).toMatchObject({
      lostPetitions: 0,
      lostAnswers: 0,
      lostRatings: 0,
      doublePetitions: 0,
      doubleRatings: 0,
    })
    expect(isClean(verdict)).toBe(true)
  }, 300_000)

  it.each([
    {
      when: 'an acknowledged rating vanishes',
      fault: 'create table kept as select * from rating; delete from rating',
      undo: 'insert into rating select * from kept; drop table kept',
    },
    {
      when: 'a fact is counted twice',
      fault: 'update aggregate set sum = sum + 1000000, count = count + 1',
      undo: 'update aggregate set sum = sum - 1000000, count = count - 1',
    },
    {
      when: 'a fact is written twice',
      fault: `insert into evidence select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid(), 'revision', 99))).*
        from evidence e`,
      undo: 'delete from evidence where revision = 99',
    },
    {
      when: 'a score is not what its evidence says',
      fault: 'create table kept as select * from score; update score set score = 99.999999',
      undo: 'update score s set score = k.score from kept k where (k.tenant_id, k.period_id, k.unit_id) = (s.tenant_id, s.period_id, s.unit_id); drop table kept',
    },
  ])(
    'turns red when $when',
    async ({ fault, undo }) => {
      await site.admin.unsafe(fault)
      const verdict = await check(site, journal)
      await site.admin.unsafe(undo)
      expect(isClean(verdict)).toBe(false)
      expect(isClean(await check(site, journal))).toBe(true)
    },
    60_000,
  )

  it('turns red when consumers forget what they have seen', async () => {
    await site.admin.unsafe('alter table consumed_event drop constraint consumed_event_pkey')
    await deliverAgain(site, 1)
    await atRest(site, 30_000)
    expect((await check(site, journal)).doubleMails).toBeGreaterThan(0)
  }, 90_000)
})
