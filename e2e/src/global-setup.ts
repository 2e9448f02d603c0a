import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { type Harmony, startHarmony } from './harmony.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the product that all browser tests share. */
    readonly url: string
    /** Folder for pictures of what was looked at, and of failures. */
    readonly artefacts: string
  }
}

let harmony: Harmony | undefined

/** Starts one product for all files, with the last two weeks of the demo. */
export async function setup(project: TestProject): Promise<void> {
  const artefacts = fileURLToPath(new URL('../artefacts/', import.meta.url))
  mkdirSync(artefacts, { recursive: true })
  harmony = await startHarmony({ DEMO_DAYS: '14', LOG_LEVEL: 'error' })
  await harmony.demoLoaded
  project.provide('url', harmony.url)
  project.provide('artefacts', artefacts)
}

/** Ends it after the last file and removes its data. */
export async function teardown(): Promise<void> {
  await harmony?.stop()
}
