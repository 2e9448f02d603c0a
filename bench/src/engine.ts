import {
  applyChange,
  type Board,
  buildBoard,
  type EvidenceColumns,
  type Frame,
  scoringModel,
} from '@harmony/core/performance'
import { standardRelease } from './standard-release.ts'

const BUREAUS = 12
const TEAMS = 100
const SERVICES = 27
const SOURCES = ['satisfaction', 'processing-compliance', 'processing-days'] as const

/** A row as a straightforward program would hold it. */
interface PlainRow {
  readonly unit: number
  readonly source: (typeof SOURCES)[number]
  readonly value: number
  readonly count: number
}

/**
 * Rebuilds all scores of one ministry (12 bureaus, 100 teams) from evidence under the standard release, beside the
 * same sums and scores in plain TypeScript over objects, and times single changes. Rounds are interleaved.
 */
export async function engine(rows = 1_000_000, rounds = 5) {
  const { release } = await standardRelease()
  const model = scoringModel(release)
  const services = Array.from(
    { length: SERVICES },
    (_, index) => release.customer.services[index]?.key ?? `service-${index}`,
  )
  const frame = frameOf(services, rows)
  const columns = columnsOf(frame, rows)
  const plain = plainOf(columns)
  const times = { engine: [] as number[], plain: [] as number[], change: [] as number[] }
  let board: Board | undefined
  for (let round = 0; round < rounds; round++) {
    times.engine.push(timed(() => (board = buildBoard(model, frame, columns))))
    times.plain.push(timed(() => plainScores(plain, frame.parent)))
    if (board) times.change.push((changes(board, 20_000) * 1_000) / 20_000)
  }
  return {
    engineMs: median(times.engine),
    plainMs: median(times.plain),
    changeUs: median(times.change),
    cells: frame.parent.length * model.indicators.length,
  }
}

function frameOf(services: readonly string[], subjects: number): Frame {
  const parent = Int32Array.from({ length: 1 + BUREAUS + TEAMS }, (_, unit) =>
    unit === 0 ? -1 : unit <= BUREAUS ? 0 : 1 + ((unit - 1) % BUREAUS),
  )
  return { parent, services, subjects }
}

function columnsOf(frame: Frame, length: number): EvidenceColumns {
  let seed = 20261122
  const draw = (below: number) => {
    seed = (Math.imul(seed, 1103515245) + 12345) >>> 0
    return (seed >>> 8) % below
  }
  const fill = <T extends { [index: number]: number }>(array: T, value: (row: number) => number): T => {
    for (let row = 0; row < length; row++) array[row] = value(row)
    return array
  }
  const source = fill(new Uint8Array(length), () => draw(3))
  return {
    length,
    source,
    unit: fill(new Int32Array(length), () => 1 + BUREAUS + draw(TEAMS)),
    service: fill(new Uint16Array(length), () => draw(frame.services.length)),
    subject: fill(new Int32Array(length), (row) => Math.floor(row / 3)),
    revision: fill(new Uint16Array(length), () => 2 + draw(2) * 2),
    value: fill(new Float64Array(length), (row) =>
      source[row] === 0 ? (1 + draw(5)) * 20e6 : source[row] === 1 ? draw(2) * 1e6 : draw(20_000_000),
    ),
    count: fill(new Uint8Array(length), () => 1),
  }
}

function plainOf(columns: EvidenceColumns): PlainRow[] {
  return Array.from({ length: columns.length }, (_, row) => ({
    unit: columns.unit[row] ?? 0,
    source: SOURCES[columns.source[row] ?? 0] ?? 'satisfaction',
    value: (columns.value[row] ?? 0) / 1e6,
    count: 1,
  }))
}

/** Sums into a Map, up the tree, one rule each: without corrections, exactness, releases or missing values. */
function plainScores(rows: readonly PlainRow[], parent: Int32Array): Map<number, number> {
  const sums = new Map<string, { sum: number; count: number }>()
  const add = (unit: number, source: string, value: number, count: number) => {
    const key = `${unit}/${source}`
    const cell = sums.get(key)
    if (cell) {
      cell.sum += value
      cell.count += count
    } else sums.set(key, { sum: value, count })
  }
  for (const row of rows) add(row.unit, row.source, row.value, row.count)
  for (let unit = parent.length - 1; unit > 0; unit--) {
    for (const source of SOURCES) {
      const cell = sums.get(`${unit}/${source}`)
      if (cell) add(parent[unit] ?? 0, source, cell.sum, cell.count)
    }
  }
  const scores = new Map<number, number>()
  for (let unit = 0; unit < parent.length; unit++) {
    const mean = (source: string) => {
      const cell = sums.get(`${unit}/${source}`)
      return cell ? cell.sum / cell.count : 0
    }
    const days = Math.min(100, (3 / mean('processing-days')) * 100)
    scores.set(unit, mean('satisfaction') * 0.6 + mean('processing-compliance') * 100 * 0.2 + days * 0.2)
  }
  return scores
}

/** Milliseconds for so many single changes. */
function changes(board: Board, times: number): number {
  return timed(() => {
    for (let index = 0; index < times; index++) {
      applyChange(board, {
        unit: 1 + BUREAUS + (index % TEAMS),
        source: SOURCES[index % 3] ?? 'satisfaction',
        service: 0,
        value: 60e6,
        count: 1,
      })
    }
  })
}

function timed(action: () => unknown): number {
  const start = performance.now()
  action()
  return performance.now() - start
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

/** Prints what `engine` measured. */
export async function reportEngine(): Promise<void> {
  const { engineMs, plainMs, changeUs, cells } = await engine()
  console.log(`rebuild of 1,000,000 evidence (${cells} indicator cells): ${engineMs.toFixed(1)} ms`)
  console.log(
    `plain TypeScript over objects: ${plainMs.toFixed(1)} ms, ratio ${(engineMs / plainMs).toFixed(2)} (below 1)`,
  )
  console.log(`one change, from the team up to the agency: ${changeUs.toFixed(1)} µs (at most 50)`)
}
