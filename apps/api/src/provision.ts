import { readFile } from 'node:fs/promises'
import { openFunctions } from '@harmony/core/brm'
import { releaseParts, synthesiseRelease, type TenantDefinition } from '@harmony/core/contract'
import { createOrganisation } from '@harmony/core/identity'
import { type Ctx, HarmonyError } from '@harmony/core/kernel'
import { openDatabase, systemCtx } from '@harmony/core/platform'
import {
  activateRelease,
  getRelease,
  listReleases,
  loadLocalGovernments,
  publishRelease,
  registerTenant,
} from '@harmony/core/tenancy'
import { localGovernments, tenants } from '@harmony/tenants'
import type { Config } from './config.ts'
import { roleUrls } from './role-urls.ts'

/**
 * Registers the agencies of `tenants/`, publishes the releases they run and lays down their organisation and functions.
 * What is there already stays as it is, but for a release that lacks a part of the product; so every start may run it.
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
      if (hash !== undefined) await decide(ctx, hash)
      await createOrganisation(ctx, definition.organisation)
      await provisionFunctions(ctx, definition)
    }
  } finally {
    await db.close()
  }
}

/**
 * The first tree, once the release is there whose services it names. An agency that has gone other ways since starts
 * without one, its lines named, rather than not at all.
 */
async function provisionFunctions(ctx: Ctx, { functions, organisation }: TenantDefinition): Promise<void> {
  if (functions === undefined) return
  const source = { name: 'functions.csv', bytes: await readFile(functions) }
  const { rejected } = await openFunctions(ctx, source, organisation.validFrom)
  for (const { line, column, code, params } of rejected) {
    process.stderr.write(
      `${code}: tenants/${ctx.tenantSlug}/functions.csv ${line} ${column} ${JSON.stringify(params)}\n`,
    )
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

/**
 * A new agency runs its release from the first day. One that runs an older release of the same model goes over to the
 * new one only when that has a part the older lacks, because without it a whole area of the product would stand still;
 * any other change of release stays the agency's own decision.
 */
async function decide(ctx: Ctx, hash: string): Promise<void> {
  const [latest] = (await listReleases(ctx)).activations
  if (latest === undefined) {
    await activateRelease(ctx, { hash, activeFrom: FIRST_DAY, reason: '기관 개설' })
    return
  }
  if (latest.hash === hash || latest.activeFrom > ctx.clock.now()) return
  const [running, offered] = await Promise.all([getRelease(ctx, latest.hash), getRelease(ctx, hash)])
  const lacking = releaseParts.map((part) => part.key).filter((key) => key in offered && !(key in running))
  if (running.key !== offered.key || lacking.length === 0) return
  const reason = `제품 갱신: ${running.version}에 없는 부분(${lacking.join(', ')})을 쓰기 위해 ${offered.version} 적용`
  await activateRelease(ctx, { hash, reason })
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
