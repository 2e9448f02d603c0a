import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { synthesiseRelease } from '@harmony/core/contract'
import { reportPetitions } from '@harmony/core/customer'
import { createOrganisation } from '@harmony/core/identity'
import type { Ctx } from '@harmony/core/kernel'
import { loadCalendarYear } from '@harmony/core/platform'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { tenants } from '@harmony/tenants'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runImport } from './import.ts'
import { reportText } from './report.ts'

const example = (name: string) => fileURLToPath(new URL(`../../../../docs/import/${name}.yaml`, import.meta.url))
const CITY_HEAD = 'ServiceRequestNum,SRType,MethodReceived,CreatedDate,SRStatus,CloseDate,Agency\n'
const PERIOD = { from: '2010-01-01', to: '2026-12-31' }

let t: TestDatabase
let ctx: Ctx
let folder: string
beforeAll(async () => {
  t = await testDatabase()
  folder = await mkdtemp(join(tmpdir(), 'harmony-cli-'))
  const gangnam = tenants.find((tenant) => tenant.slug === 'gangnam')
  if (gangnam === undefined) throw new Error('no gangnam')
  const { canonical = '' } = await synthesiseRelease(gangnam.model)
  const worker = t.workerCtx('gangnam')
  const { hash } = await publishRelease(worker, { canonical })
  await activateRelease(worker, { hash, activeFrom: new Date('2000-01-01'), reason: '시험' })
  ctx = t.ctx('gangnam', { kind: 'system', name: 'command-line' })
  await createOrganisation(ctx, gangnam.organisation)
  for (const year of [2010, 2011, 2015]) await loadCalendarYear(ctx, { year })
}, 60_000)
afterAll(async () => {
  await t.close()
  await rm(folder, { recursive: true })
})

async function run(mapping: string, csv: string, flags: { json?: true; dryRun?: true; lang?: 'ko' | 'en' } = {}) {
  const file = join(folder, 'log.csv')
  await writeFile(file, csv)
  let out = ''
  const code = await runImport(ctx, { file, mapping: example(mapping), lang: 'ko', ...flags }, (text) => (out += text))
  return { code, out }
}

describe('the example mappings', () => {
  test('read a city’s requests, one row a case', async () => {
    const rows = [
      '15-1,SW-Dirty Alley,Phone,03/02/2015 09:00:00 AM,Closed,03/03/2015 10:30:00 AM,Solid Waste',
      '15-2,"Lamp, out",API,03/02/2015 11:00:00 PM,New,,Transportation',
      '15-3,TRM-Potholes,Web,03/02/2015 09:00:00 AM,Closed (Duplicate),03/20/2015 09:00:00 AM,Transportation',
    ]
    const { code, out } = await run('city-requests', CITY_HEAD + rows.join('\n'))
    expect(out).toContain('rows 3, cases 3, imported 3, imported before 0, rejected 0')
    expect(code).toBe(0)
    const text = reportText(await reportPetitions(ctx, { ...PERIOD, definition: 'elapsed', by: 'channel' }), 'ko')
    expect(text).toContain('경과일수: (완료일시 − 접수일시) ÷ 24시간')
    expect(text).toContain('phone\t1\t1\t100.00\t0\t0.00\t0\t0.00\t1.0625')
    expect(text).toContain('계\t2\t1\t50.00\t0\t0.00\t1\t50.00\t')
  })

  test('read a permit desk’s process log, one row an event', async () => {
    const head =
      'case:concept:name,case:startdate,case:enddate,case:channel,case:department,case:responsible,concept:name,time:timestamp,org:resource\n'
    const about = (id: string) => `${id},2010-10-04 01:06:40+02:00,2010-11-29 14:51:06+01:00,Internet,General,R2`
    const rows = [
      `${about('case-1')},Confirmation of receipt,2010-10-05 08:32:48+02:00,R2`,
      `${about('case-1')},T02 Check confirmation of receipt,2010-10-05 09:31:29+02:00,R24`,
      `${about('case-1')},T10 Determine necessity to stop indication,2010-10-06 09:31:29+02:00,EMPTY`,
      `${about('case-1')},T06 Determine necessity of stop advice,2010-12-24 09:31:29+01:00,R24`,
    ]
    const { code, out } = await run('permit-events', head + rows.join('\n'), { json: true })
    expect(JSON.parse(out)).toMatchObject({ rows: 4, cases: 1, imported: 1, skippedEvents: 1, rejected: [] })
    expect(code).toBe(0)
  })
})

describe('what is wrong with a log', () => {
  const wrong = [
    '16-1,X,Phone,02/30/2015 09:00:00 AM,New,,Housing',
    '16-2,X,Phone,03/05/2015 09:00:00 AM,Closed,03/04/2015 09:00:00 AM,Housing',
    '16-3,X,Pigeon,03/05/2015 09:00:00 AM,New,,Housing',
    '16-4,X,Phone,03/05/2017 09:00:00 AM,New,,Housing',
    '16-5,X,Phone,03/05/2015 09:00:00 AM,New,,Housing',
  ]

  test('is said line by line in words, the rest imported', async () => {
    const { code, out } = await run('city-requests', CITY_HEAD + wrong.join('\n'))
    expect(out.split('\n').slice(3)).toEqual([
      '  line 2 · 16-1 · CreatedDate: ‘02/30/2015 09:00:00 AM’은(는) MM/DD/YYYY hh:mm:ss A 형식의 날짜가 아닙니다.',
      '  line 3 · 16-2 · CloseDate: 완료일시가 접수일시보다 빠릅니다.',
      '  line 4 · 16-3 · MethodReceived: ‘Pigeon’이(가) 매핑에 없습니다.',
      '  line 5 · 16-4: 2017년의 공휴일 표가 없습니다. 기관의 달력에 2017년을 먼저 등록하십시오.',
      '',
    ])
    expect(out).toContain('imported 1,')
    expect(code).toBe(3)
  })

  test('is the same in English and in a dry run', async () => {
    const { code, out } = await run('city-requests', CITY_HEAD + wrong.slice(1, 2).join('\n'), {
      json: true,
      dryRun: true,
      lang: 'en',
    })
    expect(JSON.parse(out).rejected).toEqual([
      expect.objectContaining({ line: 2, reason: 'It was closed before it was received.' }),
    ])
    expect(code).toBe(3)
  })

  test('refuses a file that is no log at all', async () => {
    await expect(run('city-requests', '')).rejects.toMatchObject({ code: 'import.file-empty' })
    await expect(run('city-requests', 'id,when\n1,2\n')).rejects.toMatchObject({ code: 'import.column-missing' })
    await expect(run('none', CITY_HEAD)).rejects.toMatchObject({ code: 'import.file-missing', field: '--mapping' })
  })
})
