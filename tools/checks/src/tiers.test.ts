import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { planted, surroundings } from './planted.ts'

type Report = {
  summary: { totalCruised: number; violations: { from: string; rule: { name: string } }[] }
}
type Config = { forbidden: { name: string }[] }

const root = fileURLToPath(new URL('../../..', import.meta.url))
const require = createRequire(import.meta.url)
const rules = (require(join(root, '.dependency-cruiser.cjs')) as Config).forbidden.map((rule) => rule.name)

describe('the rules of who may import whom', () => {
  let folder = ''
  let report: Report

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'harmony-tiers-'))
    plantProject(folder)
    report = await cruise(folder)
  }, 60_000)

  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('looks at every file of the project', () => {
    expect(report.summary.totalCruised).toBeGreaterThanOrEqual(Object.keys(surroundings).length)
  })

  it('has a planted violation for every rule', () => {
    expect(Object.keys(planted).sort()).toEqual([...rules].sort())
  })

  it.each(Object.entries(planted))('%s is broken by its planted import', (rule, { file }) => {
    const broken = report.summary.violations.filter((violation) => violation.from === file)
    expect(broken.map((violation) => violation.rule.name)).toContain(rule)
  })

  it('lets the allowed imports pass', () => {
    const guilty = new Set([...Object.values(planted).map(({ file }) => file), 'packages/core/src/customer/second.ts'])
    expect(report.summary.violations.filter((violation) => !guilty.has(violation.from))).toEqual([])
  })
})

/** A small project with the folders, the package names and the configuration of the real one. */
function plantProject(folder: string): void {
  for (const file of ['.dependency-cruiser.cjs', 'tsconfig.base.json', 'packages/core/package.json']) {
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    cpSync(join(root, file), join(folder, file))
  }
  for (const [file, text] of Object.entries(surroundings)) write(folder, file, text)
  for (const { file, imports } of Object.values(planted))
    write(folder, file, `import '${imports}'\nexport const here = 1\n`)
  cpSync(join(root, 'packages/plugins/mogaha/package.json'), join(folder, 'packages/plugins/mogaha/package.json'))
  for (const name of ['drizzle-orm', 'postgres', 'lucia', 'bullmq', 'zod']) {
    write(folder, `node_modules/${name}/package.json`, JSON.stringify({ name, main: 'index.js' }))
    write(folder, `node_modules/${name}/index.js`, '')
  }
  mkdirSync(join(folder, 'node_modules/@harmony'))
  symlinkSync(join(folder, 'packages/core'), join(folder, 'node_modules/@harmony/core'))
  symlinkSync(join(folder, 'packages/plugins/mogaha'), join(folder, 'node_modules/@harmony/plugin-mogaha'))
}

async function cruise(folder: string): Promise<Report> {
  const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const args = [program, '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'apps', 'packages']
  const result = await promisify(execFile)(process.execPath, args, { cwd: folder, maxBuffer: 64e6 }).catch(
    // Violations end it with their number; the report is on stdout all the same.
    (error: { stdout: string }) => error,
  )
  return JSON.parse(result.stdout) as Report
}

function write(folder: string, file: string, text: string): void {
  mkdirSync(dirname(join(folder, file)), { recursive: true })
  writeFileSync(join(folder, file), text)
}
