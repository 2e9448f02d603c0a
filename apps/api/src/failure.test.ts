import { readdir } from 'node:fs/promises'
import { openDatabase } from '@harmony/core/platform'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { explainFailure } from './failure.ts'

const DATABASE_URL = 'postgres://admin:hidden-word@127.0.0.1:1/harmony'

async function failureOf(act: () => unknown): Promise<unknown> {
  try {
    await act()
  } catch (error) {
    return error
  }
  throw new Error('it did not fail')
}

test('a configuration that cannot be names the variable', async () => {
  const noSecret = await failureOf(() => readConfig({ DATABASE_URL }))
  expect(explainFailure(noSecret)).toMatch(/HARMONY_SECRET/)
  const port = await failureOf(() => readConfig({ PORT: '99999' }))
  expect(explainFailure(port)).toMatch(/^configuration: PORT/)
})

test('a database server that is away is named without its password', async () => {
  const away = await failureOf(() => openDatabase({ url: DATABASE_URL, role: 'app' }))
  const words = explainFailure(away, { DATABASE_URL })
  expect(words).toContain('127.0.0.1:1')
  expect(words).not.toContain('hidden-word')
})

test('a folder that cannot be used is named', async () => {
  const missing = await failureOf(() => readdir('/nowhere/at/all'))
  expect(explainFailure(missing)).toContain('/nowhere/at/all')
})

test('a fault of the program keeps its stack', () => {
  expect(explainFailure(new TypeError('x is not a function'))).toBeUndefined()
})
