import { synthesiseRelease, type TenantDefinition } from '@harmony/core/contract'
import { createOrganisation } from '@harmony/core/identity'
import { type Ctx, HarmonyError } from '@harmony/core/kernel'
import { openDatabase, systemCtx } from '@harmony/core/platform'
import {
  activateRelease,
  hasActivation,
  loadLocalGovernments,
  publishRelease,
  registerTenant,
} from '@harmony/core/tenancy'
import { localGovernments, tenants } from '@harmony/tenants'
import type { Config } from './config.ts'
import { roleUrls } from './role-urls.ts'

/**
 * Registers the agencies of `tenants/`, publishes the releases they run and lays down their organisation. What is
 * there already stays as it is, so every start may run it.
 * @throws Error listing every problem of a release that does not synthesise, by path
 */
export async function provision(config: Config): Promise<void> {
  const db = await openDatabase({ url: roleUrls(config).worker, role: 'worker', poolSize: 2 })
  try {
    await loadLocalGovernments(db, localGovernments())
    for (const definition of tenants) {
      const tenant = await registerTenant(db, identityOf(definition))
      const ctx = systemCtx(db, tenant, 'provision')
      const hash = await published(ctx, await synthesised(definition))
      if (hash !== undefined && !(await hasActivation(ctx))) {
        await activateRelease(ctx, { hash, activeFrom: FIRST_DAY, reason: '기관 개설' })
      }
      await createOrganisation(ctx, definition.organisation)
    }
  } finally {
    await db.close()
  }
}

/** The release's hash; undefined when its version stands for other content, and what runs goes on until it is raised. */
async function published(ctx: Ctx, canonical: string): Promise<string | undefined> {
  try {
    return (await publishRelease(ctx, { canonical })).hash
  } catch (error) {
    if (!(error instanceof HarmonyError) || error.code !== 'release.version-taken') throw error
    process.stderr.write(`${error.code}: ${error.params.key} ${error.params.version} (tenants/${ctx.tenantSlug})\n`)
    return undefined
  }
}

/** Before any history a tenant may import: its first release also scores the past. */
const FIRST_DAY = new Date('2000-01-01T00:00:00+09:00')

function identityOf({ slug, name, kind, code }: TenantDefinition) {
  return { slug, name, kind, code }
}

async function synthesised(definition: TenantDefinition): Promise<string> {
  const { canonical, problems } = await synthesiseRelease(definition.model)
  if (canonical !== undefined) return canonical
  const lines = problems.map((problem) => `  ${problem.path}: ${problem.code} ${JSON.stringify(problem.params)}`)
  throw new Error(`the release of ${definition.slug} does not synthesise:\n${lines.join('\n')}`)
}
