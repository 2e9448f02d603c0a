import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { environment, lap, pnpmProgram, root, toolsFolder } from './paths.mjs'

/** Ends the process when Node is older than package.json asks for. */
export function refuseOldNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(`Harmony needs Node 20.19 or newer; this is ${process.versions.node}.`)
  process.exit(1)
}

/** Brings pnpm and the dependencies to what the repository asks for; does nothing when they are already there. */
export async function prepare() {
  installPnpm()
  installDependencies()
}

function installPnpm() {
  const wanted = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).packageManager.split('@')[1]
  if (installedVersion() === wanted) return
  mkdirSync(toolsFolder, { recursive: true })
  writeFileSync(join(toolsFolder, 'package.json'), '{ "private": true }\n')
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--ignore-scripts', '--loglevel=error']
  run(...npm(), 'install', '--prefix', toolsFolder, ...quiet, `pnpm@${wanted}`)
  lap(`pnpm ${wanted} installed`)
}

function installDependencies() {
  const stamp = join(root, 'node_modules/.harmony-stamp')
  const wanted = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', 'package.json'])
    wanted.update(readFileSync(join(root, file)))
  const digest = wanted.update(process.versions.modules).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return
  // --prod=false: NODE_ENV=production in the environment would leave out what builds and runs the sources.
  const flags = ['--frozen-lockfile', '--prefer-offline', '--prod=false', '--config.confirmModulesPurge=false']
  run(process.execPath, pnpmProgram, '--dir', root, 'install', ...flags)
  writeFileSync(stamp, digest)
  lap('dependencies installed')
}

function installedVersion() {
  const file = join(toolsFolder, 'node_modules/pnpm/package.json')
  return existsSync(file) && existsSync(pnpmProgram) ? JSON.parse(readFileSync(file, 'utf8')).version : undefined
}

/** npm as a command: the one that called us, else the one beside node, else the one on the PATH. */
function npm() {
  const beside = join(dirname(process.execPath), '../lib/node_modules/npm/bin/npm-cli.js')
  const caller = process.env.npm_execpath
  const script = [caller, beside].find((path) => path && basename(path) === 'npm-cli.js' && existsSync(path))
  return script ? [process.execPath, script] : ['npm']
}

function run(program, ...args) {
  // stdout of ours goes to stderr: `harmony report --json` must print nothing but its JSON.
  const done = spawnSync(program, args, { cwd: root, env: environment(), stdio: ['ignore', 2, 2] })
  if (done.error) throw new Error(`${program} cannot be run: ${done.error.message}`)
  if (done.status !== 0)
    throw new Error(`installation failed: ${basename(program)} ended with ${done.status ?? done.signal}`)
}
