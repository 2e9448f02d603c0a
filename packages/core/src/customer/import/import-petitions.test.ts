import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { countRows } from '../../../testing/index.ts'
import type { Ctx } from '../../kernel/index.ts'
import { loadCalendarYear } from '../../platform/index.ts'
import { customerWorld, type World } from '../testing.ts'
import { readCases } from './group-cases.ts'
import { type ImportOptions, importPetitions } from './import-petitions.ts'
import { readMapping } from './mapping.ts'

let world: World
let folder: string
let ctx: Ctx
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-import-'))
})
beforeEach(async () => {
  world = await customerWorld()
  ctx = world.t.ctx('mogaha', { kind: 'system', name: 'import' })
  return () => world.t.close()
})
afterAll(() => rm(folder, { recursive: true }))

async function run(csv: string, yaml: string, options?: ImportOptions) {
  const file = join(folder, 'log.csv')
  await writeFile(file, csv)
  const mapping = readMapping(yaml)
  return importPetitions(ctx, await readCases(file, mapping), mapping, options)
}

const HEAD = 'no,opened,closed,kind,by,team,officer,stars\n'
const MAPPING = `
source: call-centre
rows: case
columns: { id: no, received: opened, completed: closed, service: kind, channel: by, unit: team, person: officer, rating: { overall: stars } }
service: { map: { 결재: approval }, default: inquiry }
channel: { map: { 전화: phone }, default: web }
units: { map: { 혁신팀: innovation-team }, createBelow: agency }
people: { map: { 이주무: lee }, create: true }
decisions: { approve: { approved: true } }
`
const ROWS = [
  '1,2024-03-04 09:00,2024-03-06 11:00,문의,전화,혁신팀,이주무,5',
  '2,2024-03-05 10:00,,문의,방문,도로과,박도로,',
  '3,2024-03-05 10:30,2024-03-12 17:00,결재,방문,도로과,박도로,',
]
const petitions = () => world.t.admin`
  select p.*, u.code as unit, o.name as person from petition p
  join unit u on u.id = p.unit_id left join person o on o.id = p.person_id order by p.external_ref`

describe('importing a request log', () => {
  it('tells each case again at its own times, in its units, without mail', async () => {
    const summary = await run(HEAD + ROWS.join('\n'), MAPPING)
    expect(summary).toMatchObject({ rows: 3, cases: 3, imported: 3, already: 0, rejected: [] })
    const [first, second, third] = await petitions()
    expect(first).toMatchObject({
      external_ref: 'call-centre:1',
      number: '2024-00001',
      origin: 'import',
      channel: 'phone',
      unit: 'innovation-team',
      person: '이주무',
      status: 'completed',
      received_at: new Date('2024-03-04T00:00:00Z'),
      completed_at: new Date('2024-03-06T02:00:00Z'),
      statutory_days: '3.000000',
      within_deadline: true,
    })
    expect(second).toMatchObject({ status: 'open', unit: 'call-centre:도로과', person: '박도로', completed_at: null })
    expect(third).toMatchObject({ status: 'completed', service_key: 'approval', unit: 'call-centre:도로과' })
    expect(await world.t.admin`select overall, rated_at from rating`).toMatchObject([
      { overall: 5, rated_at: new Date('2024-03-06T02:00:00Z') },
    ])
    expect(await world.t.admin`select distinct origin from outbox where type like 'customer.%'`).toMatchObject([
      { origin: 'import' },
    ])
    const steps = await world.t
      .admin`select occurred_at, recorded_at from petition_step where petition_id = ${first?.id}`
    for (const step of steps)
      expect(step.recorded_at.getTime() - step.occurred_at.getTime()).toBeGreaterThan(86_400_000)
    await world.t.drain()
    expect(await countRows(ctx, 'mail_outbox')).toBe(0)
  })

  it('imports a case once, and refuses one that tells another story later', async () => {
    await run(HEAD + ROWS.join('\n'), MAPPING)
    const changed = [
      ROWS[0]?.replace('11:00', '15:00'),
      ROWS[1],
      ROWS[2],
      '4,2024-03-06 09:00,,문의,전화,혁신팀,이주무,',
    ]
    expect(await run(HEAD + changed.join('\n'), MAPPING)).toMatchObject({
      imported: 1,
      already: 2,
      rejected: [{ line: 2, externalId: '1', code: 'import.changed-since' }],
    })
    expect(await countRows(ctx, 'petition')).toBe(4)
  })

  it('takes a case whole or not at all, and the others of its batch', async () => {
    const late = '7,2024-03-04 09:00,2024-03-05 09:00,문의,전화,혁신팀,이주무,5,2024-12-01'
    const mapping = MAPPING.replace('overall: stars', 'overall: stars, at: rated')
    const rows = [...ROWS.map((row) => `${row},`), late]
    const summary = await run(HEAD.replace('stars', 'stars,rated') + rows.join('\n'), mapping)
    expect(summary).toMatchObject({
      imported: 3,
      rejected: [{ line: 5, externalId: '7', code: 'petition.rating-late' }],
    })
    expect(await countRows(ctx, 'petition')).toBe(3)
    expect(await countRows(ctx, 'petition_import')).toBe(3)
    expect(await countRows(ctx, 'rating')).toBe(1)
  })

  it('writes nothing in a dry run and counts as the real one', async () => {
    const [before, audited] = [await countRows(ctx, 'unit'), await countRows(ctx, 'audit_event')]
    expect(await run(HEAD + ROWS.join('\n'), MAPPING, { dryRun: true })).toMatchObject({
      dryRun: true,
      imported: 3,
      rejected: [],
    })
    expect(await countRows(ctx, 'petition')).toBe(0)
    expect(await countRows(ctx, 'unit')).toBe(before)
    expect(await countRows(ctx, 'audit_event')).toBe(audited)
  })

  it('goes on where a killed run stopped', async () => {
    const rows = Array.from({ length: 90 }, (_, i) => `${i},2024-03-04 09:00,2024-03-05 10:00,문의,전화,혁신팀,이주무,`)
    const stop = (progress: { done: number }) => {
      if (progress.done >= 40) throw new Error('killed')
    }
    await expect(run(HEAD + rows.join('\n'), MAPPING, { onProgress: stop })).rejects.toThrow('killed')
    expect(await countRows(ctx, 'petition')).toBe(40)
    expect(await run(HEAD + rows.join('\n'), MAPPING)).toMatchObject({ imported: 50, already: 40 })
    expect(await countRows(ctx, 'petition')).toBe(90)
  })

  it('refuses cases of a year without a holiday table until the agency loads it', async () => {
    const row = `${HEAD}1,2010-10-04 09:00,2010-10-12 10:00,문의,전화,혁신팀,이주무,\n`
    expect(await run(row, MAPPING)).toMatchObject({
      imported: 0,
      rejected: [{ line: 2, code: 'calendar.year-missing', params: { year: 2010 } }],
    })
    await loadCalendarYear(ctx, { year: 2010 })
    expect(await run(row, MAPPING)).toMatchObject({ imported: 1, rejected: [] })
  })

  it('refuses names without a unit or person, naming the column', async () => {
    const strict = MAPPING.replace(', createBelow: agency', '').replace(', create: true', '')
    const rows = [ROWS[0], ROWS[1], '5,2024-03-05 10:00,,문의,방문,혁신팀,누구,']
    expect(await run(HEAD + rows.join('\n'), strict)).toMatchObject({
      imported: 1,
      rejected: [
        { line: 3, field: 'team', code: 'import.unit-unknown', params: { unit: '도로과' } },
        { line: 4, field: 'officer', code: 'import.person-unknown', params: { person: '누구' } },
      ],
    })
  })

  it('follows the events of a log: assignment, transfer, supplement, completion', async () => {
    const mapping = `
source: events-log
rows: event
columns: { id: case, received: start, event: what, at: when, eventUnit: dept, eventPerson: who, note: note }
service: { default: inquiry }
units: { createBelow: agency }
people: { create: true }
events: { 배정: assign, 이송: transfer, 보완요구: request-supplement, 보완: submit-supplement, 완료: complete, 메모: ignore }
`
    const rows = [
      'a,2024-03-04 09:00,배정,2024-03-04 10:00,,김하나,',
      'a,2024-03-04 09:00,이송,2024-03-04 11:00,건설과,,',
      'a,2024-03-04 09:00,배정,2024-03-04 13:00,,박둘,',
      'a,2024-03-04 09:00,보완요구,2024-03-05 10:00,,,도면이 필요합니다',
      'a,2024-03-04 09:00,보완,2024-03-07 10:00,,,도면',
      'a,2024-03-04 09:00,메모,2024-03-07 11:00,,,',
      'a,2024-03-04 09:00,완료,2024-03-11 16:00,,,',
    ]
    expect(await run(`case,start,what,when,dept,who,note\n${rows.join('\n')}`, mapping)).toMatchObject({
      imported: 1,
      rejected: [],
    })
    // 4 and 8 and 11 March count; 5–7 are the supplement's, 9–10 a weekend.
    expect((await petitions())[0]).toMatchObject({
      unit: 'events-log:건설과',
      person: '박둘',
      statutory_days: '3.000000',
    })
    const steps = await world.t.admin`select kind from petition_step order by occurred_at, id`
    expect(steps.map((step) => step.kind)).toEqual(
      expect.arrayContaining([
        'filed',
        'assigned',
        'transferred',
        'supplement-requested',
        'supplement-submitted',
        'answered',
        'completed',
      ]),
    )
  })

  it('is for the system only', async () => {
    ctx = world.officer('lee')
    await expect(run(HEAD + ROWS.join('\n'), MAPPING)).rejects.toMatchObject({ code: 'policy.refused' })
  })
})
