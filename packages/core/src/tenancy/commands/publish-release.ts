import { ConflictError, type Ctx, canonicalJson, sha256, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { can } from '../policy.ts'
import { hashOfVersion, insertRelease } from '../release.store.ts'
import { releaseHead } from '../release.ts'
import { type PublishReleaseInput, type PublishReleaseOutput, publishReleaseInput } from '../schemas.ts'

/**
 * Stores a synthesised release for ever. Publishing the same content again changes nothing. Needs a ctx in the
 * worker's role: the app may only read releases.
 * @throws ConflictError `release.version-taken` when key and version stand for other content,
 *   ValidationError when the content is not canonical JSON of a release
 */
export async function publishRelease(ctx: Ctx, raw: PublishReleaseInput): Promise<PublishReleaseOutput> {
  authorise(can(ctx.actor, 'release.publish'))
  const { canonical } = parse(publishReleaseInput, raw)
  const content = contentOf(canonical)
  const { key, version } = parse(releaseHead.loose(), content)
  const hash = sha256(canonical)
  return withTenant(ctx, async (tx) => {
    const there = await hashOfVersion(tx, key, version)
    if (there !== undefined && there !== hash)
      throw new ConflictError('release.version-taken', { params: { key, version } })
    const isNew = there === undefined && (await insertRelease(tx, { hash, key, version, content: canonical }))
    if (isNew)
      await audit(tx, { action: 'release.publish', subjectType: 'release', subjectId: hash, after: { key, version } })
    return { hash, key, version, isNew }
  })
}

function contentOf(canonical: string): unknown {
  try {
    const content: unknown = JSON.parse(canonical)
    if (canonicalJson(content) === canonical) return content
  } catch (cause) {
    throw new ValidationError('input.wrong-format', { field: 'canonical', params: { format: 'JSON' }, cause })
  }
  throw new ValidationError('input.wrong-format', { field: 'canonical', params: { format: 'canonical JSON' } })
}
