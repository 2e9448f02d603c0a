import { z } from 'zod'
import type { LocalizedText } from '../kernel/index.ts'

/** A text in both languages, neither of them empty. */
export const localizedText = z.strictObject({
  ko: z.string().min(1),
  en: z.string().min(1),
}) satisfies z.ZodType<LocalizedText>

/** A key of the model: lower-case words joined by hyphens. */
export const modelKey = z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/)

/** What every release says, whatever modules read it. */
export const releaseHead = z.strictObject({
  key: modelKey,
  version: z.string().regex(/^\d{4}\.\d{1,2}\.\d{1,3}$/),
  name: localizedText,
  /** The layers it was made of, most general first. */
  chain: z.array(z.string()).min(1),
  strategy: z.strictObject({
    mission: localizedText,
    vision: localizedText,
    strategies: z.array(localizedText).min(1),
  }),
  terms: z.record(z.string(), localizedText),
})

/**
 * The parts of a release by the module that reads them. Each module adds its own in `fragment.ts`
 * (`declare module '../tenancy/release.ts'`), so that this low tier needs to know none of them.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface ReleaseFragments {}

/** An immutable model release: synthesised once, known by the SHA-256 of its canonical JSON. */
export type Release = { readonly hash: string } & z.infer<typeof releaseHead> & ReleaseFragments
