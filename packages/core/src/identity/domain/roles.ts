import type { Id, Role } from '../../kernel/index.ts'

export type UnitKind = 'agency' | 'bureau' | 'team'

export interface HeldPost {
  readonly unitId: Id
  readonly unitKind: UnitKind
  readonly isHead: boolean
}

export interface HeldGrant {
  readonly role: Role
  /** Holds only while the person has a post in that unit; null for the whole agency. */
  readonly unitId: Id | null
}

/** Roles that come with a post and are never granted. */
export const POST_ROLES: readonly Role[] = ['bureau-head', 'team-head', 'team-member']

/** Roles of the innovation bureau's own people (R58; architecture: tenant wall, point 7). */
export const BUREAU_ROLES: readonly Role[] = ['bureau-admin', 'evaluator', 'committee-member', 'consultant', 'judge']

/** Assignments that end by themselves. */
export const ENDING_ROLES: readonly Role[] = ['evaluator', 'committee-member', 'consultant', 'judge']

/** Nobody both rules and checks: who manages rights does not set targets, nor audits the two. */
export const INCOMPATIBLE: readonly (readonly [Role, Role])[] = [
  ['tenant-admin', 'performance-manager'],
  ['tenant-admin', 'auditor'],
  ['performance-manager', 'auditor'],
  ['bureau-admin', 'evaluator'],
  ['evaluator', 'consultant'],
]

/** The roles a person has by posts and grants of one instant, in alphabetical order, each once. */
export function rolesOf(posts: readonly HeldPost[], grants: readonly HeldGrant[]): Role[] {
  const units = new Set(posts.map((post) => post.unitId))
  const roles = new Set<Role>()
  for (const post of posts) {
    const role = roleOfPost(post)
    if (role !== null) roles.add(role)
  }
  for (const grant of grants) {
    if (grant.unitId === null || units.has(grant.unitId)) roles.add(grant.role)
  }
  return [...roles].sort()
}

function roleOfPost(post: HeldPost): Role | null {
  if (post.unitKind === 'bureau') return post.isHead ? 'bureau-head' : 'team-member'
  if (post.unitKind === 'team') return post.isHead ? 'team-head' : 'team-member'
  return null
}

export interface GrantRequest {
  readonly role: Role
  readonly personId: Id
  /** Null when the system itself grants (seeding). */
  readonly byPersonId: Id | null
  readonly held: readonly Role[]
  readonly tenantKind: 'ministry' | 'local-government' | 'bureau'
  readonly endsAt: Date | null
}

export interface GrantRefusal {
  readonly code: string
  readonly params: Readonly<Record<string, string>>
}

/** Why a role may not be granted, or null when it may. */
export function refuseGrant(request: GrantRequest): GrantRefusal | null {
  const { role } = request
  if (request.byPersonId === request.personId) return { code: 'identity.role-own', params: {} }
  if (POST_ROLES.includes(role)) return { code: 'identity.role-by-post', params: { role } }
  if (BUREAU_ROLES.includes(role) && request.tenantKind !== 'bureau') {
    return { code: 'identity.role-bureau-only', params: { role } }
  }
  if (ENDING_ROLES.includes(role) && request.endsAt === null)
    return { code: 'identity.role-needs-end', params: { role } }
  for (const [one, other] of INCOMPATIBLE) {
    if (role === one && request.held.includes(other))
      return { code: 'identity.role-incompatible', params: { role, other } }
    if (role === other && request.held.includes(one)) {
      return { code: 'identity.role-incompatible', params: { role, other: one } }
    }
  }
  return null
}
