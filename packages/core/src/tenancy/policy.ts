import type { Actor } from '../kernel/index.ts'

export const TENANCY_ACTIONS = [
  'release.publish',
  'release.activate',
  'release.read',
  'tenants.overview',
  'tenants.register',
] as const

export type TenancyAction = (typeof TENANCY_ACTIONS)[number]

/**
 * Who may do what with agencies and releases. Publishing and registering is the operator's (CLI, a system actor);
 * an agency's own administrator decides what it runs; the bureau's looks over all.
 */
export function can(actor: Actor, action: TenancyAction): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  const { roles } = actor
  switch (action) {
    case 'release.publish':
    case 'tenants.register':
      return false
    case 'release.activate':
      return roles.includes('tenant-admin')
    case 'release.read':
      return roles.some((role) => role === 'tenant-admin' || role === 'bureau-admin' || role === 'performance-manager')
    case 'tenants.overview':
      return roles.includes('bureau-admin')
  }
}
