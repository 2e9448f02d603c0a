import { newId } from '@harmony/core/kernel'
import {
  audit,
  type ChainKey,
  type Checkpoint,
  chainKey,
  readChain,
  type SealedRecord,
  sealAudit,
  signHead,
  verifyChain,
  withTenant,
} from '@harmony/core/platform'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { edited, rearranged } from './tamper.ts'

const LONG = process.env.HARMONY_LONG === '1'
const EDITS = LONG ? 10_000 : 1_000
const CUTS = LONG ? 1_000 : 200
const RECORDS = 60

describe('G6: whoever changes the record of what was done is found', () => {
  let t: TestDatabase
  let chain: SealedRecord[]
  let head: Checkpoint
  const key: ChainKey = chainKey('a secret that stays outside the database')

  beforeAll(async () => {
    t = await testDatabase()
    for (let i = 0; i < RECORDS; i += 1) {
      await withTenant(t.ctx('mogaha'), (tx) =>
        audit(tx, {
          action: i % 2 === 0 ? 'document.approve' : 'petition.answer',
          subjectType: 'document',
          subjectId: newId(),
          before: { grade: null, step: i },
          after: { grade: 'SABC'[i % 4], step: i + 1 },
          reason: `사유 ${i}`,
        }),
      )
    }
    await sealAudit(t.workerCtx('mogaha'))
    head = (await signHead(t.workerCtx('mogaha'), key)) as Checkpoint
    chain = []
    for await (const record of readChain(t.workerCtx('mogaha'))) chain.push(record)
  })
  afterAll(() => t.close())

  const faultsOf = async (records: readonly SealedRecord[], heads = [head], of: ChainKey = key) =>
    (await verifyChain(t.mogaha.id, records, heads, of.isSigned)).faults

  it('finds nothing in an untouched chain', async () => {
    expect(chain).toHaveLength(RECORDS)
    expect(await faultsOf(chain)).toEqual([])
  })

  it(`finds each of ${EDITS} edits of one byte`, async () => {
    let tried = 0
    const at = fc.record({ record: fc.nat(), leaf: fc.nat(), byte: fc.nat(), by: fc.integer({ min: 1, max: 255 }) })
    await fc.assert(
      fc.asyncProperty(at, async ({ record, leaf, byte, by }) => {
        const index = record % chain.length
        const changed = chain.map((one, i) => (i === index ? edited(one, leaf, byte, by) : one))
        tried += 1
        expect((await faultsOf(changed)).length).toBeGreaterThan(0)
      }),
      { numRuns: EDITS },
    )
    console.log(`G6: ${tried} edits of one byte, ${tried} found`)
  })

  it(`finds each of ${CUTS} records removed, put in, exchanged, doubled or cut off`, async () => {
    let tried = 0
    const way = fc.constantFrom('remove', 'insert', 'exchange', 'double', 'cut', 'rechain')
    await fc.assert(
      fc.asyncProperty(way, fc.nat(), fc.nat(), async (what, a, b) => {
        tried += 1
        expect((await faultsOf(rearranged(chain, what, a, b))).length).toBeGreaterThan(0)
      }),
      { numRuns: CUTS },
    )
    console.log(`G6: ${tried} structural changes, ${tried} found`)
  })

  it('turns red without its checkpoint: a chain cut off and a chain written anew look whole', async () => {
    expect(await faultsOf(chain.slice(0, 40), [])).toEqual([])
    expect(await faultsOf(rearranged(chain, 'rechain', 5, 0), [])).toEqual([])
    expect(await faultsOf(chain, [head], chainKey('another secret'))).not.toEqual([])
  })
})
