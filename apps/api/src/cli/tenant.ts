import { createOrganisation } from '@harmony/core/identity'
import { ConflictError, NotFoundError } from '@harmony/core/kernel'
import { systemCtx } from '@harmony/core/platform'
import {
  activateRelease,
  listReleases,
  listTenants,
  registerTenant,
  setTenantStatus,
  type Tenant,
} from '@harmony/core/tenancy'
import type { Command } from 'commander'
import { type AgencyFlags, agencyCommand, agencyCtx, EXIT, inAgency, withRuntime } from './runtime.ts'
import type { Language } from './words.ts'

interface CreateFlags {
  readonly tenant: string
  readonly ko: string
  readonly en: string
  readonly kind: Tenant['kind']
  readonly code: string
  readonly like: string
  readonly reason: string
  readonly json?: true
  readonly lang: Language
}

/** Adds `harmony tenant list|create|suspend|resume`. @returns the `tenant` command, for what else it has */
export function addTenant(program: Command): Command {
  const tenant = program.command('tenant').description('agencies')
  tenant
    .command('list')
    .description('all agencies')
    .option('--json', 'as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
    .action(async ({ json, lang }: { json?: true; lang: Language }) => {
      process.exitCode = await withRuntime(lang, async (db) => {
        const agencies = await listTenants(db)
        const lines = agencies.map((one) => [one.slug, one.name[lang], one.kind, one.code, one.status].join('\t'))
        process.stdout.write(`${json === true ? JSON.stringify(agencies, null, 2) : lines.join('\n')}\n`)
        return EXIT.done
      })
    })
  agencyCommand(tenant, 'create', 'open an agency: it runs the release of another one and has its topmost unit')
    .requiredOption('--ko <name>', 'its name in Korean')
    .requiredOption('--en <name>', 'its name in English')
    .requiredOption('--kind <kind>', 'ministry or local-government')
    .requiredOption('--code <code>', 'the government’s own code of it')
    .requiredOption('--like <slug>', 'the agency whose running release it begins with')
    .option('--reason <words>', 'why', '기관 개설')
    .action(createTenant)
  for (const [verb, status] of [
    ['suspend', 'suspended'],
    ['resume', 'active'],
  ] as const) {
    agencyCommand(
      tenant,
      verb,
      status === 'active' ? 'open an agency again' : 'close an agency to everybody; its data stay',
    )
      .requiredOption('--reason <words>', 'why')
      .action((flags: AgencyFlags & { readonly reason: string }) =>
        inAgency(
          flags,
          async (ctx) => {
            await setTenantStatus(ctx, { status, reason: flags.reason })
            return { tenant: flags.tenant, status }
          },
          () => [`${flags.tenant}\t${status}`],
          'worker',
        ),
      )
  }
  return tenant
}

async function createTenant(flags: CreateFlags): Promise<void> {
  process.exitCode = await withRuntime(
    flags.lang,
    async (db) => {
      const model = await agencyCtx(db, flags.like)
      const { activations } = await listReleases(model)
      const running = activations.find((one) => one.activeFrom <= new Date())
      if (running === undefined) throw new NotFoundError('release.none', { field: '--like' })
      const name = { ko: flags.ko, en: flags.en }
      const opened = await registerTenant(db, { slug: flags.tenant, name, kind: flags.kind, code: flags.code })
      if (!opened.isNew) throw new ConflictError('tenant.exists', { field: '--tenant' })
      const ctx = systemCtx(db, opened, 'command-line')
      await activateRelease(ctx, { hash: running.hash, reason: flags.reason })
      const unit = { code: flags.tenant, kind: 'agency' as const, name }
      await createOrganisation(ctx, { validFrom: new Date(), units: [unit], people: [] })
      const { isNew: _, ...answer } = opened
      process.stdout.write(
        `${flags.json === true ? JSON.stringify(answer, null, 2) : `${answer.slug}\t${answer.id}`}\n`,
      )
      return EXIT.done
    },
    'worker',
  )
}
