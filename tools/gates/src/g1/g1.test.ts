import { TEST_TENANTS, type TestDatabase, testDatabase } from '@harmony/core/testing'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { loosen } from './plant.ts'
import { probeWall } from './probe.ts'
import { documentSearchesOf, searchesOf } from './search.ts'

let t: TestDatabase
beforeEach(async () => {
  t = await testDatabase()
  await loosen(t.admin)
})
afterEach(() => t.close())

const probe = (only?: readonly string[]) => probeWall(t.admin, TEST_TENANTS.mogaha.id, TEST_TENANTS.gangnam.id, only)

describe('G1: the tenant wall over every table, role and verb', () => {
  it('finds no leak, and every denial has a control that works', async () => {
    const report = await probe()
    expect(report.leaks).toEqual([])
    expect(report.tables).toBeGreaterThan(20)
    expect(report.probes).toBeGreaterThan(report.tables * 15)
    console.log(`G1: ${report.tables} tables, ${report.probes} probes, ${report.controls} controls, 0 leaks`)
  })

  it('searches the own tenant and the units asked for, through the one function that passes the wall', async () => {
    await probe([])
    const { own, other } = await searchesOf(t.admin, TEST_TENANTS.mogaha.id, TEST_TENANTS.gangnam.id)
    expect(own).toEqual({ everywhere: true, inItsUnit: true, inAnotherUnit: false })
    expect(other).toEqual({ asOther: false, withoutTenant: false, inTheOthersUnit: false })
  })

  it('searches documents of the own tenant only as far as their audience goes', async () => {
    await probe([])
    const { own, other } = await documentSearchesOf(t.admin, TEST_TENANTS.mogaha.id, TEST_TENANTS.gangnam.id)
    expect(own).toEqual({ everywhere: true, inTheAudience: true, outsideOfIt: false })
    expect(other).toEqual({ asOther: false, withoutTenant: false, inTheAudience: false })
  })

  it.each([
    ['row-level security off', 'alter table envelope_in disable row level security', 'select other'],
    ['a second, open policy', 'create policy open on outbox for select to harmony_app using (true)', 'select other'],
    ['writes unchecked', 'alter policy tenant_wall on envelope_in with check (true)', 'insert other'],
    ['a unique value across tenants', 'create unique index on envelope_in (kind)', 'control: unique probe'],
    ['no rows for the own tenant', 'alter policy tenant_wall on outbox using (false)', 'control: select own'],
  ])('turns red for %s', async (_name, fault, expected) => {
    await t.admin.unsafe(fault)
    expect((await probe(['outbox', 'envelope_in'])).leaks.map((leak) => leak.probe)).toContain(expected)
  })
})
