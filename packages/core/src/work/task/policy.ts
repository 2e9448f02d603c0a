import type { Actor, Id } from '../../kernel/index.ts'
import type { TaskAbility } from './domain/abilities.ts'

/** What the policy looks at: ids only. `unitLine` is the card's unit and its units above, nearest first. */
export interface TaskSubject {
  readonly unitLine: readonly Id[]
  readonly ownerId: Id | null
  readonly memberIds: readonly Id[]
}

export type TaskRight = TaskAbility | 'read' | 'create' | 'create-managed'

/** What the people who work on the task do. */
const WORK: ReadonlySet<TaskRight> = new Set([
  'complete-phase',
  'answer-quality',
  'edit-publicity',
  'edit-customers',
  'tie-petition',
])
/** What the person in charge decides, and the heads above. */
const CHARGE: ReadonlySet<TaskRight> = new Set([
  ...WORK,
  'edit',
  'hand-over',
  'close',
  'reopen',
  'edit-plan',
  'reopen-phase',
  'change-progress',
  'plan-quality',
  'complete-quality-stage',
  'reopen-quality-stage',
])
/** What managers decide: what is a managed task, and what is watched. */
const MANAGE: ReadonlySet<TaskRight> = new Set(['create-managed', 'edit-managed', 'mark', 'lift-mark'])
/** Roles that manage any task of their agency. */
const MANAGERS = ['minister', 'vice-minister', 'performance-manager'] as const

/**
 * Whether the actor may do it, the card's state aside. Cards are open to all officers of the agency; the records in
 * their 실적 have audiences of their own. Members of a unit open cards of its unit tasks; the person in charge, those
 * who work along, and the heads of the line work on them; heads and the performance manager manage (R8, R15).
 */
export function canTask(actor: Actor, right: TaskRight, task: TaskSubject): boolean {
  if (actor.kind === 'system') return true
  if (actor.kind !== 'officer') return false
  if (right === 'read') return true
  const [unitId] = task.unitLine
  const head = task.unitLine.some((id) => actor.headOf.includes(id))
  const manager = MANAGERS.some((role) => actor.roles.includes(role))
  if (MANAGE.has(right)) return head || manager
  if (right === 'create') return head || manager || (unitId !== undefined && actor.unitIds.includes(unitId))
  if (actor.personId === task.ownerId || head) return CHARGE.has(right)
  return task.memberIds.includes(actor.personId) && WORK.has(right)
}
