import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { releaseParts } from '../contract.ts'
import { canonicalJson, sha256 } from '../kernel/index.ts'
import { messages } from '../messages.ts'
import type { Layer } from './layers/layer.ts'
import { at, merge, type Plain } from './layers/merge.ts'
import { bpmn, end, flow, start, user } from './process/bpmn.fixture.ts'
import { standard } from './standard/standard.ts'
import { synthesise } from './synthesis.ts'

const L = (ko: string) => ({ ko, en: ko })
/** A layer as it may come from JavaScript or a wrong hand: not held to the author's types. */
const layer = (model: unknown, more: Partial<Layer> = {}): Layer => ({
  key: 'own',
  level: 'agency',
  name: L('우리 모델'),
  version: '2026.1.1',
  extends: standard,
  model: model as Layer['model'],
  ...more,
})
const problemsOf = async (model: unknown, more?: Partial<Layer>) =>
  (await synthesise(layer(model, more), releaseParts)).problems
const found = async (model: unknown, more?: Partial<Layer>) =>
  (await problemsOf(model, more)).map((p) => `${p.code} ${p.path}`)

describe('the standard model', () => {
  it('stands by itself', async () => {
    const { release, canonical, problems } = await synthesise(standard, releaseParts)
    expect(problems).toEqual([])
    expect(release?.hash).toBe(sha256(canonical ?? ''))
    expect(release?.performance.perspectives.map((one) => one.weight)).toEqual([35, 30, 20, 15])
    expect(release?.performance.objectives).toHaveLength(12)
    expect(canonicalJson(JSON.parse(canonical ?? ''))).toBe(canonical)
  })
})

describe('wrong wiring stops with the path and what is allowed', () => {
  it('names unknown keys at every depth', async () => {
    const problems = await problemsOf({
      performence: {},
      performance: { perspectives: { customer: { wieght: 35 } } },
      customer: { satisfaction: { items: { smile: { name: L('미소') } } } },
    })
    expect(problems).toEqual([
      {
        path: 'performence',
        code: 'model.unknown-key',
        params: { found: 'performence', allowed: 'strategy, terms, performance, customer, work' },
      },
      {
        path: 'performance.perspectives.customer.wieght',
        code: 'model.unknown-key',
        params: { found: 'wieght', allowed: 'name, weight' },
      },
      {
        path: 'customer.satisfaction.items.smile',
        code: 'model.unknown-key',
        params: { found: 'smile', allowed: 'promptness, kindness, attitude, overall' },
      },
    ])
  })

  it('adds weights up and says the sum it found', async () => {
    const problems = await problemsOf({
      performance: {
        perspectives: { customer: { weight: 40 } },
        objectives: { expertise: { weight: 0.1 } },
        indicators: { satisfaction: { weight: 99.5 } },
      },
    })
    expect(problems.map((p) => [p.path, p.code, p.params.found])).toEqual([
      ['performance.perspectives', 'model.weights', 105],
      ['performance.perspectives.learning.objectives', 'model.weights', 60.1],
      ['performance.objectives.customer-satisfaction.indicators', 'model.weights', 99.5],
    ])
  })

  it('takes weights that make 100 only after rounding to six places', async () => {
    const thirds = { weight: 33.333333 }
    const objectives = { expertise: thirds, 'learning-team': thirds, 'fair-reward': { weight: 33.333334 } }
    expect(await found({ performance: { objectives } })).toEqual([])
  })

  it('names references to what is not there', async () => {
    const problems = await problemsOf({
      performance: {
        objectives: { expertise: { perspective: 'people' } },
        links: { expertise: ['nowhere'] },
        indicators: { satisfaction: { objective: 'gone', filter: { services: ['lost'] } } },
      },
      customer: {
        services: {
          one: {
            area: 'moon',
            name: L('가'),
            description: L('나'),
            petitionType: 'other',
            period: { unit: 'days', amount: 1 },
            process: 'none',
            duty: { unitCode: 'x' },
          },
        },
      },
    })
    expect(problems.map((p) => `${p.code} ${p.path} ${p.params.found}`)).toEqual(
      expect.arrayContaining([
        'model.reference performance.objectives.expertise.perspective people',
        'model.reference performance.links.expertise nowhere',
        'model.reference performance.indicators.satisfaction.objective gone',
        'model.reference performance.indicators.satisfaction.filter.services lost',
        'model.reference customer.services.one.area moon',
        'model.reference customer.services.one.process none',
      ]),
    )
    expect(problems.find((p) => p.path.endsWith('perspective'))?.params.allowed).toBe(
      'customer, work, innovation, learning',
    )
  })

  it('names a circle of causes', async () => {
    const problems = await problemsOf({ performance: { links: { 'customer-satisfaction': ['expertise'] } } })
    expect(problems).toEqual([
      expect.objectContaining({
        code: 'model.circle',
        params: { found: 'expertise → process-innovation → timely-service → customer-satisfaction → expertise' },
      }),
    ])
  })

  it('wants both languages, a source, known values and sane ranges', async () => {
    expect(
      await found({
        terms: { team: { ko: '팀', en: '' } },
        performance: {
          perspectives: { customer: { name: { ko: '' } } },
          indicators: { satisfaction: { source: null, direction: 'sideways', target: '85' } },
          signals: { yellow: 120 },
        },
      }),
    ).toEqual(
      expect.arrayContaining([
        'model.text terms.team.en',
        'model.text performance.perspectives.customer.name.ko',
        'model.missing performance.indicators.satisfaction.source',
        'model.value performance.indicators.satisfaction.direction',
        'model.type performance.indicators.satisfaction.target',
        'model.range performance.signals.yellow',
      ]),
    )
    expect(await found({ performance: { signals: { yellow: 95 } } })).toEqual([
      'model.range performance.signals.yellow',
    ])
  })

  it('puts the path in front of what is wrong in a rule or a process', async () => {
    const broken = bpmn(start + user('a') + end() + flow('start', 'end'))
    expect(
      await found({
        performance: {
          indicators: {
            satisfaction: { rule: 'sum * 100 / count' },
            'processing-days': { rule: 'grade(mean, min, target)' },
            'processing-compliance': { rule: 'mean * 1000.0' },
          },
        },
        customer: { processes: { odd: { name: L('이상한 흐름'), bpmn: broken } } },
      }),
    ).toEqual([
      'rule.integer performance.indicators.satisfaction.rule',
      'rule.out-of-range performance.indicators.processing-compliance.rule',
      'rule.input-absent performance.indicators.processing-days.rule',
      'process.disconnected customer.processes.odd.bpmn.a',
    ])
  })

  it('wants a version, a key and layers in their order', async () => {
    expect(await found({}, { version: 'v1' })).toEqual(['model.format version'])
    expect(await found({}, { key: 'Our Model' })).toEqual(['model.format key'])
    expect(await found({}, { extends: layer({}, { key: 'below', level: 'settings' }) })).toEqual([
      'model.level extends',
    ])
    expect(await found({}, { extends: layer({}, { level: 'kind' }) })).toEqual(['model.twice extends'])
  })

  it('has words in both languages for every problem it can name', async () => {
    const problems = await problemsOf({
      x: 1,
      performance: { perspectives: { customer: { weight: 40 } }, missing: 'zero' },
    })
    for (const { code } of problems) expect(messages).toHaveProperty([code])
    expect(problems.length).toBeGreaterThan(2)
  })
})

describe('locks', () => {
  it('hold over all layers below, and say by whom and for what', async () => {
    const problems = await problemsOf({
      performance: { indicators: { satisfaction: { source: 'processing-days' } }, missing: 'zero' },
    })
    expect(problems).toEqual([
      {
        path: 'performance.indicators.satisfaction.source',
        code: 'model.locked',
        params: { by: 'standard', allowed: 'satisfaction' },
      },
      { path: 'performance.missing', code: 'model.locked', params: { by: 'standard', allowed: 'renormalise' } },
    ])
  })

  it('let a value be said again, and a whole entry go', async () => {
    expect(await found({ performance: { missing: 'renormalise' } })).toEqual([])
    const gone = {
      indicators: { satisfaction: null },
      objectives: { 'customer-satisfaction': null, 'prompt-response': { weight: 80 } },
      links: { 'timely-service': ['prompt-response'], 'policy-quality': null },
    }
    expect(await found({ performance: gone })).toEqual([])
  })

  it('close a model but for what it names', async () => {
    const middle = layer(
      {},
      { key: 'middle', level: 'kind', overridable: ['performance.indicators.*.target', 'terms'] },
    )
    expect(
      await found(
        { terms: { team: L('과') }, performance: { indicators: { satisfaction: { target: 80 } } } },
        { extends: middle },
      ),
    ).toEqual([])
    const problems = await problemsOf({ performance: { signals: { green: 80 } } }, { extends: middle })
    expect(problems).toEqual([
      {
        path: 'performance.signals.green',
        code: 'model.not-overridable',
        params: { by: 'middle', allowed: 'performance.indicators.*.target, terms' },
      },
    ])
  })

  it('never let a locked value through, whatever the layers say', async () => {
    const numbers = fc.integer({ min: 1, max: 99 })
    await fc.assert(
      fc.asyncProperty(numbers, numbers, fc.boolean(), async (kind, agency, locked) => {
        const middle = layer(
          { performance: { signals: { yellow: kind } } },
          { key: 'middle', level: 'kind', locked: locked ? ['performance.signals'] : [] },
        )
        const own = layer({ performance: { signals: { yellow: agency, green: 100 } } }, { extends: middle })
        const { release, problems } = await synthesise(own, releaseParts)
        if (!locked) {
          expect(release?.performance.signals).toEqual({ yellow: agency, green: 100 })
          return
        }
        expect(problems.map((p) => p.path).sort()).toEqual(
          kind === agency ? ['performance.signals.green'] : ['performance.signals.green', 'performance.signals.yellow'],
        )
      }),
      { numRuns: 30, seed: 2005 },
    )
  })
})

describe('layers laid over each other', () => {
  const plain = fc.letrec<{ value: Plain }>((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      fc.integer(),
      fc.string({ maxLength: 3 }),
      fc.dictionary(fc.constantFrom('a', 'b', 'c'), tie('value') as fc.Arbitrary<Plain>, { noNullPrototype: true }),
    ),
  })).value

  it('lay the last one on top: laying it again changes nothing', () => {
    fc.assert(
      fc.property(plain, plain, (below, above) => {
        const once = merge(below, above)
        expect(merge(once, above)).toEqual(once)
      }),
    )
  })

  it('let the last layer that names a value win, however they are bracketed', () => {
    const shaped = fc.dictionary(
      fc.constantFrom('a', 'b', 'c'),
      fc.dictionary(fc.constantFrom('x', 'y', 'z'), fc.integer()),
    )
    fc.assert(
      fc.property(shaped, shaped, shaped, (a, b, c) => {
        const all = merge(merge(a, b), c)
        expect(merge(a, merge(b, c))).toEqual(all)
        for (const one of ['a', 'b', 'c']) {
          for (const leaf of ['x', 'y', 'z']) {
            const path = [one, leaf]
            expect(at(all, path)).toBe(at(c, path) ?? at(b, path) ?? at(a, path))
          }
        }
      }),
    )
  })

  it('keep the order in which keys were first named', () => {
    expect(Object.keys(merge({ a: 1, b: 2, c: 3 }, { c: 4, b: null, d: 5 }) as object)).toEqual(['a', 'c', 'd'])
  })

  it('give the same bytes however the author orders the keys', async () => {
    const one = await synthesise(layer({ terms: { team: L('과'), bureau: L('국') } }), releaseParts)
    const two = await synthesise(layer({ terms: { bureau: L('국'), team: L('과') } }), releaseParts)
    expect(one.release?.hash).toBe(two.release?.hash)
  })
})
