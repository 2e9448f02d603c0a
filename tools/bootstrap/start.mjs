import { child, endChildren, endWithSignals } from './children.mjs'
import { lap, turbo, typescript } from './paths.mjs'

/** Builds the pages and starts the server beside each other; runs until the server ends. */
export async function start(args) {
  endWithSignals()
  const built = child(turbo('build', '--filter=@harmony/web', '--filter=@harmony/admin', '--output-logs=errors-only'))
  const served = child([...typescript('apps/api/src/start.ts'), ...args])
  const first = await Promise.race([built.then((code) => ({ build: code })), served.then((code) => ({ server: code }))])
  if (first.build === 0) lap('pages built')
  if (first.build > 0) {
    console.error('[harmony] The pages could not be built; see above.')
    await endChildren()
    process.exit(1)
  }
  const code = first.server ?? (await served)
  await endChildren()
  process.exit(code)
}
