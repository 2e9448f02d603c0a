import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { type Actor, type Ctx, newId } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { calendarFor } from './calendar-for.ts'
import { loadCalendarYear } from './load-calendar-year.ts'

let t: TestDatabase
beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

const calendarOf = (ctx: Ctx) => withTenant(ctx, calendarFor)

describe("an agency's calendar", () => {
  it('is the official one at first, and does not know other years', async () => {
    const calendar = await calendarOf(t.ctx('gangnam'))
    expect(calendar.day('2026-10-09').name).toBe('한글날')
    expect(() => calendar.day('2010-10-04')).toThrow(expect.objectContaining({ code: 'calendar.year-missing' }))
  })

  it('knows a year loaded without days as weekends only, for this agency alone', async () => {
    const ctx = t.ctx('mogaha')
    expect(await loadCalendarYear(ctx, { year: 2010 })).toEqual({ year: 2010, base: 'none', days: 0 })
    expect((await calendarOf(ctx)).day('2010-10-04').working).toBe(true)
    const other = await calendarOf(t.ctx('gangnam'))
    expect(() => other.day('2010-10-04')).toThrow()
    await t.expectAudit(ctx, { action: 'calendar.load-year', subjectType: 'calendar', subjectId: '2010' })
  })

  it('lays its own days over the official year, and replaces them at the next load', async () => {
    const ctx = t.ctx('mogaha')
    await loadCalendarYear(ctx, {
      year: 2026,
      days: [
        { date: '2026-11-24', name: '개청기념일' },
        { date: '2026-10-09', kind: 'workday', name: '한글날 행사' },
      ],
    })
    const first = await calendarOf(ctx)
    expect(first.day('2026-11-24')).toMatchObject({ working: false, name: '개청기념일' })
    expect(first.day('2026-10-09').working).toBe(true)
    expect(first.day('2026-12-25').working).toBe(false)
    await loadCalendarYear(ctx, { year: 2026 })
    expect((await calendarOf(ctx)).day('2026-11-24').working).toBe(true)
  })

  it('holds a year whole when asked to, in place of the official table', async () => {
    const ctx = t.ctx('mogaha')
    await loadCalendarYear(ctx, { year: 2019, base: 'none', days: [{ date: '2019-03-01', name: '3·1절' }] })
    const calendar = await calendarOf(ctx)
    expect(calendar.day('2019-03-01').working).toBe(false)
    expect(calendar.day('2019-10-09').working).toBe(true)
  })

  it.each([
    ['calendar.date-outside-year', { year: 2011, days: [{ date: '2012-01-01', name: '신정' }] }],
    ['calendar.invalid-date', { year: 2015, days: [{ date: '2015-02-30', name: '?' }] }],
    ['calendar.year-missing', { year: 2011, base: 'official' as const }],
    ['input.too-small', { year: 1988 }],
  ])('refuses %s and keeps what it had', async (code, input) => {
    await expect(loadCalendarYear(t.ctx('mogaha'), input)).rejects.toMatchObject({ code })
    const calendar = await calendarOf(t.ctx('mogaha'))
    expect(() => calendar.day('2011-01-03')).toThrow()
    expect(calendar.day('2010-10-04').working).toBe(true)
  })

  it('is loaded by its administrators only', async () => {
    const officer: Actor = {
      kind: 'officer',
      accountId: newId(),
      personId: newId(),
      roles: ['team-member'],
      unitIds: [],
      headOf: [],
    }
    await expect(loadCalendarYear(t.ctx('mogaha', officer), { year: 2012 })).rejects.toMatchObject({
      code: 'policy.refused',
    })
    const admin: Actor = { ...officer, roles: ['tenant-admin'] }
    await expect(loadCalendarYear(t.ctx('mogaha', admin), { year: 2012 })).resolves.toMatchObject({ year: 2012 })
  })
})
