import type { Actor, Id, Role } from '../kernel/index.ts'

export const PERFORMANCE_ACTIONS = [
  'scores.read',
  'evidence.read',
  'period.close',
  'scores.publish',
  'scores.rebuild',
  'published.read',
] as const

export type PerformanceAction = (typeof PERFORMANCE_ACTIONS)[number]

/** The unit asked about: its id, then the units above it, up to the agency. */
export interface UnitSubject {
  readonly unitPath: readonly Id[]
}

const SEE_ALL: readonly Role[] = ['performance-manager', 'minister', 'vice-minister', 'auditor']
const READ_PUBLISHED: readonly Role[] = ['bureau-admin', 'evaluator', 'consultant', 'performance-manager']

/**
 * Whether an actor may do it (R35, R58). An officer reads the scores of the own units and of the agency,
 * the evidence only of the own units; a head and a performance manager also of all units below. Citizens: nothing.
 */
export function can(actor: Actor, action: PerformanceAction, subject: UnitSubject = { unitPath: [] }): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  const has = (roles: readonly Role[]) => actor.roles.some((role) => roles.includes(role))
  switch (action) {
    case 'scores.read':
      return has(SEE_ALL) || isWithin(actor, subject) || isAgency(subject)
    case 'evidence.read':
      return has(SEE_ALL) || isWithin(actor, subject)
    case 'period.close':
    case 'scores.publish':
    case 'scores.rebuild':
      return has(['performance-manager'])
    case 'published.read':
      return has(READ_PUBLISHED)
  }
}

/** The actions open to an actor, with the own unit where one is asked about; for the screens. */
export function performanceAbilities(actor: Actor): PerformanceAction[] {
  const subject = { unitPath: actor.kind === 'officer' ? actor.unitIds.slice(0, 1) : [] }
  return PERFORMANCE_ACTIONS.filter((action) => can(actor, action, subject))
}

type Officer = Extract<Actor, { kind: 'officer' }>

function isWithin(actor: Officer, { unitPath }: UnitSubject): boolean {
  const [own] = unitPath
  return (own !== undefined && actor.unitIds.includes(own)) || unitPath.some((id) => actor.headOf.includes(id))
}

/** The agency's own scores are every officer's to see. */
function isAgency({ unitPath }: UnitSubject): boolean {
  return unitPath.length === 1
}
