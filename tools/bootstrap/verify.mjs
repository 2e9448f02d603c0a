import { child, endWithSignals } from './children.mjs'
import { turbo } from './paths.mjs'

/** Every check and test through turbo: what has not changed since the last time is not checked again; tests always run. */
export async function verify(args) {
  endWithSignals(false)
  const tasks = ['types', 'lint', 'tiers', 'knip', 'build', 'test']
  process.exitCode = await child(turbo(...tasks, '--concurrency=2', '--output-logs=new-only', ...args))
}
