import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const core = 'packages/core'

type Outcome = { code: number; output: string }

let copy = ''

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'harmony-generate-'))
  const sources = (path: string) => !['node_modules', 'dist', '.turbo'].includes(basename(path))
  for (const path of [
    'tsconfig.base.json',
    'vitest.shared.ts',
    'biome.json',
    '.gitignore',
    core,
    'packages/plugins/mogaha',
  ]) {
    cpSync(join(root, path), join(copy, path), { recursive: true, filter: sources })
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  symlinkSync(join(root, core, 'node_modules'), join(copy, core, 'node_modules'))
})

afterAll(() => rmSync(copy, { recursive: true, force: true }))

async function run(program: string, args: string[], cwd = copy): Promise<Outcome> {
  const env = { ...process.env, HARMONY_ROOT: copy }
  try {
    const { stdout, stderr } = await promisify(execFile)(process.execPath, [join(root, program), ...args], { cwd, env })
    return { code: 0, output: stdout + stderr }
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string }
    return { code, output: stdout + stderr }
  }
}

const generate = (...args: string[]) => run('tools/generate/generate.mjs', args)

/** Checks the types of these files and of all they import. */
function typecheck(folder: string, files: string[]): Promise<Outcome> {
  const config = { extends: join(copy, 'tsconfig.base.json'), files }
  writeFileSync(join(copy, folder, 'tsconfig.generated.json'), JSON.stringify(config))
  return run('node_modules/typescript/bin/tsc', ['--project', join(copy, folder, 'tsconfig.generated.json')])
}

describe('pnpm generate command', { timeout: 120_000 }, () => {
  it('writes a command that compiles, with its schema, event, store and test', async () => {
    expect(await generate('command', 'identity', 'archive-unit')).toMatchObject({ code: 0 })
    const files = ['commands/archive-unit.ts', 'commands/archive-unit.test.ts', 'index.ts', 'schemas.ts']
    expect(
      await typecheck(
        core,
        files.map((file) => `src/identity/${file}`),
      ),
    ).toEqual({ code: 0, output: '' })
    expect(readFileSync(join(copy, core, 'src/identity/events.ts'), 'utf8')).toContain("'identity.unit-archived'")
  })

  it('asserts success with an audit row, a refused actor and another agency', () => {
    const test = readFileSync(join(copy, core, 'src/identity/commands/archive-unit.test.ts'), 'utf8')
    for (const assertion of ['expectAudit', 'ForbiddenError', "t.ctx('gangnam'", 'NotFoundError'])
      expect(test).toContain(assertion)
  })

  it.each([
    [['identity', 'Archive'], 'small letters'],
    [['identity', 'archive'], 'verb-noun'],
    [['absent', 'archive-unit'], 'no module'],
    [['identity', 'archive-nothing'], 'write the migration first'],
    [['identity', 'create-unit'], 'Already there'],
  ])('refuses %j and says why', async (args, why) => {
    const before = readFileSync(join(copy, core, 'src/identity/schemas.ts'), 'utf8')
    const outcome = await generate('command', ...args)
    expect(outcome.code).toBe(1)
    expect(outcome.output).toContain(why)
    expect(readFileSync(join(copy, core, 'src/identity/schemas.ts'), 'utf8')).toBe(before)
  })
})

describe('pnpm generate plugin', { timeout: 120_000 }, () => {
  it('writes a package that compiles and synthesises', async () => {
    expect(await generate('plugin', 'forest-service')).toMatchObject({ code: 0 })
    const folder = 'packages/plugins/forest-service'
    symlinkSync(join(root, 'packages/plugins/mogaha/node_modules'), join(copy, folder, 'node_modules'))
    expect(await typecheck(folder, ['src/index.ts', 'src/index.test.ts'])).toEqual({ code: 0, output: '' })
    expect(await run('node_modules/vitest/vitest.mjs', ['run'], join(copy, folder))).toMatchObject({ code: 0 })
  })

  it('refuses a slug that is taken', async () => {
    expect((await generate('plugin', 'mogaha')).output).toContain('Already there')
  })
})
