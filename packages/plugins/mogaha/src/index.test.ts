import { synthesiseRelease } from '@harmony/core/contract'
import { compileRule } from '@harmony/core/model'
import { describe, expect, it } from 'vitest'
import { mogaha } from './index.ts'

describe('the ministry’s model', async () => {
  const { release, problems } = await synthesiseRelease(mogaha)
  if (!release) throw new Error(JSON.stringify(problems, null, 2))

  it('synthesises without a problem, to the same bytes each time', async () => {
    expect(problems).toEqual([])
    expect((await synthesiseRelease(mogaha)).release?.hash).toBe(release.hash)
  })

  it('is laid over the standard by way of the ministries’ layer', () => {
    expect(release).toMatchObject({ key: 'mogaha', version: '2026.11.2', chain: ['standard', 'ministry', 'mogaha'] })
  })

  it('lets 고객 weigh most', () => {
    expect(release.performance.perspectives.map(({ name, weight }) => [name.ko, weight])).toEqual([
      ['고객', 35],
      ['업무수행', 30],
      ['운영혁신', 20],
      ['학습과 성장', 15],
    ])
    expect(release.performance.objectives).toHaveLength(12)
  })

  it('serves eleven areas by five courses of their own', () => {
    const { areas, services } = release.customer
    expect(areas).toHaveLength(11)
    expect(areas.filter((area) => !services.some((one) => one.area === area.key))).toEqual([])
    expect(new Set(services.map((one) => one.process))).toEqual(
      new Set(['general-inquiry', 'legal-inquiry', 'suggestion', 'grievance', 'record-request']),
    )
  })

  it('lets two units work on a legal question at once, and times an inspection', () => {
    const compiled = (key: string) => release.customer.processes.find((one) => one.key === key)?.compiled.nodes ?? {}
    expect(Object.values(compiled('legal-inquiry')).filter((node) => node.kind === 'parallel')).toHaveLength(2)
    expect(compiled('legal-inquiry').opinion).toMatchObject({ performer: 'unit:legal-affairs' })
    expect(compiled('grievance')['inspect-timer']).toMatchObject({
      interrupting: true,
      duration: { unit: 'days', amount: 14 },
    })
    expect(compiled('grievance')['progress-timer']).toMatchObject({ interrupting: false })
  })

  it('passes every stage a citizen sees in every course', () => {
    for (const { compiled } of release.customer.processes) {
      const stages = new Set(
        Object.values(compiled.nodes).flatMap((node) => ('stage' in node && node.stage ? [node.stage] : [])),
      )
      expect([...stages].sort()).toEqual(['assigned', 'completed', 'received', 'review'])
    }
  })

  it('reports to its minister by a line of its own, with the consent of 법무행정팀', () => {
    const { documentKinds, qualityStages, task } = release.work
    const kind = (key: string) => documentKinds.find((one) => one.key === key)
    expect(kind('team-reform')?.route.map(({ order, role, who, unit }) => `${order} ${role} ${unit ?? who}`)).toEqual([
      '1 review team-head',
      '2 consent legal-affairs',
      '2 consent organisation-planning',
      '3 review bureau-head',
      '4 review vice-minister',
      '5 approve minister',
    ])
    expect(kind('team-reform')?.fields.map((field) => field.name.ko)).toContain('대상 본부·팀')
    expect(kind('report-plan')?.fields.map((field) => field.key)).toEqual([
      'background',
      'effective-date',
      'budget',
      'policy-stage',
    ])
    expect(kind('policy-quality')).toMatchObject({ graded: true, retention: '10' })
    expect(task.phases.map((phase) => phase.weight)).toEqual([20, 40, 30, 10])
    expect(qualityStages[2]?.items.at(-1)?.name.ko).toBe('부처확산을 위한 표준모델이 마련되었는가?')
  })

  it.each([
    ['satisfaction', 76.5, 90],
    ['satisfaction', 85, 100],
    ['satisfaction', 100, 100],
    ['processing-compliance', 0.95, 100],
    ['processing-compliance', 0.475, 50],
    ['processing-days', 2.3, 100],
    ['processing-days', 6.5, 50],
    ['processing-days', 12, 0],
    ['grievance-compliance', 0.81, 90],
    ['inquiry-days', 2, 90],
    ['inquiry-days', 9.3, 0],
  ])('scores %s of %d as %d', (key, mean, score) => {
    const one = release.performance.indicators.find((indicator) => indicator.key === key)
    if (!one) throw new Error(key)
    const { rule, target, min, max } = one
    expect(compileRule(rule).evaluate({ sum: mean * 10, count: 10, mean, target, min, max })).toBeCloseTo(score, 9)
    expect(compileRule(rule).evaluate({ sum: 0, count: 0, mean: Number.NaN, target, min, max })).toBeNull()
  })
})
