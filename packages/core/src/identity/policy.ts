import type { Actor, Role } from '../kernel/index.ts'

/** What one may do with people and organisation. */
export const IDENTITY_ACTIONS = [
  'organisation.read',
  'organisation.manage',
  'roles.read',
  'roles.manage',
  'accounts.manage',
] as const

export type IdentityAction = (typeof IDENTITY_ACTIONS)[number]

const BY_ROLE: Readonly<Partial<Record<Role, readonly IdentityAction[]>>> = {
  'tenant-admin': ['organisation.manage', 'roles.read', 'roles.manage', 'accounts.manage'],
  auditor: ['roles.read'],
}

/**
 * Whether an actor may do it (R58). Every officer reads the organisation; managing it is the tenant
 * administrator's, who in turn reads no petition and no score by that role.
 */
export function can(actor: Actor, action: IdentityAction): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  if (action === 'organisation.read') return true
  return actor.roles.some((role) => BY_ROLE[role]?.includes(action) ?? false)
}

/** The actions open to an actor, for the screens. */
export function identityAbilities(actor: Actor): IdentityAction[] {
  return IDENTITY_ACTIONS.filter((action) => can(actor, action))
}
