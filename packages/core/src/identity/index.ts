export type { AccountProfile } from './auth.store.ts'
export { addPerson } from './commands/add-person.ts'
export { assignPost } from './commands/assign-post.ts'
export { changePassword } from './commands/change-password.ts'
export { type CreatedDemoAccount, createDemoAccounts, type DemoAccount } from './commands/create-demo-accounts.ts'
export { createOfficerAccount } from './commands/create-officer-account.ts'
export { type CreatedOrganisation, createOrganisation } from './commands/create-organisation.ts'
export { createUnit } from './commands/create-unit.ts'
export { endPost } from './commands/end-post.ts'
export { grantRole } from './commands/grant-role.ts'
export { moveUnit } from './commands/move-unit.ts'
export { registerCitizen } from './commands/register-citizen.ts'
export { renameUnit } from './commands/rename-unit.ts'
export { resendCode } from './commands/resend-code.ts'
export { revokeRole } from './commands/revoke-role.ts'
export { revokeSession } from './commands/revoke-session.ts'
export { type SignInOptions, type SignInResult, signIn } from './commands/sign-in.ts'
export { signOut } from './commands/sign-out.ts'
export { signOutEverywhere } from './commands/sign-out-everywhere.ts'
export { verifyEmail } from './commands/verify-email.ts'
export { ancestors, inTreeOrder, type Unit } from './domain/organisation.ts'
export type { OrganisationSpec } from './domain/organisation-spec.ts'
export type { UnitKind } from './domain/roles.ts'
export { citizenRegistered, organisationChanged, rightsChanged, sessionRevoked } from './events.ts'
export { cleanUpJob, identitySchedules } from './jobs.ts'
export { identityMessages } from './messages.ts'
export {
  ancestorsOf,
  headOf,
  listUnits,
  type Member,
  membersOf,
  type Person,
  personByCode,
  personById,
  unitByCode,
  unitById,
} from './organisation.store.ts'
export { listUnitStates, type UnitState } from './organisation-history.store.ts'
export { can as canIdentity, IDENTITY_ACTIONS, type IdentityAction, identityAbilities } from './policy.ts'
export { type Post, postsOfPerson } from './posts.store.ts'
export { accountOf, profileOf } from './queries/account-profile.ts'
export { listMySessions } from './queries/list-my-sessions.ts'
export { listRoleGrants } from './queries/list-role-grants.ts'
export { orgTree } from './queries/org-tree.ts'
export { personHistory } from './queries/person-history.ts'
export { personIdByCode } from './queries/person-id-by-code.ts'
export { readDemoCode } from './queries/read-demo-code.ts'
export { unitHistory } from './queries/unit-history.ts'
export { unitMembers } from './queries/unit-members.ts'
export { whoAmI } from './queries/who-am-i.ts'
export { actorForSession, type DemoRule, type IssuedSession, type SignedIn } from './sessions.ts'
