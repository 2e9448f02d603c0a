// The way in on a bare machine: needs Node and npm only, and therefore imports nothing that must be installed first.
//   npm start                 installs, builds, starts everything with an embedded database
//   npm test                  runs every check and every test
//   npm run verify            the same, without checking again what has not changed
//   npm run harmony -- <...>  the command line: import, report, …
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { harmony } from './bootstrap/harmony.mjs'
import { prepare, refuseOldNode } from './bootstrap/prepare.mjs'
import { start } from './bootstrap/start.mjs'
import { test } from './bootstrap/test.mjs'
import { verify } from './bootstrap/verify.mjs'

const commands = { start, test, verify, harmony }
const [name, ...args] = process.argv.slice(2)
const command = commands[name]

refuseOldNode()
// A server's settings may stand in `.env`; what the environment says goes first. Tests take none of them.
const settings = fileURLToPath(new URL('../.env', import.meta.url))
if ((command === start || command === harmony) && existsSync(settings)) process.loadEnvFile(settings)
if (!command) {
  console.error(`Usage: node tools/bootstrap.mjs ${Object.keys(commands).join(' | ')}`)
  process.exit(2)
}
try {
  await prepare()
  await command(args)
} catch (error) {
  console.error(`[harmony] ${error instanceof Error ? error.message : error}`)
  process.exit(1)
}
