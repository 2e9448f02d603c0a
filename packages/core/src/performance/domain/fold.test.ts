import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Evidence, retractionOf, revisionOf } from './evidence.ts'
import { emptyFold, foldAll, foldOne } from './fold.ts'
import { evidenceStream, sampleModel, scoreBytes } from './testing.ts'

/** Number of generated streams: 1,000 for each change, 10,000 with HARMONY_LONG=1 (G5). */
const RUNS = process.env.HARMONY_LONG ? 10_000 : 1_000

const rated: Evidence = {
  id: 'e1',
  source: 'satisfaction',
  subjectId: 's1',
  revision: revisionOf(1),
  occurredAt: new Date(0),
  recordedAt: new Date(0),
  periodKey: '2026-10',
  unitPath: ['t1', 'b1', 'agency'],
  personId: null,
  serviceKey: 'tax',
  value: 80_000_000n,
  count: 1,
}

describe('folding evidence', () => {
  it('gives byte-identical scores for any order, any re-delivery and any splitting into batches (G5)', () => {
    const model = sampleModel()
    fc.assert(
      fc.property(
        evidenceStream,
        fc.infiniteStream(fc.nat()),
        fc.integer({ min: 1, max: 7 }),
        (stream, random, size) => {
          const draw = () => random.next().value as number
          const once = foldAll(stream)
          const delivered = shuffle(
            stream.flatMap((row) => Array<Evidence>(1 + (draw() % 5)).fill(row)),
            draw,
          )
          const fold = emptyFold()
          while (delivered.length > 0) {
            for (const row of delivered.splice(0, size)) foldOne(fold, row)
          }
          expect(scoreBytes(model, fold.cells.values())).toBe(scoreBytes(model, once.cells.values()))
        },
      ),
      { numRuns: RUNS, seed: 20261122 },
    )
  }, 120_000)

  it('would notice a lost de-duplication', () => {
    const model = sampleModel()
    const stream = [rated, { ...rated, subjectId: 's2', value: 20_000_000n }]
    const fold = emptyFold()
    for (const row of [...stream, rated]) {
      fold.living.clear()
      foldOne(fold, row)
    }
    expect(scoreBytes(model, fold.cells.values())).not.toBe(scoreBytes(model, foldAll(stream).cells.values()))
  })

  it('counts a row at its unit and at every unit above it', () => {
    const fold = foldAll([rated])
    expect([...fold.cells.values()].map((cell) => [cell.unitId, cell.viaUnitId, cell.sum])).toEqual([
      ['t1', 't1', 80_000_000n],
      ['b1', 't1', 80_000_000n],
      ['agency', 'b1', 80_000_000n],
    ])
  })

  it('takes a reopened completion back without a trace', () => {
    const taken: Evidence = { ...rated, id: 'e2', revision: retractionOf(1), value: 0n, count: 0 }
    expect(foldAll([rated, taken]).cells.size).toBe(0)
    expect(foldAll([taken, rated]).cells.size).toBe(0)
  })

  it('leaves a closed month as it was published when a later row supersedes', () => {
    const again: Evidence = { ...rated, id: 'e2', revision: revisionOf(2), periodKey: '2026-11', value: 60_000_000n }
    const fold = foldAll([rated, again], (key) => key === '2026-10')
    expect(
      [...fold.cells.values()].filter((cell) => cell.unitId === 't1').map((cell) => [cell.periodKey, cell.sum]),
    ).toEqual([
      ['2026-10', 80_000_000n],
      ['2026-11', 60_000_000n],
    ])
  })
})

function shuffle<T>(rows: T[], draw: () => number): T[] {
  for (let i = rows.length - 1; i > 0; i--) {
    const j = draw() % (i + 1)
    const held = rows[i] as T
    rows[i] = rows[j] as T
    rows[j] = held
  }
  return rows
}
