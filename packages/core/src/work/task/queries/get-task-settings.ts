import { listUnits } from '../../../identity/index.ts'
import type { Ctx, Id } from '../../../kernel/index.ts'
import { calendarFor, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { currentWork } from '../../release.ts'
import { askedItems } from '../domain/quality.ts'
import { fieldView } from '../field-view.ts'
import { canTask } from '../policy.ts'
import type { TaskSettingsOutput } from '../schemas.ts'
import { requireOfficer } from './list-tasks.ts'

/**
 * What forms for cards offer: the release's fields, phases, objectives and quality stages, and the units the actor may
 * open cards for.
 * @throws ForbiddenError for who is no officer; ConflictError `work.not-in-release`
 */
export async function getTaskSettings(ctx: Ctx): Promise<TaskSettingsOutput> {
  return withTenant(ctx, async (tx) => {
    requireOfficer(tx)
    const [{ hash, work }, units, calendar] = await Promise.all([currentWork(tx), listUnits(tx), calendarFor(tx)])
    const release = await releaseByHash(tx, hash)
    const parents = new Map(units.map((unit) => [unit.id, unit.parentId]))
    const subject = (id: Id) => {
      const unitLine: Id[] = []
      for (let at: Id | null = id; at !== null && unitLine.length < 40; at = parents.get(at) ?? null) unitLine.push(at)
      return { unitLine, ownerId: null, memberIds: [] }
    }
    return {
      fields: work.task.fields.map(fieldView),
      phases: work.task.phases.map(({ name, weight }) => ({ name, plannedWeight: weight })),
      objectives: release.performance.objectives.map(({ key, name }) => ({ key, name })),
      qualityStages: work.qualityStages.map(({ key, name, items }) => ({ key, name, items: askedItems(items).length })),
      units: units
        .filter((unit) => canTask(tx.actor, 'create', subject(unit.id)))
        .sort((a, b) => a.sort - b.sort || a.code.localeCompare(b.code))
        .map(({ id, name }) => ({ id, name, managed: canTask(tx.actor, 'create-managed', subject(id)) })),
      today: calendar.dayOf(tx.clock.now()),
    }
  })
}
