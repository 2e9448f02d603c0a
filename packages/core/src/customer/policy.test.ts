import { describe, expect, it } from 'vitest'
import { type Actor, newId, type Role } from '../kernel/index.ts'
import type { OpenTask } from './domain/petition.ts'
import { can, canPerform, canReadQueue, type PetitionRight, type PetitionSubject } from './policy.ts'

const [unitId, bureauId, otherUnitId, me, other, accountId] = [newId(), newId(), newId(), newId(), newId(), newId()]
const officer = (rights: { unitIds?: string[]; headOf?: string[]; roles?: Role[]; personId?: string }): Actor => ({
  kind: 'officer',
  accountId: newId(),
  personId: me,
  roles: [],
  unitIds: [],
  headOf: [],
  ...rights,
})
const petition: PetitionSubject = { accountId, unitId, unitLine: [unitId, bureauId], personId: me }
const others: PetitionSubject = { ...petition, personId: other }
const all: PetitionRight[] = [
  'read',
  'take',
  'assign',
  'transfer',
  'transfer-to-agency',
  'refuse-transfer',
  'request-supplement',
  'submit-supplement',
  'extend',
  'message',
  'draft-answer',
  'complete-task',
  'answer',
  'rate',
  'reopen',
  'withdraw',
]
const rightsOf = (actor: Actor, subject: PetitionSubject) => all.filter((right) => can(actor, right, subject))

describe('who may do what with a petition', () => {
  it.each<[string, Actor, PetitionSubject, PetitionRight[]]>([
    ['a guest', { kind: 'guest' }, petition, []],
    [
      'its citizen',
      { kind: 'citizen', accountId, customerId: newId() },
      petition,
      ['read', 'submit-supplement', 'message', 'rate', 'reopen', 'withdraw'],
    ],
    ['another citizen', { kind: 'citizen', accountId: newId(), customerId: newId() }, petition, []],
    ['an officer of another unit', officer({ unitIds: [otherUnitId], roles: ['petition-handler'] }), others, []],
    ['a colleague without the role', officer({ unitIds: [unitId] }), others, ['read', 'complete-task']],
    [
      'a handler of the unit',
      officer({ unitIds: [unitId], roles: ['petition-handler'] }),
      others,
      ['read', 'take', 'complete-task'],
    ],
    [
      'the head of the bureau above',
      officer({ unitIds: [bureauId], headOf: [bureauId] }),
      others,
      ['read', 'assign', 'transfer', 'transfer-to-agency', 'refuse-transfer', 'complete-task'],
    ],
    ['an auditor', officer({ unitIds: [otherUnitId], roles: ['auditor'] }), others, ['read']],
    [
      'a unit asked for its opinion',
      officer({ unitIds: [otherUnitId] }),
      { ...others, askedUnitIds: [otherUnitId] },
      ['read', 'complete-task'],
    ],
  ])('%s', (_who, actor, subject, rights) => {
    expect(rightsOf(actor, subject)).toEqual(rights)
  })

  it('the person in charge handles, but neither assigns nor acts for the citizen', () => {
    const rights = rightsOf(officer({ unitIds: [unitId], roles: ['petition-handler'] }), petition)
    for (const right of ['answer', 'draft-answer', 'extend', 'request-supplement', 'transfer'] as const)
      expect(rights).toContain(right)
    for (const right of ['assign', 'rate', 'reopen', 'withdraw', 'submit-supplement'] as const)
      expect(rights).not.toContain(right)
  })
})

describe('whose a task is', () => {
  const task = (performer: string, at = unitId): OpenTask => ({
    element: 'e',
    name: 'e',
    action: 'handle',
    stage: 'review',
    performer,
    unitId: at,
  })

  it('the person’s in charge, anybody’s of the unit while nobody is', () => {
    const colleague = officer({ unitIds: [unitId], personId: newId() })
    expect(canPerform(officer({ unitIds: [unitId] }), task('unit:duty'), petition)).toBe(true)
    expect(canPerform(colleague, task('unit:duty'), petition)).toBe(false)
    expect(canPerform(colleague, task('unit:duty'), { ...petition, personId: null })).toBe(true)
  })

  it('a role’s in the line of the unit only', () => {
    const head = (headOf: string[]) => officer({ roles: ['team-head'], headOf, personId: newId() })
    expect(canPerform(head([unitId]), task('role:team-head'), petition)).toBe(true)
    expect(canPerform(head([otherUnitId]), task('role:team-head'), petition)).toBe(false)
    expect(canPerform(officer({ headOf: [unitId] }), task('role:team-head'), petition)).toBe(false)
  })

  it('another unit’s that is asked for a hand', () => {
    const asked = task('unit:legal-affairs', otherUnitId)
    expect(canPerform(officer({ unitIds: [otherUnitId], personId: newId() }), asked, petition)).toBe(true)
    expect(canPerform(officer({ unitIds: [unitId] }), asked, petition)).toBe(false)
  })
})

describe('whose queue one reads', () => {
  it('one’s own, of units below one’s own head’s post, any with oversight', () => {
    expect(canReadQueue(officer({ unitIds: [unitId] }), [unitId])).toBe(true)
    expect(canReadQueue(officer({ headOf: [bureauId] }), [unitId, bureauId])).toBe(true)
    expect(canReadQueue(officer({ unitIds: [bureauId] }), [unitId, bureauId])).toBe(false)
    expect(canReadQueue(officer({ roles: ['performance-manager'] }), [unitId])).toBe(true)
    expect(canReadQueue({ kind: 'citizen', accountId, customerId: newId() }, [unitId])).toBe(false)
  })
})
