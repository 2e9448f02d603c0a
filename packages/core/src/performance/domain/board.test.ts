import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellsByUnit, scoreAgency } from './agency.ts'
import { applyChange, type Board, buildBoard, type EvidenceColumns } from './board.ts'
import type { Evidence } from './evidence.ts'
import { foldAll } from './fold.ts'
import { SOURCES } from './model.ts'
import { scoreUnit } from './score.ts'
import { evidenceStream, sampleModel, unitOf } from './testing.ts'

const UNITS = ['agency', 'b1', 'b2', 't1', 't2', 't3', 't4']
const PARENT = Int32Array.from([-1, 0, 0, 1, 1, 2, 2])
const SERVICES = ['passport', 'road', 'tax']
const frame = { parent: PARENT, services: SERVICES, subjects: 13 }

/** The stream with each unit under its present parent: a board has one organisation. */
function settled(rows: readonly Evidence[]): Evidence[] {
  return rows.map((row) => {
    const path: string[] = []
    for (let unit = UNITS.indexOf(row.unitPath[0] ?? ''); unit >= 0; unit = PARENT[unit] ?? -1)
      path.push(UNITS[unit] ?? '')
    return { ...row, unitPath: path, periodKey: '2026-11' }
  })
}

function columnsOf(rows: readonly Evidence[]): EvidenceColumns {
  const numbers = (pick: (row: Evidence) => number) => rows.map(pick)
  return {
    length: rows.length,
    unit: Int32Array.from(numbers((row) => UNITS.indexOf(row.unitPath[0] ?? ''))),
    source: Uint8Array.from(numbers((row) => SOURCES.indexOf(row.source))),
    service: Uint16Array.from(numbers((row) => SERVICES.indexOf(row.serviceKey))),
    subject: Int32Array.from(numbers((row) => Number(row.subjectId.slice(1)))),
    revision: Uint16Array.from(numbers((row) => row.revision)),
    value: Float64Array.from(numbers((row) => Number(row.value))),
    count: Uint8Array.from(numbers((row) => row.count)),
  }
}

const scoresOf = (board: Board) => Object.fromEntries(UNITS.map((unit, index) => [unit, board.scores[index]]))

describe('the board of scores in memory', () => {
  it('holds what scoring cell by cell gives', () => {
    fc.assert(
      fc.property(evidenceStream, (stream) => {
        const rows = settled(stream)
        const model = sampleModel()
        const expected = scoreAgency(model, cellsByUnit(foldAll(rows).cells.values()), unitOf)
        const nothing = scoreUnit(model, [])
        expect(scoresOf(buildBoard(model, frame, columnsOf(rows)))).toEqual(
          Object.fromEntries(UNITS.map((unit) => [unit, expected.get(unit) ?? nothing])),
        )
      }),
      { numRuns: 500 },
    )
  })

  it('after a change is the board built with it', () => {
    fc.assert(
      fc.property(evidenceStream, (stream) => {
        const rows = settled([...foldAll(settled(stream)).living.values()])
        const model = sampleModel()
        const board = buildBoard(model, frame, columnsOf([]))
        for (const row of rows) {
          const [unit = ''] = row.unitPath
          applyChange(board, {
            unit: UNITS.indexOf(unit),
            source: row.source,
            service: SERVICES.indexOf(row.serviceKey),
            value: Number(row.value),
            count: row.count,
          })
        }
        expect(board.scores).toEqual(buildBoard(model, frame, columnsOf(rows)).scores)
      }),
      { numRuns: 300 },
    )
  })

  it('refuses sums that would no longer be exact', () => {
    const columns = {
      ...columnsOf([]),
      length: 2,
      value: Float64Array.from([1, 2 ** 53]),
      subject: Int32Array.from([0, 1]),
      unit: new Int32Array(2),
      source: new Uint8Array(2),
      service: new Uint16Array(2),
      revision: new Uint16Array(2),
      count: new Uint8Array(2),
    }
    expect(() => buildBoard(sampleModel(), frame, columns)).toThrow(RangeError)
  })
})
