import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { withTenant } from '../../../platform/index.ts'
import { listTenants, releaseByHash } from '../../../tenancy/index.ts'
import { currentWork } from '../../release.ts'
import { unitNames } from '../people.store.ts'
import type { DocumentKindsOutput } from '../types.ts'
import { kindView } from '../view-parts.ts'

/** What one needs to begin a document: kinds of the release, categories, one's units, agencies to send to. */
export async function getDocumentKinds(ctx: Ctx): Promise<DocumentKindsOutput> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const [{ hash, work }, names, tenants] = await Promise.all([
      currentWork(tx),
      unitNames(tx, actor.unitIds),
      listTenants(tx.db),
    ])
    const release = await releaseByHash(tx, hash)
    return {
      release: { hash, version: release.version },
      kinds: work.documentKinds.map(kindView),
      knowledgeCategories: [...work.knowledgeCategories],
      grades: work.grades,
      units: actor.unitIds.map((id) => ({ id, name: names.get(id) ?? { ko: '—', en: '—' } })),
      agencies: tenants
        .filter((one) => one.status === 'active' && one.kind !== 'bureau' && one.id !== tx.tenantId)
        .map(({ slug, name }) => ({ slug, name })),
    }
  })
}
