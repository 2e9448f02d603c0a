import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readCases } from './group-cases.ts'
import { readMapping } from './mapping.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'harmony-cases-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function cases(csv: string, mapping: string) {
  const file = join(folder, 'log.csv')
  await writeFile(file, csv)
  return readCases(file, readMapping(mapping))
}

const BY_CASE = `
source: call-centre
rows: case
columns: { id: no, received: opened, completed: closed, status: state, service: kind, channel: by, unit: team, person: officer, rating: { overall: stars } }
service: { map: { 도로: road }, default: general-inquiry }
channel: { map: { 전화: phone }, default: web }
status: { completed: [완료], open: [처리중] }
`
const HEAD = 'no,opened,closed,state,kind,by,team,officer,stars\n'

describe('a log with one row a case', () => {
  it('becomes cases in the order of their receipt', async () => {
    const log = await cases(
      `${HEAD}2,2026-03-05 09:00,,처리중,기타,방문,건설과,,\n1,2026-03-02 09:00,2026-03-04 10:30,완료,도로,전화,건설과,김하나,5\n`,
      BY_CASE,
    )
    expect(log.rejected).toEqual([])
    expect(log.cases).toMatchObject([
      {
        line: 3,
        externalId: '1',
        serviceKey: 'road',
        channel: 'phone',
        title: '도로 (1)',
        unit: '건설과',
        person: '김하나',
        receivedAt: new Date('2026-03-02T00:00:00Z'),
        completedAt: new Date('2026-03-04T01:30:00Z'),
        rating: { overall: 5, promptness: 5, at: new Date('2026-03-04T01:30:00Z') },
      },
      { line: 2, externalId: '2', serviceKey: 'general-inquiry', channel: 'web', completedAt: null, rating: null },
    ])
  })

  it.each([
    ['import.timestamp-invalid', 'opened', '1,2015-02-30,,처리중,기타,,,,'],
    ['import.timestamp-invalid', 'closed', '1,2015-02-20,soon,완료,기타,,,,'],
    ['import.closed-before-received', 'closed', '1,2026-03-05,2026-03-04,완료,기타,,,,'],
    ['import.value-missing', 'opened', '1,,,처리중,기타,,,,'],
    ['import.value-missing', 'no', ',2026-03-05,,처리중,기타,,,,'],
    ['import.value-unmapped', 'state', '1,2026-03-05,,보류,기타,,,,'],
    ['import.status-open-but-closed', 'state', '1,2026-03-05,2026-03-06,처리중,기타,,,,'],
    ['import.status-closed-without-date', 'state', '1,2026-03-05,,완료,기타,,,,'],
    ['import.rating-invalid', 'stars', '1,2026-03-05,2026-03-06,완료,기타,,,,9'],
    ['import.rating-before-completion', 'stars', '1,2026-03-05,,처리중,기타,,,,4'],
    ['import.field-count', null, '1,2026-03-05'],
  ])('refuses a row: %s (%s), and takes the others', async (code, field, row) => {
    const log = await cases(`${HEAD}${row}\n7,2026-03-05,,처리중,기타,,,,\n`, BY_CASE)
    expect(log.rejected).toEqual([expect.objectContaining({ line: 2, code, field })])
    expect(log.cases.map((c) => c.externalId)).toEqual(['7'])
  })

  it('refuses a second row of the same case', async () => {
    const row = '1,2026-03-05,,처리중,기타,,,,\n'
    const log = await cases(HEAD + row + row, BY_CASE)
    expect(log.rejected).toMatchObject([{ line: 3, externalId: '1', code: 'import.id-repeated' }])
  })
})

describe('a log with one row an event', () => {
  const mapping = (stray: string) => `
source: permits
rows: event
zone: Europe/Amsterdam
columns: { id: case, received: start, completed: end, event: what, at: when, eventPerson: who, unit: dept }
service: { default: permit }
strayEvents: ${stray}
events: { Receipt: assign, Check: complete-task, Advice: ignore }
`
  const csv = `case,start,end,what,when,who,dept
a,2010-10-04 01:06:40+02:00,2010-11-12 13:40,Receipt,2010-10-05 08:32,R1,General
b,2010-10-01 00:00,,Receipt,2010-10-02 09:00,R2,General
a,2010-10-04 01:06:40+02:00,2010-11-12 13:40,Advice,2010-10-05 08:40,R1,General
a,2010-10-04 01:06:40+02:00,2010-11-12 13:40,Check,2010-11-30 08:40,R1,General
`

  it('is gathered by case, its events in order of time', async () => {
    const log = await cases(csv, mapping('skip'))
    expect(log.rejected).toEqual([])
    expect(log.rows).toBe(4)
    expect(log.cases).toMatchObject([
      { externalId: 'b', completedAt: null, acts: [{ kind: 'assign', person: 'R2' }] },
      {
        externalId: 'a',
        receivedAt: new Date('2010-10-03T23:06:40Z'),
        completedAt: new Date('2010-11-12T12:40:00Z'),
        acts: [{ kind: 'assign', at: new Date('2010-10-05T06:32:00Z'), person: 'R1' }],
        skippedEvents: 1,
      },
    ])
  })

  it('refuses a case with an event after its completion when told to', async () => {
    const log = await cases(csv, mapping('reject'))
    expect(log.rejected).toMatchObject([{ line: 2, externalId: 'a', field: 'when', code: 'import.stray-event' }])
  })

  it('refuses a case with an event the mapping does not know', async () => {
    const log = await cases(csv.replace('Advice', 'Nap'), mapping('skip'))
    expect(log.rejected).toMatchObject([
      { externalId: 'a', field: 'what', code: 'import.value-unmapped', params: { value: 'Nap' } },
    ])
  })
})

describe('a mapping', () => {
  it.each([
    ['import.mapping-not-yaml', 'source: [a'],
    ['input.required', 'source: log-a\nrows: case\nservice: { default: x }\n'],
    ['input.unknown-field', `${BY_CASE}colour: red\n`],
    ['input.not-allowed', BY_CASE.replace('rows: case', 'rows: page')],
    ['input.required', BY_CASE.replace('rows: case', 'rows: event')],
  ])('is refused with a reason: %s', (code, yaml) => {
    expect(() => readMapping(yaml)).toThrow(expect.objectContaining({ code }))
  })

  it('must name columns the file has', async () => {
    await expect(cases('no,opened\n1,2026-01-01\n', BY_CASE)).rejects.toMatchObject({
      code: 'import.column-missing',
      params: { column: 'closed' },
    })
  })
})
