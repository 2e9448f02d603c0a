import { z } from 'zod'
import { canonicalJson, sha256 } from '../../kernel/index.ts'

const hash = z.string().regex(/^[0-9a-f]{64}$/)

/** What a backup holds: its own list, so that nothing can be missing unseen. */
export const backupManifest = z.strictObject({
  format: z.literal(1),
  madeAt: z.iso.datetime(),
  /** The one agency it holds; null for the whole installation. */
  tenant: z.strictObject({ id: z.uuid(), slug: z.string().regex(/^[a-z][a-z0-9-]{1,39}$/) }).nullable(),
  migrations: z.array(z.string()),
  tables: z.array(
    z.strictObject({ name: z.string(), columns: z.array(z.string()), rows: z.int().nonnegative(), sha256: hash }),
  ),
  files: z.array(
    z.strictObject({ path: z.string().regex(/^[0-9a-f-]{36}\/[0-9a-f]{2}\/[0-9a-f]{64}$/), size: z.int() }),
  ),
  sha256: hash,
})

export type BackupManifest = z.infer<typeof backupManifest>

/** The hash over all rows and files, whenever and in whatever folder they were written. */
export function contentHash({ tables, files }: Pick<BackupManifest, 'tables' | 'files'>): string {
  return sha256(canonicalJson({ tables, files }))
}
