import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { officialCalendar } from '../../platform/index.ts'
import { addCounts, countPetitions, figuresOf, type ProcessedPetition, processingValue } from './processing-report.ts'
import { PROCESSING_DEFINITIONS } from './processing-report-definitions.ts'

const calendar = { ...officialCalendar, dateOf: officialCalendar.dayOf }
const seoul = (text: string) => new Date(`${text}+09:00`)
const petition = (received: string, completed: string, statutoryDays = '0'): ProcessedPetition => ({
  receivedAt: seoul(received),
  completedAt: seoul(completed),
  statutoryDays,
})

describe('a processing time under each definition', () => {
  // Received on the Friday before 설날 2026 (16–18 February), completed on the Monday after next.
  const one = petition('2026-02-13T18:00', '2026-02-23T06:00', '2.125')
  it.each([
    ['elapsed', 9.5 * 86_400_000],
    ['calendar', 10],
    ['inclusive', 11],
    ['working', 3],
    ['statutory', 2_125_000],
  ] as const)('%s', (definition, value) => {
    expect(processingValue(definition, one, calendar)).toBe(value)
  })
})

describe('민원처리 현황', () => {
  it('takes exactly 3 days into 3일 이내, exactly 5 into 5일 이내', () => {
    const petitions = [
      petition('2026-11-02T09:00', '2026-11-05T09:00'),
      petition('2026-11-02T09:00', '2026-11-05T09:00:00.001'),
      petition('2026-11-02T09:00', '2026-11-07T09:00'),
      petition('2026-11-02T09:00', '2026-11-07T09:00:00.001'),
    ]
    expect(figuresOf('elapsed', countPetitions('elapsed', petitions, calendar))).toMatchObject({
      total: 4,
      within3: 1,
      within5: 2,
      over5: 1,
      share3: '25.00',
      meanDays: '4',
    })
  })

  it('gives the shares of the published table of 2005: 82.39, 14.53 and 3.08 % of 5,486', () => {
    const counts = { total: 5_486, within3: 4_520, within5: 797, over5: 169, sum: 12_618n }
    expect(figuresOf('calendar', counts)).toMatchObject({
      share3: '82.39',
      share5: '14.53',
      shareOver: '3.08',
      meanDays: '2.300036',
    })
  })

  it('has no mean and no shares without petitions', () => {
    const none = figuresOf('working', countPetitions('working', [], calendar))
    expect(none).toMatchObject({ total: 0, share3: null, meanDays: null })
  })

  it('has parts that equal 계, and groups that add up to the whole, whatever the split', () => {
    const instant = fc.date({ min: seoul('2018-02-01T00:00'), max: seoul('2026-12-01T00:00'), noInvalidDate: true })
    const any = fc.record({
      receivedAt: instant,
      wait: fc.integer({ min: 0, max: 12 * 86_400_000 }),
      statutory: fc.integer({ min: 0, max: 12_000_000 }),
    })
    fc.assert(
      fc.property(fc.array(any, { maxLength: 30 }), fc.nat(30), (raw, cut) => {
        const petitions = raw.map(({ receivedAt, wait, statutory }) => ({
          receivedAt,
          completedAt: new Date(receivedAt.getTime() + wait),
          statutoryDays: (statutory / 1_000_000).toFixed(6),
        }))
        for (const definition of PROCESSING_DEFINITIONS) {
          const whole = countPetitions(definition, petitions, calendar)
          expect(whole.within3 + whole.within5 + whole.over5).toBe(whole.total)
          const first = countPetitions(definition, petitions.slice(0, cut), calendar)
          const rest = countPetitions(definition, petitions.slice(cut), calendar)
          expect(addCounts(first, rest)).toEqual(whole)
        }
      }),
      { numRuns: 100 },
    )
  })
})
