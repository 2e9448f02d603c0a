// pnpm generate command <module> <verb-noun>   a use-case of the core, with its schema, event, store and test
// pnpm generate plugin <slug>                  the package of an agency's plugin
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { generateCommand } from './command.mjs'
import { GenerateError } from './files.mjs'
import { generatePlugin } from './plugin.mjs'

const root = process.env.HARMONY_ROOT ?? fileURLToPath(new URL('../..', import.meta.url))
const generators = { command: generateCommand, plugin: generatePlugin }
const usage = `Usage:
  pnpm generate command <module> <verb-noun>   e.g. command customer escalate-petition
  pnpm generate plugin <slug>                  e.g. plugin korea-forest-service`

const [kind, ...args] = process.argv.slice(2)
const generator = generators[kind]
if (!generator) {
  console.error(usage)
  process.exit(2)
}
try {
  const { touched, next } = generator(root, args)
  spawnSync(join(root, 'node_modules/.bin/biome'), ['check', '--write', ...touched], { cwd: root, stdio: 'ignore' })
  console.log(
    `Written:\n${touched.map((file) => `  ${file}`).join('\n')}\nNext:\n${next.map((step) => `  ${step}`).join('\n')}`,
  )
} catch (error) {
  if (!(error instanceof GenerateError)) throw error
  console.error(`${error.message}\n\n${usage}`)
  process.exit(1)
}
