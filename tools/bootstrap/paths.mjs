import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

/** The project's folder, with a slash at its end; the current folder does not matter. */
export const root = fileURLToPath(new URL('../..', import.meta.url))
export const toolsFolder = join(root, '.tools')
export const pnpmProgram = join(toolsFolder, 'node_modules/pnpm/bin/pnpm.cjs')

/** Environment of every program started from here: our pnpm is found by turbo, nobody phones home. */
export function environment(extra = {}) {
  return {
    ...process.env,
    PATH: [join(toolsFolder, 'node_modules/.bin'), join(root, 'node_modules/.bin'), process.env.PATH].join(delimiter),
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
    ...extra,
  }
}

/** Arguments with which node runs one of our TypeScript sources as it is. */
export function typescript(source) {
  const require = createRequire(join(root, 'package.json'))
  return ['--import', pathToFileURL(require.resolve('tsx')).href, join(root, source)]
}

/** Arguments with which node runs turbo through pnpm. */
export function turbo(...args) {
  return [pnpmProgram, '--dir', root, 'exec', 'turbo', 'run', ...args, '--ui=stream', '--env-mode=loose']
}

const begin = performance.now()

/** Prints what is done and the seconds since the start; on stderr, because stdout belongs to the command's own output. */
export function lap(what) {
  console.error(`[harmony] ${what} (${((performance.now() - begin) / 1000).toFixed(1)} s)`)
}
