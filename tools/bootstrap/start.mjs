import { child, end, endWithSignals, isEnding } from './children.mjs'
import { lap, turbo, typescript } from './paths.mjs'

/** Builds the pages and starts the server beside each other; runs until the server ends. */
export async function start(args) {
  endWithSignals(true)
  const served = child([...typescript('apps/api/src/start.ts'), ...args])
  const built = child(turbo('build', '--filter=@harmony/web', '--filter=@harmony/admin', '--output-logs=errors-only'))
  served.then((code) => end(code))
  const failed = (await built) !== 0
  if (isEnding()) return
  if (!failed) return lap('pages built')
  console.error('[harmony] The pages could not be built; see above.')
  await end(1)
}
