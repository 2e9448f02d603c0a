import { z } from 'zod'
import type { LocalizedText } from '../../kernel/index.ts'
import { localizedText, releaseHead } from '../../tenancy/index.ts'
import type { Patch } from './merge.ts'

/** The parts of an authored model by the module that reads them, filled as `ReleaseFragments` is. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface AuthoredFragments {}

/** What every model says, as its author writes it. */
export const authoredHead = z.strictObject({
  strategy: releaseHead.shape.strategy,
  /** Words of this agency for the product's own: `petition` → 민원, `team` → 팀. */
  terms: z.record(z.string().regex(/^[a-z][A-Za-z]*$/), localizedText),
})

export type AuthoredModel = z.infer<typeof authoredHead> & AuthoredFragments

/** A part of a model, laid over what stands above it. */
export type ModelPatch = Patch<AuthoredModel>

/** One layer of a model. Standard → kind of agency → agency → the tenant's own settings. */
export interface Layer {
  readonly key: string
  readonly level: 'standard' | 'kind' | 'agency' | 'settings'
  readonly name: LocalizedText
  /** `2026.11.1`: year, month, number. Settings may let it out and keep the version above. */
  readonly version?: string
  readonly extends?: Layer
  readonly model: ModelPatch
  /** Paths that layers below must leave as they are; `*` stands for any one key. */
  readonly locked?: readonly string[]
  /** When given, the only paths that layers below may change. */
  readonly overridable?: readonly string[]
}

/** A layer with those above it, most general first. */
export function chainOf(layer: Layer): Layer[] {
  return layer.extends ? [...chainOf(layer.extends), layer] : [layer]
}
