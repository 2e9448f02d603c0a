import { z } from 'zod'
import { localizedText, modelKey } from '../tenancy/index.ts'
import { MISSING_RULES, SOURCES } from './domain/model.ts'

/** The automatic sources of evidence; fixed, because a source is code that reads events. */
export const EVIDENCE_SOURCES = SOURCES

export const perspective = z.strictObject({
  key: modelKey,
  name: localizedText,
  weight: z.number().positive().max(100),
})

export const objective = z.strictObject({
  key: modelKey,
  perspective: modelKey,
  name: localizedText,
  /** Share of its perspective; the objectives of one perspective make 100. */
  weight: z.number().positive().max(100),
  ownerUnit: z.string().optional(),
})

export const objectiveLink = z.strictObject({ from: modelKey, to: modelKey })

export const indicator = z.strictObject({
  key: modelKey,
  objective: modelKey,
  name: localizedText,
  unit: localizedText,
  direction: z.enum(['up', 'down']),
  /** Share of its objective; the indicators of one objective make 100. */
  weight: z.number().positive().max(100),
  cycle: z.literal('month'),
  source: z.enum(EVIDENCE_SOURCES),
  /** Only evidence of these services counts; absent: of all. */
  filter: z.strictObject({ services: z.array(modelKey).min(1).optional() }).optional(),
  /** CEL over sum, count, mean, target, min, max (doubles); gives the score 0…100. */
  rule: z.string().min(1),
  /** In the indicator's own unit: points, %, working days. */
  target: z.number(),
  min: z.number().optional(),
  max: z.number().optional(),
  note: localizedText.optional(),
})

/** How a unit's map is filled: from all evidence below it, or from its children's scores. */
export const rollUpWay = z.enum(['evidence', 'children'])

/** What the performance module reads of a release. */
export const performanceFragment = z.strictObject({
  perspectives: z.array(perspective).min(1),
  objectives: z.array(objective).min(1),
  /** Cause → effect. */
  links: z.array(objectiveLink),
  indicators: z.array(indicator),
  /** A score from `green` on is green, from `yellow` on yellow, else red. */
  signals: z.strictObject({ green: z.number().min(0).max(100), yellow: z.number().min(0).max(100) }),
  /** What a node without data does to its parent (B8): its weight is shared among the others, it counts 0, or the parent has none either. */
  missing: z.enum(MISSING_RULES),
  rollUp: z.strictObject({
    team: z.literal('evidence'),
    bureau: rollUpWay,
    agency: rollUpWay,
    /** Weights of child units by their code, where a level rolls up from its children; 1 for those not named. */
    weights: z.record(z.string(), z.number().positive().max(1000)).optional(),
  }),
})

export type PerformanceFragment = z.infer<typeof performanceFragment>
export type Perspective = z.infer<typeof perspective>
export type Objective = z.infer<typeof objective>
export type Indicator = z.infer<typeof indicator>

declare module '../tenancy/release.ts' {
  interface ReleaseFragments {
    readonly performance: PerformanceFragment
  }
}
