import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardIndicators } from '../standard/indicators.ts'
import { checkRule, compileRule, type RuleInputs } from './rule.ts'

const inputs = (sum: number, count: number, extra: Partial<RuleInputs> = {}): RuleInputs => ({
  sum,
  count,
  mean: sum / count,
  target: 85,
  ...extra,
})
const codes = (rule: string) => checkRule(rule).problems.map((p) => p.code)

describe('what a rule may say', () => {
  it('refuses integer literals, because 100*2/3 would be 66', () => {
    expect(codes('sum * 100 / count')).toEqual(['rule.integer'])
    expect(checkRule('sum * 100 / count').problems[0]?.params).toEqual({ found: '100', allowed: '100.0' })
    expect(codes('100*2/3')).toEqual(['rule.integer', 'rule.integer', 'rule.integer'])
  })

  it('refuses unknown names and says which are allowed', () => {
    expect(checkRule('summe * 2.0').problems).toEqual([
      { path: '', code: 'rule.name', params: { found: 'summe', allowed: 'sum, count, mean, target, min, max' } },
    ])
  })

  it('refuses a result that is not a number', () => {
    expect(codes('sum > 1.0')).toEqual(['rule.result'])
    expect(codes('"85"')).toEqual(['rule.result'])
  })

  it('refuses clocks, text functions, macros and broken syntax', () => {
    expect(codes('double(timestamp("2005-07-01T00:00:00Z").getFullYear())')).toEqual(['rule.function'])
    expect(codes('[sum].map(x, x)[0]')).toEqual(['rule.operator'])
    expect(codes('sum +')).toEqual(['rule.syntax'])
    expect(codes('')).toEqual(['rule.syntax'])
    expect(codes(`${'('.repeat(60)}sum${')'.repeat(60)}`)).toEqual(['rule.syntax'])
    expect(codes('sum ? 1.0 : 2.0')).toEqual(['rule.type'])
  })

  it('wants rising limits and one score more in bands', () => {
    expect(codes('bands(mean, [60.0, 80.0], [0.0, 50.0, 100.0])')).toEqual([])
    expect(codes('bands(mean, [80.0, 60.0], [0.0, 50.0, 100.0])')).toEqual(['rule.bands'])
    expect(codes('bands(mean, [60.0], [0.0])')).toEqual(['rule.bands'])
  })
})

describe('what a rule gives', () => {
  it('scores against the target', () => {
    const rule = compileRule('clamp(ratio(mean, target) * 100.0, 0.0, 100.0)')
    expect(rule.evaluate(inputs(170, 2))).toBe(100)
    expect(rule.evaluate(inputs(85, 2))).toBe(50)
  })

  it('is missing, not zero, without evidence', () => {
    expect(compileRule('ratio(sum, count)').evaluate(inputs(0, 0))).toBeNull()
    expect(compileRule('clamp(mean, 0.0, 100.0)').evaluate(inputs(0, 0))).toBeNull()
    expect(compileRule('sum / count').evaluate(inputs(1, 0))).toBeNull()
    expect(compileRule('bands(mean, [1.0], [0.0, 100.0])').evaluate(inputs(0, 0))).toBeNull()
  })

  it('grades downward as well as upward', () => {
    const rule = compileRule('grade(mean, max, target)')
    expect(rule.evaluate(inputs(3, 1, { target: 3, max: 13 }))).toBe(100)
    expect(rule.evaluate(inputs(8, 1, { target: 3, max: 13 }))).toBe(50)
    expect(rule.evaluate(inputs(30, 1, { target: 3, max: 13 }))).toBe(0)
  })

  it.each([
    ...Object.values(standardIndicators).map((one) => one.rule),
    'clamp(bands(mean, [60.0, 80.0], [0.0, 50.0, 100.0]) + ratio(sum, target), 0.0, 100.0)',
  ])('%s gives the same for 1,000 inputs in any order and time zone (G8)', (expression) => {
    const rule = compileRule(expression)
    const pair = fc.tuple(fc.integer({ min: 0, max: 1_000_000 }), fc.integer({ min: 0, max: 5_000 }))
    const samples = fc.sample(pair, { numRuns: 1_000, seed: 2005 })
    const score = ([sum, count]: [number, number]) => rule.evaluate(inputs(sum, count, { min: 0, max: 100 }))
    const forward = samples.map(score)
    const zone = process.env.TZ
    for (const tz of ['Asia/Seoul', 'America/New_York', 'UTC']) {
      process.env.TZ = tz
      expect(samples.toReversed().map(score).toReversed()).toEqual(forward)
    }
    process.env.TZ = zone
  })
})
