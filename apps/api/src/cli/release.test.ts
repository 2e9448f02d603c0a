import { defineAgencyPlugin, type Layer, standard } from '@harmony/core/contract'
import { tenants } from '@harmony/tenants'
import { describe, expect, it } from 'vitest'
import { checkModels } from './release.ts'

async function check(models: readonly Layer[], language: 'ko' | 'en' = 'ko') {
  const lines: string[] = []
  return { code: await checkModels(models, language, (line) => lines.push(line)), lines }
}

describe('harmony release check', () => {
  it('names each model with its layers when nothing is wrong', async () => {
    const { code, lines } = await check(tenants.map((tenant) => tenant.model))
    expect(code).toBe(0)
    expect(lines).toHaveLength(tenants.length)
    expect(lines[0]).toMatch(/^mogaha@\S+ [0-9a-f]{12} standard → ministry → mogaha$/)
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
    const { code, lines } = await check([wrong])
    expect(code).toBe(1)
    expect(lines).toEqual([
      'wrong: 5',
      '  performance.missing: standard 모델이 고정한 값입니다. 그대로 두어야 합니다: renormalise [model.locked]',
      '  performance.perspectives: 가중치 합이 105입니다. 100이어야 합니다. [model.weights]',
      expect.stringContaining('performance.indicators.satisfaction.rule: 정수 100은(는) 쓸 수 없습니다'),
      expect.stringContaining('정수 2은(는)'),
      expect.stringContaining('정수 3은(는)'),
    ])
    expect((await check([wrong], 'en')).lines[2]).toContain('The weights make 105; they must make 100.')
  })
})
