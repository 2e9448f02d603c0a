import { z } from 'zod'
import { localizedText, modelKey } from './release.ts'

export { localizedText }

const hash = z.string().regex(/^[0-9a-f]{64}$/)
const slug = z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)
const kind = z.enum(['ministry', 'local-government', 'bureau'])

export const publishReleaseInput = z.strictObject({
  /** Canonical JSON as the synthesis gives it; the hash is over these bytes. */
  canonical: z.string().min(2).max(8_000_000),
})

export const publishReleaseOutput = z.strictObject({ hash, key: modelKey, version: z.string(), isNew: z.boolean() })

export const activateReleaseInput = z.strictObject({
  hash,
  /** From when; now when let out. Scoring takes it up with the first period opened after that. */
  activeFrom: z.coerce.date().optional(),
  reason: z.string().trim().min(2).max(500),
})

export const activateReleaseOutput = z.strictObject({
  activationId: z.uuid(),
  hash,
  activeFrom: z.date(),
  isNew: z.boolean(),
})

export const tenantCard = z.object({ slug, name: localizedText, kind })

export const tenantInfoOutput = z.object({
  slug,
  name: localizedText,
  kind,
  /** The agency's own words; null before it runs a release. */
  terms: z.record(z.string(), localizedText).nullable(),
  mission: localizedText.nullable(),
  vision: localizedText.nullable(),
  release: z.object({ hash, key: z.string(), version: z.string(), name: localizedText }).nullable(),
})

export const releaseSummary = z.object({
  hash,
  key: z.string(),
  version: z.string(),
  name: localizedText,
  chain: z.array(z.string()).readonly(),
  publishedAt: z.date(),
})

export const activationRow = z.object({
  id: z.uuid(),
  hash,
  activeFrom: z.date(),
  decidedBy: z.string(),
  reason: z.string(),
  recordedAt: z.date(),
})

export const listReleasesOutput = z.object({ releases: z.array(releaseSummary), activations: z.array(activationRow) })

export const tenantWithRelease = z.object({
  slug,
  name: localizedText,
  kind,
  status: z.enum(['active', 'suspended']),
  release: z.object({ hash, key: z.string(), version: z.string(), since: z.date() }).nullable(),
})

export const agenciesOutput = z.array(tenantCard)
export const overviewOutput = z.array(tenantWithRelease)

export const releaseHashInput = z.strictObject({ hash })
export const diffReleasesInput = z.strictObject({ before: hash, after: hash })

export type PublishReleaseInput = z.input<typeof publishReleaseInput>
export type PublishReleaseOutput = z.infer<typeof publishReleaseOutput>
export type ActivateReleaseInput = z.input<typeof activateReleaseInput>
export type ActivateReleaseOutput = z.infer<typeof activateReleaseOutput>
export type TenantInfo = z.infer<typeof tenantInfoOutput>
export type TenantWithRelease = z.infer<typeof tenantWithRelease>
