import type { Actor, Id } from '../kernel/index.ts'

/** Whether the actor reads the functions: every officer of the agency does, they are its manual. */
export function canReadFunctions(actor: Actor): boolean {
  return actor.kind === 'officer' || actor.kind === 'system'
}

/** Whether the actor brings in a new version of the tree: the tenant administrator, and the command line. */
export function canImportFunctions(actor: Actor): boolean {
  if (actor.kind === 'system') return true
  return actor.kind === 'officer' && actor.roles.includes('tenant-admin')
}

/** Whether the actor edits a unit task's information: the tenant administrator or the head of a performing unit. */
export function canEditUnitTask(actor: Actor, task: { readonly unitIds: readonly Id[] }): boolean {
  if (canImportFunctions(actor)) return true
  return actor.kind === 'officer' && task.unitIds.some((unitId) => actor.headOf.includes(unitId))
}
