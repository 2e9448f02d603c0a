import { z } from 'zod'
import { localizedText, modelKey } from '../tenancy/index.ts'
import { ACCESS_SCOPES, DISCLOSURES, RETENTIONS, ROUTE_ROLES } from './values.ts'

/** A field that an agency adds to a card's 표제부. */
export const cardField = z.strictObject({
  key: modelKey,
  name: localizedText,
  type: z.enum(['text', 'long-text', 'date', 'number', 'choice', 'yes-no']),
  required: z.boolean(),
  choices: z
    .array(z.strictObject({ key: modelKey, name: localizedText }))
    .min(2)
    .optional(),
  help: localizedText.optional(),
})

/** A step of a default route: who, as seen from the drafter's unit; `unit` names a unit by code, whose head it is. */
export const routeRule = z.strictObject({
  role: z.enum(ROUTE_ROLES),
  who: z.enum(['team-head', 'bureau-head', 'vice-minister', 'minister', 'unit']),
  unit: z.string().min(1).optional(),
  /** 전결: this step's approval is final in the place of the head of the agency. */
  delegated: z.boolean().optional(),
  /** Steps of one `order` are asked at once (병렬협조). */
  order: z.number().int().positive(),
})

/** A kind of document: its card's own fields, its default route and management. */
export const documentKind = z.strictObject({
  key: modelKey,
  name: localizedText,
  description: localizedText,
  fields: z.array(cardField),
  route: z.array(routeRule).min(1),
  retention: z.enum(RETENTIONS),
  disclosure: z.enum(DISCLOSURES),
  accessScope: z.enum(ACCESS_SCOPES),
  /** Whether the final approver grades it S A B C. */
  graded: z.boolean(),
  /** Whether final approval makes a 시행문 (dispatch). */
  dispatched: z.boolean(),
})

/** A stage of the 품질관리매뉴얼 with its checklist; items are numbered as printed (`1.1.1`). */
export const qualityStage = z.strictObject({
  key: modelKey,
  name: localizedText,
  items: z
    .array(
      z.strictObject({
        number: z.string().regex(/^\d+(\.\d+)*$/),
        name: localizedText,
        /** A heading groups the items below it and is not answered. */
        heading: z.boolean().optional(),
      }),
    )
    .min(1),
})

/** What the work module reads of a release. */
export const workFragment = z.strictObject({
  documentKinds: z.array(documentKind).min(1),
  knowledgeCategories: z.array(z.strictObject({ key: modelKey, name: localizedText })).min(1),
  /** Points of 100 that a grade carries into performance. */
  grades: z.strictObject({
    S: z.number().int().min(0).max(100),
    A: z.number().int().min(0).max(100),
    B: z.number().int().min(0).max(100),
    C: z.number().int().min(0).max(100),
  }),
  task: z.strictObject({
    /** Fields of a task card's 표제부 beside those that every card has. */
    fields: z.array(cardField),
    /** 진행단계 a new plan begins with; weights make 100. */
    phases: z.array(z.strictObject({ name: localizedText, weight: z.number().int().positive().max(100) })).min(1),
  }),
  qualityStages: z.array(qualityStage).min(1),
})

export type WorkFragment = z.infer<typeof workFragment>
export type DocumentKind = z.infer<typeof documentKind>
export type CardField = z.infer<typeof cardField>
export type RouteRule = z.infer<typeof routeRule>
export type QualityStage = z.infer<typeof qualityStage>

declare module '../tenancy/release.ts' {
  interface ReleaseFragments {
    readonly work: WorkFragment
  }
}
