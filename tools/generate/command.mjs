import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { append, camel, checkName, GenerateError, pascal, readAll, writeNew } from './files.mjs'

/**
 * Generates a command of a core module that acts on one record of an existing tenant table: `escalate-petition` acts
 * on a row of `petition`.
 * @returns {{ touched: string[], next: string[] }} the files written and what a person does next
 */
export function generateCommand(root, [module, name]) {
  checkName(module, 'The module')
  checkName(name, 'The command')
  const folder = `packages/core/src/${module}`
  if (!existsSync(join(root, folder, 'index.ts')))
    throw new GenerateError(`There is no module ${folder} with an index.ts.`)
  const [verb, ...rest] = name.split('-')
  const noun = rest.join('-')
  const table = noun.replaceAll('-', '_')
  if (noun === '') throw new GenerateError('A command is called verb-noun, as in escalate-petition.')
  if (!new RegExp(`create table (public[.])?${table}\\b`).test(readAll(root, 'packages/core/migrations', '.sql'))) {
    throw new GenerateError(
      `No migration creates the table ${table}: write the migration first, or name an existing noun.`,
    )
  }
  const words = {
    module,
    name,
    verb,
    noun,
    table,
    fn: camel(name),
    type: pascal(name),
    id: `${camel(noun)}Id`,
    past: past(verb),
  }
  writeNew(root, {
    [`${folder}/commands/${name}.ts`]: command(words),
    [`${folder}/commands/${name}.test.ts`]: test(words),
    [`${folder}/${name}.store.ts`]: store(words),
  })
  append(root, `${folder}/schemas.ts`, schema(words), "import { z } from 'zod'\n")
  append(
    root,
    `${folder}/events.ts`,
    event(words),
    "import { z } from 'zod'\nimport { defineEvent } from '../platform/index.ts'\n",
  )
  append(root, `${folder}/index.ts`, exports(words, readFileSync(join(root, folder, 'index.ts'), 'utf8')))
  const touched = [
    `commands/${name}.ts`,
    `commands/${name}.test.ts`,
    `${name}.store.ts`,
    'schemas.ts',
    'events.ts',
    'index.ts',
  ]
  return {
    touched: touched.map((file) => `${folder}/${file}`),
    next: [
      `${folder}/commands/${name}.test.ts: make a ${noun} in given${pascal(noun)}; the tests are red until then`,
      `${folder}/policy.ts: decide who may, and use it instead of the line in the command`,
      `apps/api/src/routers/${module}.ts: offer it`,
    ],
  }
}

function command({ noun, name, fn, type, id, verb, past }) {
  const event = camel(`${noun}-${past}`)
  const find = `lock${pascal(noun)}For${pascal(verb)}`
  return `import type { z } from 'zod'
import { type Ctx, type Id, NotFoundError } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../platform/index.ts'
import { ${event} } from '../events.ts'
import { ${fn}Input } from '../schemas.ts'
import { ${find} } from '../${name}.store.ts'

export type ${type}Input = z.input<typeof ${fn}Input>

/**
 * ${sentence(verb)} a ${noun.replaceAll('-', ' ')}.
 * @returns its id
 * @throws ForbiddenError when the actor may not; NotFoundError when this agency has no such ${noun.replaceAll('-', ' ')}
 */
export async function ${fn}(ctx: Ctx, raw: ${type}Input): Promise<{ ${id}: Id }> {
  authorise(ctx.actor.kind === 'officer' && ctx.actor.roles.includes('tenant-admin'))
  const input = parse(${fn}Input, raw)
  return withTenant(ctx, async (tx) => {
    const found = await ${find}(tx, input.${id})
    if (found === null) throw new NotFoundError()
    await audit(tx, { action: '${noun}.${verb}', subjectType: '${noun}', subjectId: found.id })
    await emit(tx, ${event}.of({ ${id}: found.id }), { touches: [\`${noun}:\${found.id}\`] })
    return { ${id}: found.id }
  })
}
`
}

function store({ noun, table, verb }) {
  const type = pascal(noun)
  return `import { sql } from 'drizzle-orm'
import type { Id } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'

/** The ${noun.replaceAll('-', ' ')}, kept from others until the transaction ends; null when this agency has none of that id. */
export async function lock${type}For${pascal(verb)}(tx: TxCtx, id: Id): Promise<{ id: Id } | null> {
  const rows = await tx.sql.execute<{ id: string }>(sql\`select id from public.${table} where id = \${id}::uuid for update\`)
  return rows[0] ?? null
}
`
}

function schema({ fn, id }) {
  return `
export const ${fn}Input = z.strictObject({ ${id}: z.uuid() })
`
}

function event({ module, noun, past, id, verb }) {
  return `
/** Someone did \`${verb}\` on a ${noun.replaceAll('-', ' ')}. */
export const ${camel(`${noun}-${past}`)} = defineEvent('${module}.${noun}-${past}', z.object({ ${id}: z.uuid() }))
`
}

function exports({ fn, type, name, noun, past }, index) {
  const event = camel(`${noun}-${past}`)
  const lines = [`export { ${fn}, type ${type}Input } from './commands/${name}.ts'`]
  if (!new RegExp(`\\b${event}\\b`).test(index)) lines.push(`export { ${event} } from './events.ts'`)
  return `${lines.join('\n')}\n`
}

function test({ fn, noun, name, id, verb }) {
  const given = `given${pascal(noun)}`
  const words = noun.replaceAll('-', ' ')
  return `import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { type Actor, ForbiddenError, type Id, newId, NotFoundError } from '../../kernel/index.ts'
import { ${fn} } from './${name}.ts'

const admin: Actor = {
  kind: 'officer',
  accountId: newId(),
  personId: newId(),
  roles: ['tenant-admin'],
  unitIds: [],
  headOf: [],
}
let t: TestDatabase

beforeAll(async () => {
  t = await testDatabase()
})
afterAll(() => t.close())

/** A ${words} of 행정자치부, made by the module's own commands. */
async function ${given}(): Promise<Id> {
  throw new Error('make a ${words} here')
}

describe('to ${verb} a ${words}', () => {
  it('is done and leaves an audit row', async () => {
    const ctx = t.ctx('mogaha', admin)
    const ${id} = await ${given}()
    expect(await ${fn}(ctx, { ${id} })).toEqual({ ${id} })
    expect(await t.expectAudit(ctx, { action: '${noun}.${verb}', subjectId: ${id} })).toMatchObject({ subjectType: '${noun}' })
  })

  it('is refused to a guest', async () => {
    const ${id} = await ${given}()
    await expect(${fn}(t.ctx('mogaha', { kind: 'guest' }), { ${id} })).rejects.toThrow(ForbiddenError)
  })

  it("finds no ${words} of another agency, which looks like one that does not exist", async () => {
    const ${id} = await ${given}()
    await expect(${fn}(t.ctx('gangnam', admin), { ${id} })).rejects.toThrow(NotFoundError)
    await expect(${fn}(t.ctx('gangnam', admin), { ${id}: newId() })).rejects.toThrow(NotFoundError)
  })
})
`
}

/** Regular verbs only; an irregular one is corrected by hand in events.ts. */
function past(verb) {
  if (verb.endsWith('e')) return `${verb}d`
  return /[^aeiou]y$/.test(verb) ? `${verb.slice(0, -1)}ied` : `${verb}ed`
}

function sentence(verb) {
  const third = /(s|x|z|ch|sh)$/.test(verb) ? `${verb}es` : `${verb}s`.replace(/([^aeiou])ys$/, '$1ies')
  return third[0].toUpperCase() + third.slice(1)
}
