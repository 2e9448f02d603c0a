import { z } from 'zod'
import { customerFragment } from './customer/fragment.ts'
import { customerPart, unknownUnits as unknownCustomerUnits } from './customer/synthesis.ts'
import type { OrganisationSpec } from './identity/index.ts'
import type { LocalizedText } from './kernel/index.ts'
import {
  type Fragment,
  type Layer,
  type ModelPatch,
  ministry,
  type Problem,
  type Synthesis,
  standard,
  synthesise,
} from './model/index.ts'
import { performanceFragment } from './performance/fragment.ts'
import { performancePart } from './performance/synthesis.ts'
import { type Release, releaseHead } from './tenancy/index.ts'
import { workFragment } from './work/fragment.ts'
import { unknownRouteUnits, workPart } from './work/synthesis.ts'

export type { OrganisationSpec } from './identity/index.ts'
export type { LocalizedText } from './kernel/index.ts'
export type { Layer, ModelPatch, Problem, Synthesis } from './model/index.ts'
export type { LocalGovernment } from './tenancy/index.ts'
export { ministry, type Release, standard }

/** The modules that read a part of a release: a new module with a part of its own joins here. */
export const releaseParts: readonly Fragment[] = [performancePart, customerPart, workPart]

/** A release with all parts of the product, as the console reads it. */
export const releaseSchema = releaseHead.extend({
  hash: z.string(),
  performance: performanceFragment,
  customer: customerFragment,
  work: workFragment,
}) satisfies z.ZodType<Release>

/** A release as it may lie in the database: one published before work was a part of it has none. */
export const storedReleaseSchema = releaseSchema.partial({ work: true })

/** What an agency (or a kind of agency) carries of its own over a shared model. */
export interface AgencyPlugin {
  readonly key: string
  readonly level: 'kind' | 'agency'
  readonly name: LocalizedText
  /** `2026.11.1`. Published versions never change: raise it with every change. */
  readonly version: string
  readonly extends: Layer
  /** Only what differs from the model above; `null` takes an entry of a collection away. */
  readonly model: ModelPatch
  /** Paths that layers below must leave as they are; `*` stands for any one key. */
  readonly locked?: readonly string[]
  /** When given, the only paths that layers below may change. */
  readonly overridable?: readonly string[]
}

/** Parts of a plugin's model, for authors who keep them in files of their own. */
export type PerformancePatch = NonNullable<ModelPatch['performance']>
export type CustomerPatch = NonNullable<ModelPatch['customer']>
export type WorkPatch = NonNullable<ModelPatch['work']>

/** Defines a plugin: a value, not a program. What runs is the release synthesised from it. */
export function defineAgencyPlugin(plugin: AgencyPlugin): Layer {
  return plugin
}

/** A tenant's own settings over its plugin: the last layer. Without a version it keeps the plugin's key and version. */
export function defineSettings(settings: {
  readonly key: string
  readonly name: LocalizedText
  readonly version?: string
  readonly extends: Layer
  readonly model: ModelPatch
}): Layer {
  return { level: 'settings', ...settings }
}

/** An agency that adapts Harmony: who it is, the model it runs, and its organisation at the start. */
export interface TenantDefinition {
  readonly slug: string
  readonly name: LocalizedText
  readonly kind: 'ministry' | 'local-government' | 'bureau'
  /** The government's own code of the agency. */
  readonly code: string
  readonly model: Layer
  readonly organisation: OrganisationSpec
  /** Its first 정부기능분류체계, a CSV file in the form the screens export. */
  readonly functions?: URL
}

/** Defines an agency; the operator's command line registers it. */
export function defineTenant(tenant: TenantDefinition): TenantDefinition {
  return tenant
}

/** Synthesises a plugin or settings with all parts of the product; every problem comes back at once. */
export function synthesiseRelease(layer: Layer): Promise<Synthesis> {
  return synthesise(layer, releaseParts)
}

/** The unit codes that services, processes and default routes name and an organisation does not have. */
export function unknownUnits(release: Pick<Release, 'customer' | 'work'>, codes: readonly string[]): Problem[] {
  return [...unknownCustomerUnits(release.customer, codes), ...unknownRouteUnits(release.work, codes)]
}
