import { z } from 'zod'
import { ROUTE_ROLES } from '../values.ts'
import {
  DOCUMENT_LIMITS,
  id,
  localized,
  personAs,
  personRef,
  reason,
  STEP_REQUESTS,
  stepState,
  text,
  unitRef,
} from './schema-parts.ts'

const role = z.enum(ROUTE_ROLES)
const request = z.strictObject({
  action: z.enum(STEP_REQUESTS),
  /** `의견 바랍니다` behind `지시-`. */
  note: z.string().trim().max(DOCUMENT_LIMITS.request).default(''),
})

/**
 * A step as it is put together: `order` counts from 1, equal orders are asked at once (병렬협조); the last order is the one
 * approver. `delegated`: 전결. `actingForId`: 대결, `personId` acts for that person.
 */
export const routeStepInput = z.strictObject({
  role,
  personId: id,
  /** Which of the person's units the step is for; the first post when left out. */
  unitId: id.optional(),
  order: z.int().min(1).max(DOCUMENT_LIMITS.steps),
  delegated: z.boolean().default(false),
  actingForId: id.nullable().default(null),
  request: request.default({ action: 'report', note: '' }),
})
export const routeInput = z.array(routeStepInput).max(DOCUMENT_LIMITS.steps)

/** A step as it stands on a card; `id` is stable within a round. */
export const routeStep = z.object({
  id,
  round: z.int(),
  order: z.int(),
  role,
  person: personAs,
  unitId: id,
  delegated: z.boolean(),
  actingFor: personAs.nullable(),
  request: z.object({ action: z.enum(STEP_REQUESTS), note: z.string() }),
  state: stepState,
  /** When the turn came and when the person acted. */
  turnAt: z.iso.datetime().nullable(),
  actedAt: z.iso.datetime().nullable(),
  /** True for the one whose approval is final. */
  final: z.boolean(),
  /** True where it is the reader's own turn. */
  mine: z.boolean(),
})

/** A step of a route that has not been stored: the default route of a kind, or a saved one. */
export const proposedStep = z.object({
  role,
  order: z.int(),
  delegated: z.boolean(),
  person: personAs.nullable(),
  unitId: id.nullable(),
  /** Why nobody stands there: `vacant` (the post is empty), `drafter` (one cannot stand on the own route). */
  problem: z.enum(['vacant', 'drafter']).nullable(),
  /** What the release says about this place, as in `bureau-head`. */
  who: z.string().nullable(),
})

export const proposeRouteInput = z.strictObject({ kindKey: text(60), unitId: id.optional() })
export const proposeRouteOutput = z.object({ steps: z.array(proposedStep) })

export const savedRoute = z.object({ id, name: z.string(), steps: z.array(proposedStep), savedAt: z.iso.datetime() })
export const savedRoutesOutput = z.object({ routes: z.array(savedRoute) })
export const saveRouteInput = z.strictObject({ name: text(60), steps: routeInput.min(1) })
export const saveRouteOutput = z.object({ routeId: id })
export const deleteRouteInput = z.strictObject({ routeId: id })

/** People of the agency by name, title or unit; with `unitId`, those of the unit. 초성 works too. */
export const searchPeopleInput = z.strictObject({
  search: z.string().trim().max(60).default(''),
  unitId: id.optional(),
  limit: z.int().min(1).max(100).default(20),
})
export const searchPeopleOutput = z.object({
  people: z.array(z.object({ person: personRef, title: localized, unit: unitRef, isHead: z.boolean() })),
})

const target = { documentId: id, routeVersion: z.int().positive() }

/** The steps still to come, in their new order; what has been done stays as it is. */
export const changeRouteInput = z.strictObject({ ...target, steps: routeInput.min(1), reason })

/** 대결: at this step `personId` acts for the one who stands there. */
export const delegateStepInput = z.strictObject({ ...target, stepId: id, personId: id, reason })
