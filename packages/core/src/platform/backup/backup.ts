import { copyFile, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ConflictError, ValidationError } from '../../kernel/index.ts'
import { copyIn, copyOut, measureFile, migrationsOf } from './copy.store.ts'
import { type BackupManifest, backupManifest, contentHash } from './manifest.ts'

export interface BackupPlace {
  /** Of the database's administrator: a backup reads and a restore writes all agencies. */
  readonly adminUrl: string
  readonly filesDir: string
  /** The backup's folder. */
  readonly folder: string
  readonly onProgress?: (done: number, of: number) => void
}

/**
 * Writes the installation, or one agency, into a folder: rows as of one instant, the bytes of attachments, and a
 * manifest with the hash of each. Needs no tool of PostgreSQL's.
 * @throws ConflictError `backup.folder-taken` when the folder holds anything
 */
export async function writeBackup(
  place: BackupPlace,
  tenant: { readonly id: string; readonly slug: string } | null,
): Promise<BackupManifest> {
  await mkdir(join(place.folder, 'tables'), { recursive: true, mode: 0o700 })
  if ((await readdir(place.folder)).length > 1) {
    throw new ConflictError('backup.folder-taken', { field: '--out', params: { folder: place.folder.slice(-100) } })
  }
  const onTable = place.onProgress ?? (() => {})
  const { migrations, tables } = await copyOut(
    place.adminUrl,
    tenant?.id ?? null,
    (name) => tableFile(place, name),
    onTable,
  )
  const files = await copyFiles(place, tenant?.id)
  const content = { tables, files }
  const manifest: BackupManifest = {
    format: 1,
    madeAt: new Date().toISOString(),
    tenant: tenant === null ? null : { id: tenant.id, slug: tenant.slug },
    migrations,
    ...content,
    sha256: contentHash(content),
  }
  await writeFile(join(place.folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 })
  return manifest
}

/**
 * Checks a backup without any database: every table and file is there and has the hash the manifest names.
 * @throws ValidationError `backup.unreadable` or `backup.damaged` naming the part
 */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const text = await readFile(join(folder, 'manifest.json'), 'utf8').catch(() => '')
  const read = backupManifest.safeParse(parsed(text))
  if (!read.success) throw new ValidationError('backup.unreadable', { field: '--from' })
  const manifest = read.data
  const damaged = (part: string) => new ValidationError('backup.damaged', { field: '--from', params: { part } })
  if (contentHash(manifest) !== manifest.sha256) throw damaged('manifest.json')
  for (const table of manifest.tables) {
    const found = await measureFile(tableFile({ folder }, table.name)).catch(() => undefined)
    if (found?.sha256 !== table.sha256 || found.rows !== table.rows) throw damaged(table.name)
  }
  for (const { path, size } of manifest.files) {
    const found = await stat(join(folder, 'files', path)).catch(() => undefined)
    if (found?.size !== size) throw damaged(path)
  }
  return manifest
}

/**
 * Brings a backup back, rows in one transaction: a whole one into an empty installation, one agency's beside others.
 * @throws ValidationError as `checkBackup`; ConflictError `backup.not-empty`, `backup.other-version`
 */
export async function restoreBackup(place: BackupPlace): Promise<BackupManifest> {
  const manifest = await checkBackup(place.folder)
  const here = await migrationsOf(place.adminUrl)
  if (here.join() !== manifest.migrations.join()) {
    const params = { backup: manifest.migrations.at(-1) ?? '–', here: here.at(-1) ?? '–' }
    throw new ConflictError('backup.other-version', { field: '--from', params })
  }
  for (const { path } of manifest.files) {
    const target = join(place.filesDir, path)
    await mkdir(dirname(target), { recursive: true, mode: 0o700 })
    await copyFile(join(place.folder, 'files', path), target)
  }
  const present = manifest.tenant === null ? 'true' : `id = '${manifest.tenant.id}' or slug = '${manifest.tenant.slug}'`
  const onTable = place.onProgress ?? (() => {})
  const filled = await copyIn(place.adminUrl, manifest.tables, (name) => tableFile(place, name), present, onTable)
  if (!filled) throw new ConflictError('backup.not-empty', { field: '--from' })
  return manifest
}

function tableFile({ folder }: Pick<BackupPlace, 'folder'>, name: string): string {
  return join(folder, 'tables', `${name}.copy.gz`)
}

async function copyFiles({ filesDir, folder }: BackupPlace, tenantId: string | undefined) {
  const agencies = tenantId === undefined ? await list(filesDir) : [tenantId]
  const files: BackupManifest['files'] = []
  for (const agency of agencies.filter((name) => /^[0-9a-f-]{36}$/.test(name))) {
    for (const shelf of (await list(join(filesDir, agency))).filter((name) => /^[0-9a-f]{2}$/.test(name))) {
      for (const name of await list(join(filesDir, agency, shelf))) {
        const path = `${agency}/${shelf}/${name}`
        const target = join(folder, 'files', path)
        await mkdir(dirname(target), { recursive: true, mode: 0o700 })
        await copyFile(join(filesDir, path), target)
        files.push({ path, size: (await stat(target)).size })
      }
    }
  }
  return files
}

async function list(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort()
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
