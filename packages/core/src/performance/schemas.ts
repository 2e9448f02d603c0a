import { z } from 'zod'
import { SOURCES, SUBJECT_TYPES } from './domain/model.ts'

const id = z.uuid()
const instant = z.iso.datetime()
const localized = z.object({ ko: z.string(), en: z.string() })
const periodKey = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
const day = z.iso.date()
const reason = z.string().trim().min(1).max(1000)
/** A decimal of six places as text, so no digit is lost on the way. */
const decimal = z.string()
const score = decimal.nullable()
const signal = z.enum(['green', 'yellow', 'red', 'none'])
const source = z.enum(SOURCES)
const unitKind = z.enum(['agency', 'bureau', 'team'])
const periodState = z.enum(['open', 'closed'])
const missingRule = z.enum(['renormalise', 'zero', 'not-applicable'])
const rollUp = z.enum(['evidence', 'children'])

const at = {
  /** The agency when not given. */
  unitId: id.optional(),
  /** The month of `asOf`, or the current one, when not given. */
  periodKey: periodKey.optional(),
  /** A past day (Asia/Seoul): the scores at its end. */
  asOf: day.optional(),
  /** With `asOf`: as they stood then, or what had happened by then as it is known now (B2). */
  known: z.enum(['then', 'now']).optional(),
}

const unit = z.object({ id, code: z.string(), kind: unitKind, name: localized })
const period = z.object({ key: periodKey, state: periodState, releaseHash: z.string(), releaseVersion: z.string() })
const measured = {
  score,
  signal,
  /** The month before; null when it has no score. */
  previous: score,
  /** Points gained since the month before; null when one of the two has no score. */
  change: score,
}

const mapTask = z.object({
  taskCardId: id,
  name: z.string(),
  unitName: localized.nullable(),
  /** Delayed or flagged weak: shown red. */
  state: z.enum(['on-track', 'delayed']),
  flagged: z.boolean(),
  /** 중점관리대상 (R15). */
  watched: z.boolean(),
})
export const strategyMapInput = z.strictObject(at)
export const strategyMapOutput = z.object({
  agency: unit,
  unit,
  /** From the agency down to the unit. */
  path: z.array(unit),
  period,
  previousPeriodKey: periodKey,
  asOf: day.nullable(),
  known: z.enum(['then', 'now']),
  /** When the scores were last computed; null while there are none. */
  computedAt: instant.nullable(),
  evidence: z.object({ first: id, last: id }).nullable(),
  strategy: z.object({ mission: localized, vision: localized, strategies: z.array(localized) }),
  thresholds: z.object({ green: z.number(), yellow: z.number() }),
  missing: missingRule,
  rollUp,
  total: z.object(measured),
  /** Objectives by their light. */
  counts: z.object({ green: z.int(), yellow: z.int(), red: z.int(), none: z.int() }),
  perspectives: z.array(
    z.object({
      key: z.string(),
      nodeKey: z.string(),
      name: localized,
      weight: z.number(),
      ...measured,
      objectives: z.array(
        z.object({
          key: z.string(),
          nodeKey: z.string(),
          name: localized,
          weight: z.number(),
          ownerUnit: z.string().nullable(),
          ...measured,
          /** Cards of managed tasks that serve it, of the unit and those below (R29). */
          tasks: z.array(mapTask),
          indicators: z.array(
            z.object({
              key: z.string(),
              nodeKey: z.string(),
              name: localized,
              unit: localized,
              direction: z.enum(['up', 'down']),
              weight: z.number(),
              source,
              target: z.number(),
              count: z.int(),
              /** The measure itself (sum ÷ count; rates in per cent); null without data. */
              mean: score,
              note: localized.nullable(),
              ...measured,
            }),
          ),
        }),
      ),
    }),
  ),
  links: z.array(z.object({ from: z.string(), to: z.string() })),
  /** Units directly below that the reader may see. */
  children: z.array(unit.extend({ score, signal })),
  abilities: z.object({ evidence: z.boolean() }),
})

const term = z.object({
  nodeKey: z.string().nullable(),
  unitId: id.nullable(),
  name: localized.nullable(),
  weight: decimal,
  share: score,
  score,
  contribution: score,
})
const formula = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('weighted-mean'), missing: missingRule, terms: z.array(term) }),
  z.object({ kind: z.literal('children'), missing: missingRule, terms: z.array(term) }),
  z.object({
    kind: z.literal('rule'),
    expression: z.string(),
    inputs: z.object({
      sum: z.number(),
      count: z.number(),
      mean: z.number(),
      target: z.number(),
      min: z.number(),
      max: z.number(),
    }),
    sum: decimal,
    count: z.int(),
  }),
  z.object({ kind: z.literal('no-data') }),
])
export const explanation = z.object({
  nodeKey: z.string(),
  level: z.enum(['unit', 'perspective', 'objective', 'indicator']),
  name: localized.nullable(),
  score,
  signal,
  formula,
  get children() {
    return z.array(explanation)
  },
})
export type ExplanationView = z.infer<typeof explanation>

export const explainScoreInput = z.strictObject({
  ...at,
  /** `unit`, or a level and key as in `objective:fast-service`. */
  nodeKey: z.string().max(100).default('unit'),
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
})
/** What to open for a row of evidence: a petition, or a document or task card with what the reader may know of it. */
const explainedRecord = z
  .object({
    kind: z.enum(['petition', 'document', 'task']),
    id,
    number: z.string().nullable(),
    title: z.string().nullable(),
    /** The phase, quality stage or directive within it. */
    part: localized.nullable(),
  })
  .nullable()
export type ExplainedRecord = z.output<typeof explainedRecord>
export const evidenceLine = z.object({
  id,
  source,
  subjectType: z.enum(SUBJECT_TYPES),
  subjectId: id,
  /** Null where the reader is outside its 열람범위, or it is no more. */
  record: explainedRecord,
  /** Which completion of it. */
  sequence: z.int(),
  occurredAt: instant,
  recordedAt: instant,
  unitId: id,
  unitName: localized.nullable(),
  personId: id.nullable(),
  serviceKey: z.string(),
  value: decimal,
  count: z.int(),
})
export const explainScoreOutput = z.object({
  unit,
  period,
  asOf: day.nullable(),
  node: explanation,
  /** The score computed again from nothing but the explanation and, for an indicator, its evidence. */
  recomputed: score,
  agrees: z.boolean(),
  /** For an indicator: the rows it was made of, newest first; null for other nodes or when the reader may not see them. */
  evidence: z
    .object({
      total: z.object({ sum: decimal, count: z.int() }),
      lines: z.array(evidenceLine),
      next: z.string().nullable(),
    })
    .nullable(),
})

export const listScoresInput = z.strictObject({ periodKey: periodKey.optional(), kind: unitKind.optional() })
export const listScoresOutput = z.array(
  unit.extend({
    parentId: id.nullable(),
    score,
    signal,
    previous: score,
    change: score,
    computedAt: instant.nullable(),
  }),
)

export const trendInput = z.strictObject({
  unitId: id.optional(),
  nodeKey: z.string().max(100).default('unit'),
  /** The last month; the current one when not given. */
  to: periodKey.optional(),
  months: z.int().min(1).max(60).default(13),
})
export const trendOutput = z.object({
  unit,
  nodeKey: z.string(),
  points: z.array(
    z.object({ periodKey, state: periodState.nullable(), score, signal, releaseHash: z.string().nullable() }),
  ),
})

export const periodsOutput = z.array(
  z.object({
    key: periodKey,
    state: periodState,
    releaseHash: z.string(),
    openedAt: instant,
    closedAt: instant.nullable(),
  }),
)

const figure = z.object({ value: score, count: z.int(), previous: score, change: score })
export const teamFiguresInput = z.strictObject({ unitId: id.optional(), periodKey: periodKey.optional() })
export const teamFiguresOutput = z.object({
  unit,
  periodKey,
  previousPeriodKey: periodKey,
  /** Mean of the overall ratings in points of 100. */
  satisfaction: figure,
  /** Mean processing time in working days. */
  days: figure,
  /** Petitions done within their period, in per cent. */
  compliance: figure,
  score: z.object(measured),
})

export const closePeriodInput = z.strictObject({ periodKey, reason })
export const closePeriodOutput = z.object({ periodKey, closedAt: instant })
export const verifyScoresInput = z.strictObject({ periodKey: periodKey.optional() })
export const verifyScoresOutput = z.object({
  equal: z.boolean(),
  periods: z.array(z.object({ periodKey, units: z.int(), differing: z.array(id), equal: z.boolean() })),
})
export const rebuildScoresInput = z.strictObject({ periodKey })
export const rebuildScoresOutput = z.object({ periodKey, units: z.int(), changed: z.array(id), equal: z.boolean() })

/** `suppressed` stands for a figure of fewer than five answers, or one that would give such a figure away. */
const publishedNode = z.object({ name: localized, weight: z.number(), score, signal, suppressed: z.boolean() })
export const publishedDocument = z.object({
  total: publishedNode.omit({ name: true, weight: true }),
  perspectives: z.array(
    publishedNode.extend({
      key: z.string(),
      objectives: z.array(
        publishedNode.extend({
          key: z.string(),
          indicators: z.array(publishedNode.extend({ key: z.string(), unit: localized, count: z.int().nullable() })),
        }),
      ),
    }),
  ),
})
export const publishScoresInput = z.strictObject({
  periodKey,
  /** Short names of the agencies that may read it. */
  readers: z.array(z.string().max(40)).min(1).max(300).default(['bureau']),
  reason,
  idempotencyKey: z.string().min(8).max(100).optional(),
})
export const publishScoresOutput = z.object({ publishedId: id, suppressed: z.int() })
export const readPublishedInput = z.strictObject({ periodKey: periodKey.optional() })
export const readPublishedOutput = z.array(
  z.object({
    agency: z.object({ slug: z.string(), name: localized, kind: z.string() }),
    publishedId: id,
    periodKey,
    releaseHash: z.string(),
    releaseVersion: z.string(),
    publishedAt: instant,
    document: publishedDocument,
  }),
)

export type StrategyMapInput = z.input<typeof strategyMapInput>
export type StrategyMapOutput = z.output<typeof strategyMapOutput>
export type ExplainScoreInput = z.input<typeof explainScoreInput>
export type ExplainScoreOutput = z.output<typeof explainScoreOutput>
export type ListScoresInput = z.input<typeof listScoresInput>
export type ListScoresOutput = z.output<typeof listScoresOutput>
export type TrendInput = z.input<typeof trendInput>
export type TrendOutput = z.output<typeof trendOutput>
export type PeriodsOutput = z.output<typeof periodsOutput>
export type TeamFiguresInput = z.input<typeof teamFiguresInput>
export type TeamFiguresOutput = z.output<typeof teamFiguresOutput>
export type ClosePeriodInput = z.input<typeof closePeriodInput>
export type ClosePeriodOutput = z.output<typeof closePeriodOutput>
export type VerifyScoresInput = z.input<typeof verifyScoresInput>
export type VerifyScoresOutput = z.output<typeof verifyScoresOutput>
export type RebuildScoresInput = z.input<typeof rebuildScoresInput>
export type RebuildScoresOutput = z.output<typeof rebuildScoresOutput>
export type PublishScoresInput = z.input<typeof publishScoresInput>
export type PublishScoresOutput = z.output<typeof publishScoresOutput>
export type ReadPublishedInput = z.input<typeof readPublishedInput>
export type ReadPublishedOutput = z.output<typeof readPublishedOutput>
export type PublishedDocument = z.output<typeof publishedDocument>
