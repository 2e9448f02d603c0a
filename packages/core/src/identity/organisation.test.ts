import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../testing/index.ts'
import { type Actor, type Ctx, fixedClock, type Role } from '../kernel/index.ts'
import { withTenant } from '../platform/index.ts'
import {
  addPerson,
  ancestorsOf,
  assignPost,
  createOrganisation,
  createUnit,
  endPost,
  grantRole,
  headOf,
  listRoleGrants,
  membersOf,
  moveUnit,
  orgTree,
  personHistory,
  renameUnit,
  revokeRole,
  unitByCode,
  unitHistory,
  unitMembers,
} from './index.ts'
import { orgOf } from './testing.ts'

let t: TestDatabase
let people: ReadonlyMap<string, string>
let units: ReadonlyMap<string, string>
const title = { ko: '주무관', en: 'Officer' }
const july = new Date('2005-07-01T00:00:00+09:00')
const june = new Date('2005-06-30T23:59:59+09:00')

beforeAll(async () => {
  t = await testDatabase()
  ;({ people, units } = await createOrganisation(t.ctx('mogaha'), orgOf('mogaha')))
})
afterAll(() => t.close())

function person(code: string): string {
  return people.get(code) ?? ''
}

function unit(code: string): string {
  return units.get(code) ?? ''
}

function officer(personCode: string, ...roles: Role[]): Actor {
  const id = person(personCode)
  return { kind: 'officer', accountId: id, personId: id, roles, unitIds: [], headOf: [] }
}

/** The administrator's ctx; `park` holds the role. */
function admin(slug: 'mogaha' | 'gangnam' = 'mogaha'): Ctx {
  return t.ctx(slug, officer('park', 'tenant-admin'))
}

describe('the organisation over time', () => {
  test('a renamed unit keeps its old name in the past', async () => {
    const id = unit('audit-team')
    await renameUnit(admin(), { unitId: id, name: { ko: '감사담당관', en: 'Auditor' }, validFrom: july })
    const [before, after] = await withTenant(t.ctx('mogaha'), (tx) =>
      Promise.all([unitByCode(tx, 'audit-team', june), unitByCode(tx, 'audit-team', july)]),
    )
    expect(before?.name.ko).toBe('감사팀')
    expect(after?.name.ko).toBe('감사담당관')
    const history = await unitHistory(admin(), { unitId: id })
    expect(history.map((version) => [version.name.ko, version.validTo])).toEqual([
      ['감사팀', july],
      ['감사담당관', null],
    ])
    await t.expectAudit(t.ctx('mogaha'), { action: 'unit.rename', subjectId: id })
    const early = renameUnit(admin(), { unitId: id, name: title, validFrom: july })
    await expect(early).rejects.toMatchObject({ code: 'identity.date-too-early', field: 'validFrom' })
  })

  test('a moved unit has its old path in the past and its new one from the day on', async () => {
    const id = unit('audit-team')
    const august = new Date('2005-08-01T00:00:00+09:00')
    await moveUnit(admin(), { unitId: id, parentId: unit('innovation-bureau'), validFrom: august })
    const paths = await withTenant(t.ctx('mogaha'), (tx) =>
      Promise.all([ancestorsOf(tx, id, july), ancestorsOf(tx, id, august), ancestorsOf(tx, unit('agency'))]),
    )
    expect(paths).toEqual([[unit('agency')], [unit('innovation-bureau'), unit('agency')], []])
    await t.expectAudit(t.ctx('mogaha'), { action: 'unit.move', subjectId: id })
  })

  test('a unit is not moved below itself, nor under a team', async () => {
    const division = await createUnit(admin(), {
      code: 'division',
      kind: 'bureau',
      name: title,
      parentId: unit('innovation-bureau'),
    })
    const ring = moveUnit(admin(), { unitId: unit('innovation-bureau'), parentId: division.id })
    await expect(ring).rejects.toMatchObject({ code: 'identity.unit-cycle' })
    const under = moveUnit(admin(), { unitId: division.id, parentId: unit('innovation-team') })
    await expect(under).rejects.toMatchObject({ code: 'identity.unit-parent' })
  })

  test('a unit is created once by its code, under a parent that stands', async () => {
    const { id } = await createUnit(admin(), { code: 'new-team', kind: 'team', name: title, parentId: unit('agency') })
    await t.expectAudit(t.ctx('mogaha'), { action: 'unit.create', subjectId: id })
    const again = createUnit(admin(), { code: 'new-team', kind: 'team', name: title, parentId: unit('agency') })
    await expect(again).rejects.toMatchObject({ code: 'identity.unit-code-taken' })
    const second = createUnit(admin(), { code: 'top', kind: 'agency', name: title, parentId: null })
    await expect(second).rejects.toMatchObject({ code: 'identity.agency-exists' })
    const early = {
      code: 'early',
      kind: 'team' as const,
      name: title,
      parentId: unit('agency'),
      validFrom: '2004-01-01T00:00:00Z',
    }
    await expect(createUnit(admin(), early)).rejects.toMatchObject({
      code: 'identity.unit-not-found',
      field: 'parentId',
    })
  })

  test('the tree reads parents first, and as it stood on a day', async () => {
    const tree = await orgTree(t.ctx('mogaha', officer('lee')), { at: june })
    expect(tree.map((each) => each.code)).toEqual(['agency', 'innovation-bureau', 'innovation-team', 'audit-team'])
    expect(await orgTree(t.ctx('mogaha', officer('lee')), { at: '2004-01-01T00:00:00Z' })).toEqual([])
  })

  test('members stand with their head first; one head a unit, one main post a person', async () => {
    const team = unit('innovation-team')
    const members = await withTenant(t.ctx('mogaha'), (tx) => membersOf(tx, team))
    expect(members.map((member) => [member.name, member.isHead])).toEqual([
      ['김혁신', true],
      ['이민원', false],
    ])
    const head = assignPost(admin(), { personId: person('park'), unitId: team, title, isHead: true, concurrent: true })
    await expect(head).rejects.toMatchObject({ code: 'identity.head-exists' })
    const main = assignPost(admin(), { personId: person('lee'), unitId: unit('audit-team'), title })
    await expect(main).rejects.toMatchObject({ code: 'identity.post-main-exists' })
    const twice = assignPost(admin(), { personId: person('lee'), unitId: team, title, concurrent: true })
    await expect(twice).rejects.toMatchObject({ code: 'identity.post-exists' })
  })

  test('a concurrent post is added and ended, and the history keeps both', async () => {
    const post = await assignPost(admin(), {
      personId: person('lee'),
      unitId: unit('audit-team'),
      title,
      isHead: true,
      concurrent: true,
      validFrom: july,
    })
    await t.expectAudit(t.ctx('mogaha'), { action: 'post.assign', subjectId: post.id })
    const autumn = new Date('2005-10-01T00:00:00+09:00')
    await endPost(admin(), { postId: post.id, validTo: autumn })
    await t.expectAudit(t.ctx('mogaha'), { action: 'post.end', subjectId: post.id })
    const heads = await withTenant(t.ctx('mogaha'), (tx) =>
      Promise.all([headOf(tx, unit('audit-team'), july), headOf(tx, unit('audit-team'), autumn)]),
    )
    expect(heads.map((head) => head?.personId ?? null)).toEqual([person('lee'), null])
    const history = await personHistory(admin(), { personId: person('lee') })
    expect(history.map((each) => [each.unitId, each.concurrent, each.validTo])).toEqual([
      [unit('innovation-team'), false, null],
      [unit('audit-team'), true, autumn],
    ])
    await expect(endPost(admin(), { postId: post.id, validTo: autumn })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('an import adds at historical times', async () => {
    const clock = fixedClock('2006-01-02T00:00:00Z')
    const ctx = t.ctx('mogaha', undefined, { clock, origin: 'import' })
    const { id } = await addPerson(ctx, { code: 'choi', name: '최연구' })
    await assignPost(ctx, { personId: id, unitId: unit('innovation-team'), title })
    const row = await t.expectAudit(ctx, { action: 'person.add', subjectId: id })
    expect(row.occurredAt).toEqual(clock.now())
    const members = await withTenant(ctx, (tx) =>
      membersOf(tx, unit('innovation-team'), new Date('2006-01-01T00:00:00Z')),
    )
    expect(members.map((member) => member.name)).not.toContain('최연구')
    await expect(addPerson(ctx, { code: 'choi', name: '최연구' })).rejects.toMatchObject({
      code: 'identity.person-code-taken',
    })
  })
})

describe('laying down an organisation by codes', () => {
  test('again changes nothing; with more in it adds only the new', async () => {
    const spec = orgOf('gangnam')
    const first = await createOrganisation(t.ctx('gangnam'), spec)
    const again = await createOrganisation(t.ctx('gangnam'), spec)
    expect(again).toEqual(first)
    const more = {
      ...spec,
      units: [...spec.units, { code: 'x', kind: 'team' as const, name: title, parent: 'agency' }],
    }
    const third = await createOrganisation(t.ctx('gangnam'), more)
    expect(third.units.size).toBe(first.units.size + 1)
    expect(third.people).toEqual(first.people)
  })

  test('a fault is named by its path and leaves nothing behind', async () => {
    const spec = orgOf('bureau')
    const lost = {
      ...spec,
      units: [...spec.units, { code: 'x', kind: 'team' as const, name: title, parent: 'nowhere' }],
    }
    await expect(createOrganisation(t.ctx('bureau'), lost)).rejects.toMatchObject({
      code: 'identity.unit-unknown-code',
      field: 'units[4].parent',
      params: { code: 'nowhere' },
    })
    const heads = {
      ...spec,
      people: [...spec.people, { code: 'z', name: '둘째', posts: [{ unit: 'innovation-team', title, isHead: true }] }],
    }
    await expect(createOrganisation(t.ctx('bureau'), heads)).rejects.toMatchObject({ code: 'identity.head-exists' })
    const conflicting = {
      ...spec,
      people: [
        {
          code: 'z',
          name: '둘째',
          posts: [],
          roles: [{ role: 'tenant-admin' as const }, { role: 'auditor' as const }],
        },
      ],
    }
    await expect(createOrganisation(t.ctx('bureau'), conflicting)).rejects.toMatchObject({
      code: 'identity.role-incompatible',
    })
    expect(await orgTree(t.ctx('bureau'), {})).toEqual([])
  })

  test('is the system’s: no officer lays down an agency', async () => {
    await expect(createOrganisation(admin(), orgOf('mogaha'))).rejects.toMatchObject({ kind: 'forbidden' })
  })
})

describe('roles', () => {
  test('are granted and taken away by the tenant admin, with reason and trail', async () => {
    const grant = await grantRole(admin(), {
      personId: person('lee'),
      role: 'performance-manager',
      reason: '평가 업무 담당',
    })
    const row = await t.expectAudit(t.ctx('mogaha'), {
      action: 'role.grant',
      subjectType: 'person',
      subjectId: person('lee'),
    })
    expect(row.reason).toBe('평가 업무 담당')
    const twice = grantRole(admin(), { personId: person('lee'), role: 'performance-manager' })
    await expect(twice).rejects.toMatchObject({ code: 'identity.role-exists' })
    expect(await listRoleGrants(admin(), { personId: person('lee') })).toMatchObject([{ role: 'performance-manager' }])
    await revokeRole(admin(), { grantId: grant.id })
    await t.expectAudit(t.ctx('mogaha'), { action: 'role.revoke', subjectType: 'person', subjectId: person('lee') })
    expect(await listRoleGrants(admin(), { personId: person('lee') })).toEqual([])
    await expect(revokeRole(admin(), { grantId: grant.id })).rejects.toMatchObject({ kind: 'not-found' })
  })

  test('nobody changes their own, holds both of a pair that must be apart, or is granted a post’s role', async () => {
    const own = grantRole(admin(), { personId: person('park'), role: 'performance-manager' })
    await expect(own).rejects.toMatchObject({ code: 'identity.role-own' })
    const head = grantRole(admin(), { personId: person('lee'), role: 'team-head' })
    await expect(head).rejects.toMatchObject({ code: 'identity.role-by-post' })
    const grant = await grantRole(admin(), { personId: person('lee'), role: 'performance-manager' })
    const pair = grantRole(admin(), { personId: person('lee'), role: 'tenant-admin' })
    await expect(pair).rejects.toMatchObject({ code: 'identity.role-incompatible' })
    await revokeRole(admin(), { grantId: grant.id })
  })

  test('of the bureau exist in the bureau only, and those of evaluators end', async () => {
    const foreign = grantRole(admin(), { personId: person('lee'), role: 'evaluator', validTo: '2099-01-01T00:00:00Z' })
    await expect(foreign).rejects.toMatchObject({ code: 'identity.role-bureau-only' })
    const { id } = await addPerson(t.ctx('bureau'), { code: 'evaluator', name: '평가위원' })
    await expect(grantRole(t.ctx('bureau'), { personId: id, role: 'evaluator' })).rejects.toMatchObject({
      code: 'identity.role-needs-end',
    })
    await grantRole(t.ctx('bureau'), { personId: id, role: 'evaluator', validTo: '2099-01-01T00:00:00Z' })
  })
})

describe('who may', () => {
  const guest: Actor = { kind: 'guest' }

  test('an officer without the role, a citizen and a guest manage nothing', async () => {
    const citizen: Actor = { kind: 'citizen', accountId: person('lee'), customerId: person('lee') }
    for (const actor of [officer('kim', 'team-head', 'performance-manager'), citizen, guest]) {
      const ctx = t.ctx('mogaha', actor)
      const personId = person('lee')
      const unitId = unit('audit-team')
      const refused = { kind: 'forbidden' }
      await expect(createUnit(ctx, { code: 'q', kind: 'team', name: title, parentId: unitId })).rejects.toMatchObject(
        refused,
      )
      await expect(renameUnit(ctx, { unitId, name: title })).rejects.toMatchObject(refused)
      await expect(moveUnit(ctx, { unitId, parentId: unitId })).rejects.toMatchObject(refused)
      await expect(addPerson(ctx, { code: 'q', name: 'q' })).rejects.toMatchObject(refused)
      await expect(assignPost(ctx, { personId, unitId, title })).rejects.toMatchObject(refused)
      await expect(endPost(ctx, { postId: personId })).rejects.toMatchObject(refused)
      await expect(grantRole(ctx, { personId, role: 'reviewer' })).rejects.toMatchObject(refused)
      await expect(revokeRole(ctx, { grantId: personId })).rejects.toMatchObject(refused)
      await expect(listRoleGrants(ctx, {})).rejects.toMatchObject(refused)
    }
    await expect(orgTree(t.ctx('mogaha', guest), {})).rejects.toMatchObject({ kind: 'forbidden' })
  })

  test('the admin of another agency finds none of these records', async () => {
    const ctx = admin('gangnam')
    const missing = { kind: 'not-found' }
    const unitId = unit('audit-team')
    const personId = person('lee')
    const parentId = unit('agency')
    await expect(renameUnit(ctx, { unitId, name: title })).rejects.toMatchObject(missing)
    await expect(moveUnit(ctx, { unitId, parentId })).rejects.toMatchObject(missing)
    await expect(assignPost(ctx, { personId, unitId, title })).rejects.toMatchObject(missing)
    await expect(grantRole(ctx, { personId, role: 'reviewer' })).rejects.toMatchObject(missing)
    await expect(unitHistory(ctx, { unitId })).rejects.toMatchObject(missing)
    await expect(unitMembers(ctx, { unitId })).rejects.toMatchObject(missing)
    await expect(personHistory(ctx, { personId })).rejects.toMatchObject(missing)
    const under = createUnit(ctx, { code: 'q', kind: 'team', name: title, parentId })
    await expect(under).rejects.toMatchObject({ code: 'identity.unit-not-found' })
    const [post] = await personHistory(admin(), { personId })
    await expect(endPost(ctx, { postId: post?.postId ?? '' })).rejects.toMatchObject(missing)
  })
})
