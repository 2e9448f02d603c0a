import { synthesiseRelease, unknownUnits } from '@harmony/core/contract'
import { organisationSpec } from '@harmony/core/identity/schemas'
import { describe, expect, it } from 'vitest'
import { localGovernments, tenants } from './index.ts'

describe.each(tenants.map((tenant) => [tenant.slug, tenant] as const))('%s', async (_, tenant) => {
  const { release, problems } = await synthesiseRelease(tenant.model)

  it('has a model without a problem', () => {
    expect(problems).toEqual([])
  })

  it('has every unit that its services, processes and default routes name', () => {
    const codes = tenant.organisation.units.map((unit) => unit.code)
    expect(release && unknownUnits(release, codes)).toEqual([])
  })

  it('has one head in every unit but the bureau’s top, and people with addresses of their own', () => {
    const { units, people } = organisationSpec.parse(tenant.organisation)
    const heads = people.flatMap((person) => person.posts.filter((post) => post.isHead).map((post) => post.unit))
    expect(heads).toHaveLength(new Set(heads).size)
    expect(units.filter((unit) => unit.kind === 'team' && !heads.includes(unit.code))).toEqual([])
    const addresses = people.flatMap((person) => person.email ?? [])
    expect(addresses).toHaveLength(new Set(addresses).size)
  })
})

describe('the agencies', () => {
  it('run different models', async () => {
    const hashes = await Promise.all(tenants.map(async ({ model }) => (await synthesiseRelease(model)).release?.hash))
    expect(new Set(hashes).size).toBe(tenants.length)
  })

  it('have slugs and codes of their own', () => {
    expect(new Set(tenants.map((tenant) => tenant.slug)).size).toBe(tenants.length)
    expect(new Set(tenants.map((tenant) => tenant.code)).size).toBe(tenants.length)
  })
})

describe('the local governments of 2005', () => {
  const all = localGovernments()

  it('are 250: 16 and 234, of which 77 시, 88 군 and 69 구', () => {
    expect(all).toHaveLength(250)
    const basic = all.filter((one) => one.level === '기초')
    const count = (type: string) => basic.filter((one) => one.type === type).length
    expect([basic.length, count('시'), count('군'), count('구')]).toEqual([234, 77, 88, 69])
  })

  it('have codes of their own though names repeat, and parents that exist', () => {
    const codes = new Set(all.map((one) => one.code))
    expect(codes.size).toBe(250)
    expect(all.filter((one) => one.name.endsWith(' 중구')).length).toBe(6)
    expect(
      all.filter((one) => (one.level === '기초') !== (one.parentCode !== null && codes.has(one.parentCode))),
    ).toEqual([])
  })
})
