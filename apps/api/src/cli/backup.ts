import { HarmonyError, NotFoundError } from '@harmony/core/kernel'
import { type BackupManifest, checkBackup, openDatabase, restoreBackup, writeBackup } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'
import type { Command } from 'commander'
import { type Config, readConfig } from '../config.ts'
import { explainFailure } from '../failure.ts'
import { prepareDatabase } from '../prepare.ts'
import { roleUrls } from '../role-urls.ts'
import { EXIT } from './runtime.ts'
import { type Language, sayError } from './words.ts'

interface Flags {
  readonly out: string
  readonly from: string
  readonly tenant: string
  readonly check?: true
  readonly json?: true
  readonly lang: Language
}

/** Adds `harmony backup`, `harmony restore` and `harmony tenant export|import`. @param tenant the `tenant` command */
export function addBackup(program: Command, tenant: Command): void {
  const common = (command: Command) =>
    command.option('--json', 'the manifest on stdout').option('--lang <language>', 'ko or en', 'ko')
  common(program.command('backup').description('write the whole installation into a folder'))
    .requiredOption('--out <folder>', 'an empty or new folder')
    .action((flags: Flags) => onServer(flags, (config) => writeBackup(placeOf(config, flags.out), null)))
  common(program.command('restore').description('bring a backup back into an empty installation'))
    .requiredOption('--from <folder>', 'the backup')
    .option('--check', 'only check that the backup is whole')
    .action((flags: Flags) =>
      flags.check === true
        ? guarded(flags, () => checkBackup(flags.from))
        : onServer(flags, (config) => restoreBackup(placeOf(config, flags.from))),
    )
  common(tenant.command('export').description('write one agency with its files into a folder'))
    .requiredOption('--tenant <slug>', 'the agency')
    .requiredOption('--out <folder>', 'an empty or new folder')
    .action((flags: Flags) =>
      onServer(flags, async (config) => writeBackup(placeOf(config, flags.out), await agencyOf(config, flags.tenant))),
    )
  common(tenant.command('import').description('bring an exported agency into an installation that does not have it'))
    .requiredOption('--from <folder>', 'the export')
    .action((flags: Flags) => onServer(flags, (config) => restoreBackup(placeOf(config, flags.from))))
}

type Ready = Config & { readonly DATABASE_URL: string; readonly FILES_DIR: string }

function placeOf(config: Ready, folder: string) {
  const onProgress = (done: number, of: number) => {
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${of}${done === of ? '\n' : ''}`)
  }
  return { adminUrl: config.DATABASE_URL, filesDir: config.FILES_DIR, folder, onProgress }
}

async function agencyOf(config: Ready, slug: string) {
  const db = await openDatabase({ url: roleUrls(config).app, role: 'app', poolSize: 1 })
  try {
    const tenant = await getTenantBySlug(db, slug)
    if (tenant === undefined) throw new NotFoundError('agency.unknown', { field: '--tenant' })
    return tenant
  } finally {
    await db.close()
  }
}

/** On the migrated server, without laying down agencies: a restore wants it empty. */
function onServer(flags: Flags, work: (config: Ready) => Promise<BackupManifest>): Promise<void> {
  return guarded(flags, async () => {
    const prepared = await prepareDatabase(readConfig(), { share: true })
    try {
      return await work(prepared.config)
    } finally {
      await prepared.stop()
    }
  })
}

async function guarded(flags: Flags, work: () => Promise<BackupManifest>): Promise<void> {
  const started = performance.now()
  try {
    const manifest = await work()
    const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const line = `${manifest.tables.length} tables, ${rows} rows, ${manifest.files.length} files, ${seconds} s, as of ${manifest.madeAt}\n${manifest.sha256}`
    process.stdout.write(`${flags.json === true ? JSON.stringify(manifest, null, 2) : line}\n`)
    process.exitCode = EXIT.done
  } catch (error) {
    const words = error instanceof HarmonyError ? sayError(error, flags.lang) : explainFailure(error)
    if (words === undefined) throw error
    process.stderr.write(`${words}\n`)
    process.exitCode = EXIT.failed
  }
}
