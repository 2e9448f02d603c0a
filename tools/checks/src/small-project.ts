import { type ChildProcess, spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../../..', import.meta.url))

export type Ended = { code: number | null; stdout: string; stderr: string }

/** What the stand-ins of turbo and vitest in a small project do. */
export type Behaviour = {
  /** Turbo tasks that fail. */
  failingTasks?: string[]
  /** The report that vitest writes, and its exit code. */
  report?: object
  vitestCode?: number
  /** Sources, by path. */
  files?: Record<string, string>
}

/** A project in which the real bootstrap runs at once: everything is installed already, turbo and vitest are stand-ins. */
export function smallProject(behaviour: Behaviour): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'harmony-bootstrap-')))
  const put = (file: string, text: string) => {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), text)
  }
  cpSync(join(root, 'tools/bootstrap'), join(folder, 'tools/bootstrap'), { recursive: true })
  cpSync(join(root, 'tools/bootstrap.mjs'), join(folder, 'tools/bootstrap.mjs'))
  put('package.json', '{ "packageManager": "pnpm@1.2.3", "type": "module" }')
  put('pnpm-lock.yaml', '')
  put('pnpm-workspace.yaml', '')
  put('.tools/node_modules/pnpm/package.json', '{ "version": "1.2.3" }')
  put('.tools/node_modules/pnpm/bin/pnpm.cjs', turbo(behaviour.failingTasks ?? []))
  put('node_modules/.harmony-stamp', stampOf(folder))
  symlinkSync(realpathSync(join(root, 'node_modules/tsx')), join(folder, 'node_modules/tsx'))
  put('node_modules/vitest/vitest.mjs', vitest(behaviour.report, behaviour.vitestCode ?? 0))
  put('tools/embedded-postgres/src/stop-shared.ts', '')
  for (const [file, text] of Object.entries(behaviour.files ?? {})) put(file, text)
  return folder
}

/** Runs the bootstrap of a small project. */
export function bootstrap(folder: string, args: string[], options: { cwd?: string; path?: string } = {}): ChildProcess {
  const { npm_lifecycle_event: _event, npm_execpath: _npm, INIT_CWD: _cwd, ...env } = process.env
  return spawn(process.execPath, [join(folder, 'tools/bootstrap.mjs'), ...args], {
    cwd: options.cwd ?? '/',
    env: { ...env, NODE_OPTIONS: '', PATH: options.path ?? env.PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** @returns how it ended and what it said */
export function end(child: ChildProcess): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream]?.on('data', (bytes) => {
      said[stream] += bytes
    })
  }
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, ...said })))
}

function stampOf(folder: string): string {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    hash.update(readFileSync(join(folder, file)))
  return hash.update(process.versions.modules).digest('hex')
}

function turbo(failing: string[]): string {
  return `const failing = ${JSON.stringify(failing)}
const task = process.argv[process.argv.indexOf('run') + 1]
process.exit(failing.includes(task) ? 1 : 0)
`
}

function vitest(report: object | undefined, code: number): string {
  return `import { writeFileSync } from 'node:fs'
const file = process.argv.find((argument) => argument.startsWith('--outputFile')).split('=')[1]
const report = ${JSON.stringify(report ?? null)}
if (report) writeFileSync(file, JSON.stringify(report))
process.exit(${code})
`
}
