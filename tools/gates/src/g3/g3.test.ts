import { withTenant } from '@harmony/core/platform'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { afterEach, describe, expect, it } from 'vitest'
import { handleOutlivesTransaction, tenantOutsideTransaction } from './plant.ts'
import { stress } from './tenants-under-stress.ts'

const CLEAN = { foreignRead: 0, foreignWritten: 0, wrongTenant: 0, undead: 0, lost: 0, ghosts: 0 }

describe('G3: the tenant wall under load', () => {
  let t: TestDatabase
  afterEach(() => t.close())

  it('shows no row of another agency in 6,000 mixed transactions on a pool of 3', async () => {
    t = await testDatabase({ poolSize: 3 })
    const report = await stress(t, {
      transactions: 6_000,
      concurrency: 12,
      seed: 20_050_301,
      door: withTenant,
      kills: true,
    })
    expect(report).toMatchObject(CLEAN)
    expect(report.committed).toBeGreaterThan(4_500)
    expect(report.disturbed).toBeGreaterThan(300)
  }, 300_000)

  it('turns red when the agency is set outside the transaction', async () => {
    t = await testDatabase({ poolSize: 3 })
    const fault = tenantOutsideTransaction(t)
    const report = await stress(t, { transactions: 300, concurrency: 12, seed: 1, door: fault.door, kills: false })
    await fault.close()
    expect(report.foreignRead + report.wrongTenant).toBeGreaterThan(0)
    expect(report.foreignWritten).toBeGreaterThan(0)
  }, 60_000)

  it('turns red when a handle outlives its transaction', async () => {
    t = await testDatabase({ poolSize: 3 })
    const report = await stress(t, {
      transactions: 1_000,
      concurrency: 12,
      seed: 1,
      door: handleOutlivesTransaction,
      kills: false,
    })
    expect(report.undead).toBeGreaterThan(0)
    expect(report.foreignRead).toBeGreaterThan(0)
  }, 60_000)
})
