import { defineSettings, synthesiseRelease } from '@harmony/core/contract'
import { compileRule } from '@harmony/core/model'
import { describe, expect, it } from 'vitest'
import { localGovernment } from './index.ts'

describe('the local governments’ model', async () => {
  const { release, problems } = await synthesiseRelease(localGovernment)
  if (!release) throw new Error(JSON.stringify(problems, null, 2))

  it('synthesises without a problem', () => {
    expect(problems).toEqual([])
    expect(release.chain).toEqual(['standard', 'local-government'])
  })

  it('has weights, objectives and targets of its own', () => {
    const { perspectives, objectives, indicators, rollUp } = release.performance
    expect(perspectives.map(({ name, weight }) => [name.ko, weight])).toEqual([
      ['주민', 40],
      ['행정서비스', 30],
      ['혁신', 15],
      ['역량', 15],
    ])
    expect(objectives.map((one) => one.key)).toContain('safe-streets')
    expect(objectives.map((one) => one.key)).not.toContain('core-policy')
    expect(indicators.find((one) => one.key === 'processing-compliance')).toMatchObject({ target: 98, min: 70 })
    expect(rollUp).toEqual({ team: 'evidence', bureau: 'children', agency: 'children' })
  })

  it('answers at the window in one step, and asks three units about a permit at once', () => {
    const tasks = (key: string) =>
      Object.values(release.customer.processes.find((one) => one.key === key)?.compiled.nodes ?? {}).filter(
        (node) => node.kind === 'user',
      )
    expect(tasks('one-stop')).toHaveLength(1)
    expect(
      tasks('permit-inquiry')
        .map((node) => node.kind === 'user' && node.performer)
        .sort(),
    ).toEqual(['unit:building', 'unit:duty', 'unit:duty', 'unit:environment'])
    expect(release.customer.services.find((one) => one.key === 'certificate-help')?.period).toEqual({
      unit: 'hours',
      amount: 3,
    })
  })

  it('lets a tenant set its targets, and not what is measured', async () => {
    const over = (model: Parameters<typeof defineSettings>[0]['model']) =>
      synthesiseRelease(
        defineSettings({ key: 'x', name: { ko: '설정', en: 'Settings' }, extends: localGovernment, model }),
      )
    expect((await over({ performance: { indicators: { satisfaction: { target: 82 } } } })).problems).toEqual([])
    const refused = await over({
      performance: { indicators: { satisfaction: { source: 'processing-days', direction: 'down' } }, missing: 'zero' },
    })
    expect(refused.release).toBeUndefined()
    expect(refused.problems.map(({ path, code }) => `${code} ${path}`)).toEqual([
      'model.locked performance.indicators.satisfaction.source',
      'model.locked performance.indicators.satisfaction.direction',
      'model.locked performance.missing',
    ])
  })

  it('decides nearer to the street: 과장, 국장 and 부단체장 approve in the place of the head', () => {
    const { documentKinds, qualityStages } = release.work
    const last = Object.fromEntries(documentKinds.map(({ key, route }) => [key, route.at(-1)]))
    expect(last['permit-review']).toMatchObject({ who: 'team-head', delegated: true })
    expect(last.notice).toMatchObject({ who: 'bureau-head', delegated: true })
    expect(last.subsidy).toMatchObject({ who: 'vice-minister', delegated: true })
    expect(last['report-plan']).toMatchObject({ who: 'minister' })
    expect(last.bill).toBeUndefined()
    expect(documentKinds.find((one) => one.key === 'report-plan')?.route[1]).toEqual({
      role: 'consent',
      who: 'unit',
      unit: 'planning-budget',
      order: 2,
    })
    expect(qualityStages.flatMap((stage) => stage.items)).toHaveLength(7)
  })

  it('lets a tenant set who approves, and not what a grade is worth', async () => {
    const over = (work: Parameters<typeof defineSettings>[0]['model']['work']) =>
      synthesiseRelease(
        defineSettings({
          key: 'x',
          name: { ko: '설정', en: 'Settings' },
          extends: localGovernment,
          model: { work: work ?? {} },
        }),
      )
    const route = [{ role: 'approve', who: 'bureau-head', delegated: true, order: 1 }] as const
    expect((await over({ documentKinds: { 'permit-review': { route } } })).problems).toEqual([])
    expect((await over({ grades: { S: 90 } })).problems.map(({ path, code }) => `${code} ${path}`)).toEqual([
      'model.locked work.grades.S',
    ])
  })

  it.each([
    ['satisfaction', 80, 100],
    ['satisfaction', 60, 50],
    ['processing-compliance', 0.98, 100],
    ['processing-compliance', 0.84, 50],
    ['processing-days', 4.5, 50],
    ['street-days', 3, 50],
  ])('scores %s of %d as %d', (key, mean, score) => {
    const one = release.performance.indicators.find((indicator) => indicator.key === key)
    if (!one) throw new Error(key)
    const { rule, target, min, max } = one
    expect(compileRule(rule).evaluate({ sum: mean * 10, count: 10, mean, target, min, max })).toBeCloseTo(score, 9)
    expect(compileRule(rule).evaluate({ sum: 0, count: 0, mean: Number.NaN, target, min, max })).toBeNull()
  })
})
