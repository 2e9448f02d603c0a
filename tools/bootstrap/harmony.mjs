import { spawn } from 'node:child_process'
import { environment, typescript } from './paths.mjs'

/** Runs the command line in the folder where the user is, so that paths given there are found. */
export async function harmony(args) {
  const cwd = process.env.INIT_CWD ?? process.cwd()
  const program = spawn(process.execPath, [...typescript('apps/api/src/cli/main.ts'), ...args], {
    cwd,
    env: environment(),
    stdio: 'inherit',
  })
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(name, () => program.kill(name))
  process.exitCode = await new Promise((resolve) => program.on('exit', (code) => resolve(code ?? 1)))
}
