import { defineAgencyPlugin, standard } from '@harmony/core/contract'
import { tenants } from '@harmony/tenants'
import { describe, expect, it } from 'vitest'
import { type Candidate, checkModels } from './release.ts'

async function check(models: readonly Candidate[], language: 'ko' | 'en' = 'ko') {
  const lines: string[] = []
  return { code: await checkModels(models, language, (line) => lines.push(line)), lines }
}

describe('harmony release check', () => {
  it('names each model with its layers when nothing is wrong', async () => {
    const { code, lines } = await check(
      tenants.map(({ model, organisation }) => ({ layer: model, units: organisation.units.map((unit) => unit.code) })),
    )
    expect(code).toBe(0)
    expect(lines).toHaveLength(tenants.length)
    expect(lines[0]).toMatch(/^mogaha@\S+ [0-9a-f]{12} standard → ministry → mogaha$/)
  })

  it('names a unit that the organisation does not have', async () => {
    const gangnam = tenants.find((tenant) => tenant.slug === 'gangnam')
    if (!gangnam) throw new Error('no gangnam')
    const { code, lines } = await check([
      {
        layer: gangnam.model,
        units: ['cleaning', 'roads', 'permits', 'welfare', 'civil-affairs', 'building', 'planning-budget'],
      },
    ])
    expect(code).toBe(1)
    expect(lines.slice(1)).toEqual([
      expect.stringContaining(
        'customer.processes.permit-inquiry.bpmn.environment-opinion: 조직에 없는 부서 코드입니다: environment',
      ),
      expect.stringContaining(
        'work.documentKinds.permit-review.route.1.unit: 조직에 없는 부서 코드입니다: environment',
      ),
    ])
  })

  it('says everything that is wrong, by path and in words', async () => {
    const wrong = defineAgencyPlugin({
      key: 'wrong',
      level: 'agency',
      version: '2026.1.1',
      name: { ko: '틀린 모델', en: 'Wrong model' },
      extends: standard,
      model: {
        performance: {
          perspectives: { customer: { weight: 40 } },
          indicators: { satisfaction: { rule: '100*2/3' } },
          missing: 'zero',
        },
      },
    })
    const { code, lines } = await check([{ layer: wrong }])
    expect(code).toBe(1)
    expect(lines).toEqual([
      'wrong: 5',
      '  performance.missing: standard 모델이 고정한 값입니다. 그대로 두어야 합니다: renormalise [model.locked]',
      '  performance.perspectives: 가중치 합이 105입니다. 100이어야 합니다. [model.weights]',
      expect.stringContaining('performance.indicators.satisfaction.rule: 정수 100은(는) 쓸 수 없습니다'),
      expect.stringContaining('정수 2은(는)'),
      expect.stringContaining('정수 3은(는)'),
    ])
    expect((await check([{ layer: wrong }], 'en')).lines[2]).toContain('The weights make 105; they must make 100.')
  })
})
