import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Ctx } from '../../kernel/index.ts'
import { officialCalendar } from '../../platform/index.ts'
import { countPetitions, figuresOf, type ProcessedPetition } from '../domain/processing-report.ts'
import { PROCESSING_DEFINITIONS } from '../domain/processing-report-definitions.ts'
import type { ImportCase } from '../import/case.ts'
import { importPetitions } from '../import/import-petitions.ts'
import { readMapping } from '../import/mapping.ts'
import { REPORT_GROUPS } from '../report-schemas.ts'
import { customerWorld, type World } from '../testing.ts'
import { reportPetitions } from './report-petitions.ts'

const MAPPING = readMapping(`
source: generated
rows: case
columns: { id: id, received: received }
service: { default: inquiry }
units: { map: { a: innovation-team, b: audit-team } }
`)
const PERIOD = { from: '2024-01-01', to: '2024-12-31' }

let world: World
let ctx: Ctx
beforeAll(async () => {
  world = await customerWorld()
  ctx = world.t.ctx('mogaha', { kind: 'system', name: 'import' })
  const cases = generate(150)
  const summary = await importPetitions(ctx, { rows: cases.length, cases, rejected: [] }, MAPPING)
  expect(summary.rejected).toEqual([])
})
afterAll(() => world.t.close())

/** Cases of 2024 from a fixed sequence of numbers; about one in ten stays open, one is completed in 2025. */
function generate(count: number): ImportCase[] {
  let seed = 20_240_101
  const next = (below: number) => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648
    return Math.floor((seed / 2_147_483_648) * below)
  }
  return Array.from({ length: count }, (_, i) => {
    const receivedAt = new Date(Date.UTC(2024, 0, 2) + i * 2 * 86_400_000 + next(86_400_000))
    const wait = next(9 * 86_400)
    const open = next(10) === 0
    return {
      line: i + 2,
      externalId: String(i),
      serviceKey: next(2) === 0 ? 'inquiry' : 'quick',
      channel: next(3) === 0 ? 'phone' : 'web',
      title: `민원 ${i}`,
      body: '내용',
      unit: next(3) === 0 ? 'b' : 'a',
      person: null,
      receivedAt,
      completedAt: open ? null : new Date(receivedAt.getTime() + (i === count - 1 ? 70 * 86_400_000 : wait * 1000)),
      acts: [],
      answer: '답변',
      rating: null,
      skippedEvents: 0,
    }
  })
}

interface Stored extends ProcessedPetition {
  readonly keys: Readonly<Record<(typeof REPORT_GROUPS)[number], string>>
}

async function stored(): Promise<Stored[]> {
  const rows = await world.t.admin`select * from petition where status = 'completed'`
  const all = rows.map((row) => ({
    receivedAt: row.received_at,
    completedAt: row.completed_at,
    statutoryDays: row.statutory_days,
    keys: {
      month: officialCalendar.dayOf(row.completed_at).slice(0, 7),
      unit: row.unit_id,
      process: row.process_key,
      service: row.service_key,
      channel: row.channel,
    },
  }))
  return all.filter((one) => one.keys.month.startsWith('2024'))
}

describe('민원처리 현황', () => {
  it.each(PROCESSING_DEFINITIONS)(
    'by %s equals a recount of every petition, whole and in each group',
    async (definition) => {
      const calendar = { ...officialCalendar, dateOf: officialCalendar.dayOf }
      const petitions = await stored()
      for (const by of REPORT_GROUPS) {
        const report = await reportPetitions(ctx, { ...PERIOD, definition, by })
        expect(report.definition.key).toBe(definition)
        expect(report.total).toEqual(figuresOf(definition, countPetitions(definition, petitions, calendar)))
        const keys = [...new Set(petitions.map((one) => one.keys[by]))].sort()
        expect(report.rows.map((row) => row.key)).toEqual(keys)
        for (const { key, name, ...figures } of report.rows) {
          const group = petitions.filter((one) => one.keys[by] === key)
          expect(figures).toEqual(figuresOf(definition, countPetitions(definition, group, calendar)))
          expect(name.ko).not.toBe('')
        }
      }
    },
  )

  it('counts by receipt those of the period, and how many are open', async () => {
    const report = await reportPetitions(ctx, { ...PERIOD, basis: 'received' })
    const [row] = await world.t.admin`select count(*)::int as open from petition where status <> 'completed'`
    expect(report.open).toBe(row?.open)
    expect(report.total.total).toBe(150 - row?.open)
  })

  it('takes the first and the last day of the period whole', async () => {
    const petitions = await stored()
    const day = officialCalendar.dayOf(petitions[20]?.completedAt ?? new Date(0))
    const expected = petitions.filter((one) => officialCalendar.dayOf(one.completedAt) === day).length
    expect((await reportPetitions(ctx, { from: day, to: day })).total.total).toBe(expected)
  })

  it('shows another agency nothing of it', async () => {
    const other = await reportPetitions(world.t.ctx('gangnam'), { ...PERIOD })
    expect(other).toMatchObject({ rows: [], total: { total: 0, meanDays: null } })
  })

  it.each([
    ['report.period-reversed', { from: '2024-02-01', to: '2024-01-01' }],
    ['report.zone-unknown', { ...PERIOD, zone: 'Mars/Olympus' }],
    ['input.not-allowed', { ...PERIOD, definition: 'guess' }],
    ['input.wrong-format', { from: '2024-02-30', to: '2024-03-01' }],
  ])('refuses %s', async (code, input) => {
    await expect(reportPetitions(ctx, input as never)).rejects.toMatchObject({ code })
  })

  it('is for officers', async () => {
    await expect(reportPetitions(world.citizen('a'), PERIOD)).rejects.toMatchObject({ code: 'policy.refused' })
    await expect(reportPetitions(world.officer('lee'), PERIOD)).resolves.toBeDefined()
  })
})
