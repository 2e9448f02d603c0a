import {
  addPerson,
  assignPost,
  createUnit,
  grantRole,
  listMySessions,
  readDemoCode,
  registerCitizen,
} from '@harmony/core/identity'
import type { Id } from '@harmony/core/kernel'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'

const FAR = '2099-01-01T00:00:00.000Z'

/** Identity's procedures: each act on a person or unit made for it. */
export const identityPlans: Plans = {
  'identity.me': { ...nothing, holder: true },
  'identity.signIn': {
    ...inputs((agency) => ({ email: agency.emailOf('citizen'), password: agency.password })),
    spends: true,
    fresh: true,
  },
  'identity.signOut': { ...nothing, spends: true },
  'identity.signOutEverywhere': { ...nothing, spends: true, holder: true },
  'identity.sessions': { ...nothing, holder: true },
  'identity.revokeSession': { ...inputs(async (agency) => ({ handle: await handleOf(agency) })), holder: true },
  'identity.changePassword': {
    ...inputs((agency) => ({ current: agency.password, next: `${agency.password} again` })),
    spends: true,
    holder: true,
  },
  'identity.register': { ...inputs((agency) => registration(agency)), fresh: true },
  'identity.verifyEmail': {
    ...inputs(async (agency) => {
      const registrationId = await registered(agency)
      return { registrationId, code: await codeOf(agency, registrationId) }
    }),
    fresh: true,
  },
  'identity.resendCode': { ...inputs(async (agency) => ({ registrationId: await registered(agency) })), fresh: true },
  'identity.demoCode': inputs(async (agency) => ({ registrationId: await registered(agency) })),
  'identity.demoSignIns': nothing,
  'identity.orgTree': inputs(() => ({})),
  'identity.members': inputs(async (agency) => ({ unitId: await agency.unitId(agency.cast.unit) })),
  'identity.unitHistory': inputs(async (agency) => ({ unitId: await agency.unitId(agency.cast.otherUnit) })),
  'identity.personHistory': inputs(async (agency) => ({ personId: await agency.personId('marked') })),
  'identity.roleGrants': inputs((agency) => ({ personId: agency.person('officer').personId })),
  'identity.createUnit': inputs(async (agency) => ({
    code: `new-${agency.next()}`,
    kind: 'team',
    name: names(agency),
    parentId: await rootOf(agency),
  })),
  'identity.renameUnit': inputs(async (agency) => ({ unitId: await team(agency), name: names(agency) })),
  'identity.moveUnit': inputs(async (agency) => ({
    unitId: await team(agency),
    parentId: (await unitOf(agency, 'bureau')) ?? '',
  })),
  'identity.addPerson': inputs((agency) => ({ code: `new-${agency.next()}`, name: agency.text('신규') })),
  'identity.assignPost': inputs(async (agency) => ({
    personId: await newcomer(agency),
    unitId: await agency.unitId(agency.cast.otherUnit),
    title: names(agency),
  })),
  'identity.endPost': inputs(async (agency) => {
    const post = { personId: await newcomer(agency), unitId: await agency.unitId(agency.cast.otherUnit) }
    return { postId: (await assignPost(agency.ctx('system', 9), { ...post, title: names(agency) })).id, validTo: FAR }
  }),
  'identity.grantRole': inputs(async (agency) => ({
    personId: await newcomer(agency),
    role: 'reviewer',
    unitId: await agency.unitId(agency.cast.unit),
    reason: agency.text('부여'),
  })),
  'identity.revokeRole': inputs(async (agency) => {
    const grant = await grantRole(agency.ctx(), { personId: await newcomer(agency), role: 'reviewer' })
    return { grantId: grant.id }
  }),
  'identity.createOfficerAccount': inputs(async (agency) => ({
    personId: await newcomer(agency),
    email: `new-${agency.next()}.${agency.mark}@g2.example`,
    password: 'seven bridges of Jinju',
  })),
}

const names = (agency: Agency) => ({ ko: agency.text('이름'), en: agency.text('Name') })

async function unitOf(agency: Agency, kind: 'agency' | 'bureau'): Promise<Id | undefined> {
  const [unit] = await agency.t.admin<{ id: Id }[]>`
    select id from unit where tenant_id = ${agency.ctx().tenantId} and kind = ${kind} order by id limit 1`
  return unit?.id
}

const rootOf = async (agency: Agency) => (await unitOf(agency, 'agency')) ?? ''

async function team(agency: Agency): Promise<Id> {
  const unit = { code: `team-${agency.next()}`, kind: 'team' as const, name: names(agency) }
  return (await createUnit(agency.ctx('system', 9), { ...unit, parentId: await rootOf(agency) })).id
}

async function newcomer(agency: Agency): Promise<Id> {
  return (await addPerson(agency.ctx(), { code: `newcomer-${agency.next()}`, name: agency.text('새사람') })).id
}

async function handleOf(agency: Agency): Promise<Id> {
  await agency.session(agency.emailOf('citizen'))
  const account = { id: agency.person('citizen').accountId, kind: 'citizen' as const, name: '', email: '' }
  const [newest] = await listMySessions(agency.ctx(), { account, handle: '' })
  return newest?.handle ?? ''
}

const registration = (agency: Agency) => ({
  email: `reg-${agency.next()}.${agency.mark}@g2.example`,
  password: 'seven bridges of Jinju',
  name: agency.text('가입자'),
})

async function registered(agency: Agency): Promise<Id> {
  return (await registerCitizen(agency.ctx(), registration(agency))).registrationId
}

/** The code as the citizen's mail has it. */
async function codeOf(agency: Agency, registrationId: Id): Promise<string> {
  return (await readDemoCode(agency.ctx(), { registrationId }, { demoAccounts: true })).code ?? ''
}
