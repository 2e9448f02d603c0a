import { type Ctx, HarmonyError, NotFoundError } from '@harmony/core/kernel'
import { type Database, openDatabase, systemCtx } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { explainFailure } from '../failure.ts'
import { prepareDatabase } from '../prepare.ts'
import { provision } from '../provision.ts'
import { roleUrls } from '../role-urls.ts'
import { type Language, sayError } from './words.ts'

/** What the process ends with. */
export const EXIT = { done: 0, failed: 1, someRejected: 3 } as const

/**
 * Runs `work` on the server named by DATABASE_URL, or on the embedded one, running or not. Failures a person can act
 * on are said in words; all others end with their stack. `role` is the database's: publishing is the worker's right.
 * @returns the exit code: the work's own, or 1
 */
export async function withRuntime(
  language: Language,
  work: (db: Database, config: Config) => Promise<number>,
  role: 'app' | 'worker' = 'app',
): Promise<number> {
  try {
    const prepared = await prepareDatabase(readConfig(), { share: true })
    try {
      await provision(prepared.config)
      const db = await openDatabase({ url: roleUrls(prepared.config)[role], role, poolSize: 2 })
      try {
        return await work(db, prepared.config)
      } finally {
        await db.close()
      }
    } finally {
      await prepared.stop()
    }
  } catch (error) {
    const words = error instanceof HarmonyError ? sayError(error, language) : explainFailure(error)
    if (words === undefined) throw error
    process.stderr.write(`${words}\n`)
    return EXIT.failed
  }
}

/** The ctx of the command line in an agency. @throws NotFoundError `agency.unknown` */
export async function agencyCtx(db: Database, slug: string): Promise<Ctx> {
  const tenant = await getTenantBySlug(db, slug)
  if (tenant === undefined) throw new NotFoundError('agency.unknown', { field: '--tenant' })
  return systemCtx(db, tenant, 'command-line')
}

export interface AgencyFlags {
  readonly tenant: string
  readonly json?: true
  readonly lang: Language
}

/** Adds the flags that every command of an agency has. */
export function agencyCommand(parent: Command, usage: string, description: string): Command {
  return parent
    .command(usage)
    .description(description)
    .requiredOption('--tenant <slug>', 'the agency')
    .option('--json', 'as JSON on stdout')
    .option('--lang <language>', 'ko or en', 'ko')
}

/** Runs `work` in an agency and prints its answer: as JSON with --json, else in lines; sets the exit code. */
export async function inAgency<T>(
  flags: AgencyFlags,
  work: (ctx: Ctx, config: Config) => Promise<T>,
  lines: (answer: T) => readonly string[],
  role: 'app' | 'worker' = 'app',
): Promise<void> {
  process.exitCode = await withRuntime(
    flags.lang,
    async (db, config) => {
      const answer = await work(await agencyCtx(db, flags.tenant), config)
      const text = flags.json === true ? JSON.stringify(answer, null, 2) : lines(answer).join('\n')
      process.stdout.write(`${text}\n`)
      return EXIT.done
    },
    role,
  )
}
