import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsByUnit, childParts, scoreAgency } from './agency.ts'
import { documentBytes, fromDocument, toDocument } from './document.ts'
import { explainUnit, recompute } from './explain.ts'
import { toMicro } from './fixed.ts'
import { foldAll } from './fold.ts'
import { type IndicatorInput, rescoreUnit, scoreUnit } from './score.ts'
import { signalOf } from './signal.ts'
import { evidenceStream, namedRule, sampleModel, scoreBytes, unitOf } from './testing.ts'

const sums = fc.array(
  fc.record({ sum: fc.bigInt({ min: 0n, max: 10_000_000_000n }), count: fc.bigInt({ min: 0n, max: 50n }) }),
  { minLength: 4, maxLength: 4 },
)
const missing = fc.constantFrom('renormalise' as const, 'zero' as const, 'not-applicable' as const)
const rollUp = fc.record({
  team: fc.constant('evidence' as const),
  bureau: fc.constantFrom('evidence' as const, 'children' as const),
  agency: fc.constantFrom('evidence' as const, 'children' as const),
})

describe('scoring a unit', () => {
  it('follows the golden example by hand', () => {
    const scores = scoreUnit(sampleModel(), [
      { sum: 260_000_000n, count: 3n },
      { sum: 7_000_000n, count: 2n },
      { sum: 0n, count: 0n },
      { sum: 1_000_000n, count: 2n },
    ])
    // 260/3; 3 ÷ 3.5; nothing; 0.5 ÷ 0.95. Fast has only its first indicator, so that one is all of it.
    expect(toDocument(sampleModel(), scores)).toEqual({
      score: '76.189474',
      perspectives: { customer: '86.285715', work: '52.631579' },
      objectives: { satisfied: '86.666667', fast: '85.714286', reliable: '52.631579' },
      indicators: {
        satisfaction: { sum: '260.000000', count: 3, score: '86.666667' },
        days: { sum: '7.000000', count: 2, score: '85.714286' },
        'days-passport': { sum: '0.000000', count: 0, score: null },
        compliance: { sum: '1.000000', count: 2, score: '52.631579' },
      },
    })
  })

  it('says "no data", never zero, when nothing was measured (B8)', () => {
    const nothing = scoreUnit(sampleModel({ missing: 'zero' }), [])
    expect(nothing.score).toBeNull()
    expect(signalOf(nothing.score, sampleModel().thresholds)).toBe('none')
  })

  it('treats a missing child as the release declares', () => {
    const inputs = [{ sum: 80_000_000n, count: 1n }]
    expect(scoreUnit(sampleModel(), inputs).score).toBe(toMicro(80))
    expect(scoreUnit(sampleModel({ missing: 'zero' }), inputs).score).toBe(toMicro(33.6))
    expect(scoreUnit(sampleModel({ missing: 'not-applicable' }), inputs).score).toBeNull()
  })

  it('shows the light of the threshold a score has reached', () => {
    const lights = [90, 89.999999, 70, 69.999999].map((score) => signalOf(toMicro(score), sampleModel().thresholds))
    expect(lights).toEqual(['green', 'yellow', 'yellow', 'red'])
  })

  it('does not change when all weights are scaled by one factor', () => {
    fc.assert(
      fc.property(sums, missing, fc.integer({ min: 2, max: 50 }), (inputs, rule, factor) => {
        const model = sampleModel({ missing: rule })
        const scale = <T extends { weight: number }>(list: readonly T[]) =>
          list.map((x) => ({ ...x, weight: x.weight * factor }))
        const scaled = sampleModel({
          missing: rule,
          perspectives: scale(model.spec.perspectives),
          objectives: scale(model.spec.objectives),
          indicators: scale(model.spec.indicators),
        })
        expect(scoreUnit(scaled, inputs)).toEqual(scoreUnit(model, inputs))
      }),
    )
  })

  it('does not change when a measure and its target are given in another unit', () => {
    fc.assert(
      fc.property(sums, fc.constantFrom(2, 4, 8, 1024), (inputs, factor) => {
        const model = sampleModel()
        const scaled = sampleModel({
          indicators: model.spec.indicators.map((i) => (i.rule === 'mean' ? i : { ...i, target: i.target * factor })),
        })
        const converted = inputs.map((input, index) =>
          index === 0 ? input : { ...input, sum: input.sum * BigInt(factor) },
        )
        const score = (from: ReturnType<typeof scoreUnit>) => from.indicators.map((indicator) => indicator.score)
        expect(score(scoreUnit(scaled, converted))).toEqual(score(scoreUnit(model, inputs)))
      }),
    )
  })

  it('recomputes only the way up and gets what a full computation gets', () => {
    fc.assert(
      fc.property(sums, sums, fc.subarray([0, 1, 2, 3]), missing, (before, after, changed, rule) => {
        const model = sampleModel({ missing: rule })
        const mixed = before.map((input, index) => (changed.includes(index) ? (after[index] ?? input) : input))
        const changes = new Map<number, IndicatorInput>(changed.flatMap((i) => (mixed[i] ? [[i, mixed[i]]] : [])))
        expect(rescoreUnit(model, scoreUnit(model, before), changes)).toEqual(scoreUnit(model, mixed))
      }),
      { numRuns: 1_000 },
    )
  })

  it('reads back the document it stored', () => {
    fc.assert(
      fc.property(sums, (inputs) => {
        const model = sampleModel()
        const document = toDocument(model, scoreUnit(model, inputs))
        expect(documentBytes(toDocument(model, fromDocument(model, document)))).toBe(documentBytes(document))
      }),
    )
  })
})

describe('scoring an agency', () => {
  it('explains every score so that it can be recomputed from the leaves (B1)', () => {
    fc.assert(
      fc.property(evidenceStream, missing, rollUp, (stream, rule, levels) => {
        const model = sampleModel({ missing: rule, rollUp: levels })
        const cells = cellsByUnit([...foldAll(stream).cells.values()].filter((cell) => cell.periodKey === '2026-11'))
        const scores = scoreAgency(model, cells, unitOf)
        for (const [id, score] of scores) {
          const unit = unitOf(id)
          const own = cells.get(id) ?? []
          const fromChildren = levels[unit.kind] === 'children'
          const parts = fromChildren
            ? childParts(model, unit, own, unitOf, (child) => scores.get(child) ?? scoreUnit(model, []))
            : undefined
          const tree = explainUnit(model, score, parts)
          expect(recompute(tree, namedRule)).toBe(toDocument(model, score).score)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('weighs children as declared where a level rolls up from them', () => {
    const rated = (id: string, team: string, value: bigint) => ({
      id,
      source: 'satisfaction' as const,
      subjectId: id,
      revision: 2,
      occurredAt: new Date(0),
      recordedAt: new Date(0),
      periodKey: '2026-11',
      unitPath: [team, 'b1', 'agency'],
      personId: null,
      serviceKey: 'tax',
      value,
      count: 1,
    })
    const cells = foldAll([
      rated('1', 't1', 100_000_000n),
      rated('2', 't1', 100_000_000n),
      rated('3', 't2', 40_000_000n),
    ]).cells
    const score = (levels: 'evidence' | 'children', weights?: Record<string, number>) =>
      scoreAgency(
        sampleModel({ rollUp: { team: 'evidence', bureau: levels, agency: 'evidence', weights } }),
        cellsByUnit(cells.values()),
        unitOf,
      ).get('b1')?.score
    expect(score('evidence')).toBe(toMicro(80))
    expect(score('children')).toBe(toMicro(70))
    expect(score('children', { t2: 3 })).toBe(toMicro(55))
  })

  it('is the same in any time zone and order of cells (G8)', () => {
    fc.assert(
      fc.property(evidenceStream, rollUp, (stream, levels) => {
        const model = sampleModel({ rollUp: levels })
        const cells = [...foldAll(stream).cells.values()]
        const zone = process.env.TZ
        const results = ['UTC', 'Asia/Seoul', 'America/St_Johns'].map((other, turn) => {
          process.env.TZ = other
          return scoreBytes(model, turn === 1 ? [...cells].reverse() : cells)
        })
        process.env.TZ = zone
        expect(new Set(results).size).toBe(1)
      }),
      { numRuns: 1_000 },
    )
  })
})
