import type { LocalizedText } from '../../kernel/index.ts'

/**
 * What evidence can feed an indicator. Values are millionths: `satisfaction` the overall rating × 20, `document-grade`
 * the points of the grade, the rest of work 1 for a promise kept and 0 for one broken (`quality-check` the share
 * answered in time).
 */
export const SOURCES = [
  'satisfaction',
  'processing-compliance',
  'processing-days',
  'document-grade',
  'phase-compliance',
  'quality-check',
  'directive-compliance',
] as const

export type Source = (typeof SOURCES)[number]

/** The sources whose mean is a share of 0 to 1; screens show it in per cent. */
export const RATES: readonly Source[] = [
  'processing-compliance',
  'phase-compliance',
  'quality-check',
  'directive-compliance',
]

/** What a row of evidence is about; `subjectId` names one of these. */
export const SUBJECT_TYPES = ['petition', 'document', 'phase', 'quality-stage', 'directive'] as const

export type SubjectType = (typeof SUBJECT_TYPES)[number]

/** The kind of record that each source speaks of. */
export const SUBJECT_OF: Readonly<Record<Source, SubjectType>> = {
  satisfaction: 'petition',
  'processing-compliance': 'petition',
  'processing-days': 'petition',
  'document-grade': 'document',
  'phase-compliance': 'phase',
  'quality-check': 'quality-stage',
  'directive-compliance': 'directive',
}

/**
 * What a parent does with a child that has no data (B8): leave it out and share its weight,
 * count it as zero, or have no score itself.
 */
export const MISSING_RULES = ['renormalise', 'zero', 'not-applicable'] as const

export type MissingRule = (typeof MISSING_RULES)[number]

/** How a level gets its indicator scores: over all evidence below it, or from its children by weight. */
export type RollUp = 'evidence' | 'children'

export type UnitKind = 'team' | 'bureau' | 'agency'

export interface IndicatorSpec {
  readonly key: string
  readonly objective: string
  readonly name: LocalizedText
  readonly unit: LocalizedText
  readonly direction: 'up' | 'down'
  readonly weight: number
  readonly source: Source
  readonly filter?: { readonly services?: readonly string[] | undefined } | undefined
  readonly rule: string
  readonly target: number
  readonly min?: number | undefined
  readonly max?: number | undefined
}

/** The part of a release that scoring reads. Weights sum to 100 among siblings; synthesis checks it. */
export interface PerformanceModel {
  readonly perspectives: readonly { readonly key: string; readonly name: LocalizedText; readonly weight: number }[]
  readonly objectives: readonly {
    readonly key: string
    readonly perspective: string
    readonly name: LocalizedText
    readonly weight: number
    readonly ownerUnit?: string | undefined
  }[]
  readonly links: readonly { readonly from: string; readonly to: string }[]
  readonly indicators: readonly IndicatorSpec[]
  readonly signals: { readonly green: number; readonly yellow: number }
  readonly missing: MissingRule
  readonly rollUp: {
    readonly team: 'evidence'
    readonly bureau: RollUp
    readonly agency: RollUp
    /** Weight of a child unit by its code where a level takes its children's scores; 1 when not named. */
    readonly weights?: Readonly<Record<string, number>> | undefined
  }
}

/** The doubles an indicator's rule may read. */
export interface RuleInputs {
  readonly sum: number
  readonly count: number
  readonly mean: number
  readonly target: number
  readonly min: number
  readonly max: number
}

/** A compiled rule: the score of an indicator, 0 to 100; null where it cannot be told (a division by zero). */
export type Rule = (inputs: RuleInputs) => number | null
