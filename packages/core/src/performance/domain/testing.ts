import fc from 'fast-check'
import type { Id } from '../../kernel/index.ts'
import { cellsByUnit, scoreAgency, type UnitRef } from './agency.ts'
import { documentBytes, toDocument } from './document.ts'
import { type Evidence, retractionOf, revisionOf } from './evidence.ts'
import type { Cell } from './fold.ts'
import { type PerformanceModel, type Rule, SOURCES } from './model.ts'
import { compileScoringModel, type ScoringModel } from './scoring-model.ts'

/** Rules by name, standing for compiled CEL where only the arithmetic around it is looked at. */
export const rules: Record<string, Rule> = {
  mean: ({ mean }) => mean,
  'share of target': ({ mean, target }) => (mean / target) * 100,
  'less is better': ({ mean, target }) => (target / mean) * 100,
}

/** Finds one of `rules` by its name. */
export function namedRule(text: string): Rule {
  const rule = rules[text]
  if (!rule) throw new RangeError(`no rule ${text}`)
  return rule
}

const name = { ko: '이름', en: 'name' }

/** A small release: two perspectives, three objectives, four indicators, one of which reads only one service. */
export function sampleModel(changes: Partial<PerformanceModel> = {}): ScoringModel {
  const indicator = { name, unit: name, direction: 'up' as const, target: 100 }
  const spec: PerformanceModel = {
    perspectives: [
      { key: 'customer', name, weight: 70 },
      { key: 'work', name, weight: 30 },
    ],
    objectives: [
      { key: 'satisfied', perspective: 'customer', name, weight: 60 },
      { key: 'fast', perspective: 'customer', name, weight: 40 },
      { key: 'reliable', perspective: 'work', name, weight: 100 },
    ],
    links: [{ from: 'reliable', to: 'satisfied' }],
    indicators: [
      { ...indicator, key: 'satisfaction', objective: 'satisfied', weight: 100, source: 'satisfaction', rule: 'mean' },
      {
        ...indicator,
        key: 'days',
        objective: 'fast',
        weight: 66.6,
        source: 'processing-days',
        rule: 'less is better',
        target: 3,
      },
      {
        ...indicator,
        key: 'days-passport',
        objective: 'fast',
        weight: 33.4,
        source: 'processing-days',
        rule: 'less is better',
        target: 2,
        filter: { services: ['passport'] },
      },
      {
        ...indicator,
        key: 'compliance',
        objective: 'reliable',
        weight: 100,
        source: 'processing-compliance',
        rule: 'share of target',
        target: 0.95,
      },
    ],
    signals: { green: 90, yellow: 70 },
    missing: 'renormalise',
    rollUp: { team: 'evidence', bureau: 'evidence', agency: 'evidence' },
    ...changes,
  }
  return compileScoringModel(spec, namedRule)
}

export const agency: UnitRef = { id: 'agency', code: 'A', kind: 'agency' }
const bureaus: UnitRef[] = ['b1', 'b2'].map((id) => ({ id, code: id, kind: 'bureau' }))
const teams: UnitRef[] = ['t1', 't2', 't3', 't4'].map((id) => ({ id, code: id, kind: 'team' }))
const units = new Map([agency, ...bureaus, ...teams].map((unit) => [unit.id, unit]))
const paths: readonly Id[][] = [
  ['t1', 'b1', 'agency'],
  ['t2', 'b1', 'agency'],
  ['t3', 'b2', 'agency'],
  ['t3', 'b1', 'agency'],
  ['t4', 'b2', 'agency'],
  ['b2', 'agency'],
]

/** A unit of the small organisation: an agency, two bureaus, four teams. */
export function unitOf(id: Id): UnitRef {
  const unit = units.get(id)
  if (!unit) throw new RangeError(`no unit ${id}`)
  return unit
}

/** Streams of evidence: several subjects, each completed, reopened and completed again any number of times. */
export const evidenceStream: fc.Arbitrary<Evidence[]> = fc
  .uniqueArray(
    fc.record({
      source: fc.constantFrom(...SOURCES),
      subject: fc.integer({ min: 1, max: 12 }),
      sequence: fc.integer({ min: 1, max: 3 }),
      taken: fc.boolean(),
      path: fc.constantFrom(...paths),
      periodKey: fc.constantFrom('2026-10', '2026-11'),
      serviceKey: fc.constantFrom('passport', 'road', 'tax'),
      value: fc.integer({ min: 0, max: 400_000_000 }),
    }),
    { selector: (row) => `${row.source}${row.subject}/${row.sequence}${row.taken}`, maxLength: 60 },
  )
  .map((rows) =>
    rows.map(
      (row, index): Evidence => ({
        id: `e${index}`,
        source: row.source,
        subjectId: `s${row.subject}`,
        revision: row.taken ? retractionOf(row.sequence) : revisionOf(row.sequence),
        occurredAt: new Date(0),
        recordedAt: new Date(index),
        periodKey: row.periodKey,
        unitPath: row.path,
        personId: null,
        serviceKey: row.serviceKey,
        value: row.taken ? 0n : BigInt(row.value),
        count: row.taken ? 0 : 1,
      }),
    ),
  )

/** The bytes of all scores over these cells, month by month and unit by unit in the order of their ids. */
export function scoreBytes(model: ScoringModel, cells: Iterable<Cell>): string {
  const byPeriod = new Map<string, Cell[]>()
  for (const cell of cells) byPeriod.set(cell.periodKey, [...(byPeriod.get(cell.periodKey) ?? []), cell])
  return [...byPeriod]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([period, list]) =>
      [...scoreAgency(model, cellsByUnit(list), unitOf)]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([unit, scores]) => `${period} ${unit} ${documentBytes(toDocument(model, scores))}`),
    )
    .join('\n')
}
