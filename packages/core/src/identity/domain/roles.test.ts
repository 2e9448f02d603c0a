import { expect, test } from 'vitest'
import type { Role } from '../../kernel/index.ts'
import { INCOMPATIBLE, refuseGrant, rolesOf } from './roles.ts'

const request = { personId: 'a', byPersonId: 'b', held: [], tenantKind: 'ministry', endsAt: null } as const

test('posts give the roles of heads and members', () => {
  const post = (unitKind: 'agency' | 'bureau' | 'team', isHead: boolean) => ({ unitId: 'u', unitKind, isHead })
  expect(rolesOf([post('bureau', true), post('team', true)], [])).toEqual(['bureau-head', 'team-head'])
  expect(rolesOf([post('team', false), post('bureau', false)], [])).toEqual(['team-member'])
  expect(rolesOf([post('agency', true)], [])).toEqual([])
})

test('a role granted in one unit holds while the person has a post there', () => {
  const grants = [{ role: 'petition-handler' as const, unitId: 'u' }]
  expect(rolesOf([{ unitId: 'u', unitKind: 'team', isHead: false }], grants)).toEqual([
    'petition-handler',
    'team-member',
  ])
  expect(rolesOf([{ unitId: 'v', unitKind: 'team', isHead: false }], grants)).toEqual(['team-member'])
})

test('whichever of an incompatible pair comes second is refused', () => {
  for (const [one, other] of INCOMPATIBLE) {
    const ask = (role: Role, held: Role) =>
      refuseGrant({ ...request, tenantKind: 'bureau', endsAt: new Date(), role, held: [held] })
    expect(ask(one, other)).toEqual({ code: 'identity.role-incompatible', params: { role: one, other } })
    expect(ask(other, one)).toEqual({ code: 'identity.role-incompatible', params: { role: other, other: one } })
  }
})

test('the system may lay the first administrator', () => {
  expect(refuseGrant({ ...request, role: 'tenant-admin', byPersonId: null })).toBeNull()
})
