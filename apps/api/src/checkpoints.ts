import { appendFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Checkpoint } from '@harmony/core/platform'
import type { Config } from './config.ts'

/** The folder of signed heads: `CHECKPOINT_DIR`, best on another machine's disk; else beside the files. */
export function checkpointFolder(config: Config): string {
  return config.CHECKPOINT_DIR ?? join(config.FILES_DIR ?? '.data/files', '..', 'checkpoints')
}

/** Adds a signed head of an agency's audit chain to its file, one JSON a line. */
export async function keepCheckpoint(config: Config, checkpoint: Checkpoint, slug: string): Promise<void> {
  const folder = checkpointFolder(config)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await appendFile(join(folder, `${slug}.ndjson`), `${JSON.stringify(checkpoint)}\n`, { mode: 0o600 })
}
