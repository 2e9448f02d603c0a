import { randomBytes } from 'node:crypto'
import { access, constants, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureDatabase, migrate } from '@harmony/core/platform'
import { ClusterInUseError, startEmbeddedPostgres } from '@harmony/embedded-postgres'
import type { Config } from './config.ts'

/** A database ready to work with: migrated, and how to stop what was started for it. */
export interface Prepared {
  readonly config: Config & {
    readonly DATABASE_URL: string
    readonly HARMONY_SECRET: string
    readonly FILES_DIR: string
  }
  readonly embedded: boolean
  stop(): Promise<void>
}

const PROJECT_DATA = fileURLToPath(new URL('../../../.data', import.meta.url))
const DATABASE = 'harmony'

/**
 * Makes the database ready: the server named by DATABASE_URL, or the embedded one with its data under `.data`.
 * @throws ClusterInUseError when another process runs the embedded server and `share` is false
 */
export async function prepareDatabase(config: Config, options: { share: boolean }): Promise<Prepared> {
  const dataDir = config.DATA_DIR ?? PROJECT_DATA
  const files = config.FILES_DIR ?? join(dataDir, 'files')
  await mkdir(files, { recursive: true, mode: 0o700 })
  await access(files, constants.W_OK | constants.X_OK)
  if (config.DATABASE_URL !== undefined && config.HARMONY_SECRET !== undefined) {
    const ready = {
      ...config,
      DATABASE_URL: config.DATABASE_URL,
      HARMONY_SECRET: config.HARMONY_SECRET,
      FILES_DIR: files,
    }
    // Who names both roles' addresses has given them passwords, which must stay.
    const ownRoles = config.APP_DATABASE_URL !== undefined && config.WORKER_DATABASE_URL !== undefined
    await migrate(ready.DATABASE_URL, ownRoles ? null : ready.HARMONY_SECRET)
    return { config: ready, embedded: false, stop: async () => {} }
  }
  const secret = await keptSecret(join(dataDir, 'secret'))
  const address = join(dataDir, 'address')
  const server = await startEmbeddedPostgres({ dir: join(dataDir, 'postgres'), persistent: true }).catch(
    (error: unknown) => {
      if (error instanceof ClusterInUseError && options.share) return undefined
      throw error
    },
  )
  const url = server === undefined ? await readFile(address, 'utf8') : server.superuserUrl(DATABASE)
  if (server !== undefined) {
    await ensureDatabase(server.superuserUrl('postgres'), DATABASE)
    await migrate(url, secret)
    await keep(address, url)
  }
  return {
    config: { ...config, DATABASE_URL: url, HARMONY_SECRET: secret, FILES_DIR: files, HARMONY_DEMO: '1' },
    embedded: true,
    stop: async () => server?.stop(),
  }
}

async function keptSecret(file: string): Promise<string> {
  const known = await readFile(file, 'utf8').catch(() => undefined)
  if (known !== undefined && known.length >= 32) return known
  const secret = randomBytes(32).toString('hex')
  await keep(file, secret)
  return secret
}

async function keep(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true })
  await writeFile(`${file}.new`, text, { mode: 0o600 })
  await rename(`${file}.new`, file)
}
