import { unitTasksByIds } from '../../../brm/index.ts'
import { type Ctx, NotFoundError } from '../../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { workByHash } from '../../release.ts'
import { abilitiesOf } from '../abilities.ts'
import { achievementCounts } from '../achievement-view.store.ts'
import { findCard } from '../card.store.ts'
import { daysLateOf, phaseState, planStanding } from '../domain/plan.ts'
import { fieldView, objectiveView } from '../field-view.ts'
import { findManagedTask } from '../managed.store.ts'
import { managedTaskRows } from '../managed-view.store.ts'
import { marksOf } from '../mark.store.ts'
import { namesOfPeople, namesOfUnits } from '../people.store.ts'
import { stagesOf } from '../quality.store.ts'
import { type TaskCardIdInput, type TaskCardView, taskCardIdInput } from '../schemas.ts'

/**
 * A card with 표제부, 계획관리 and what the actor may do; open to all officers of the agency. Counts hold only records
 * within the reader's audience.
 * @throws NotFoundError `task.not-found`, also for who is no officer
 */
export async function getTaskCard(ctx: Ctx, raw: TaskCardIdInput): Promise<TaskCardView> {
  const { taskCardId } = parse(taskCardIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new NotFoundError('task.not-found')
  return withTenant(ctx, async (tx) => {
    const card = await findCard(tx, taskCardId)
    const doers = card.phases.flatMap((phase) => phase.completedBy ?? [])
    const personIds = [card.ownerId, ...card.memberIds, ...doers, card.manual?.by ?? [], card.changedBy ?? []].flat()
    const [calendar, release, { work }, people, [unit], [unitTask], managed, marks, counts, stages] = await Promise.all(
      [
        calendarFor(tx),
        releaseByHash(tx, card.releaseHash),
        workByHash(tx, card.releaseHash),
        namesOfPeople(tx, [...new Set(personIds)]),
        namesOfUnits(tx, [card.unitId]),
        unitTasksByIds(tx, [card.unitTaskId]),
        card.managedTaskId === null ? null : managedOf(tx, card.managedTaskId),
        marksOf(tx, card.id),
        achievementCounts(tx, card.id),
        stagesOf(tx, card.id),
      ],
    )
    const names = new Map(people.map((person) => [person.id, person]))
    const person = (id: string | null) => (id === null ? null : (names.get(id) ?? { id, name: '—' }))
    const known = (id: string) => names.get(id) ?? { id, name: '—' }
    const today = calendar.dayOf(tx.clock.now())
    const standing = planStanding(card.phases, today)
    const open = marks.filter((mark) => mark.liftedAt === null)
    const marked = (mark: 'weak' | 'watch') => open.some((one) => one.mark === mark)
    const { manual } = card
    return {
      id: card.id,
      name: card.name,
      year: card.year,
      status: card.status,
      openedOn: card.openedOn,
      closedOn: card.closedOn,
      closeReason: card.closeReason,
      unitTask: {
        id: card.unitTaskId,
        code: unitTask?.code ?? '',
        name: unitTask?.name ?? '—',
        path: [...(unitTask?.path ?? [])],
      },
      unit: unit ?? { id: card.unitId, name: { ko: '—', en: '—' } },
      owner: known(card.ownerId),
      members: card.memberIds.map(known),
      goal: card.goal,
      background: card.background,
      fields: { ...card.fields },
      fieldTypes: work.task.fields.map(fieldView),
      managedTask: managed === null ? null : { ...managed, objective: objectiveView(release, managed.objectiveKey) },
      standing: {
        ...standing,
        manualProgress: manual?.percent ?? null,
        behind: standing.delayed || marked('weak'),
        watched: marked('watch'),
      },
      manual:
        manual === null
          ? null
          : { percent: manual.percent, reason: manual.reason, by: person(manual.by), at: manual.at.toISOString() },
      phases: card.phases.map(({ sequence: _sequence, ...phase }, i) => ({
        ...phase,
        position: i + 1,
        completedBy: person(phase.completedBy),
        state: phaseState(phase, today),
        daysLate: daysLateOf(phase, today),
      })),
      suggestedPhases: work.task.phases.map(({ name, weight }) => ({ name, plannedWeight: weight })),
      marks,
      counts,
      today,
      version: card.version,
      planVersion: card.planVersion,
      changedBy: person(card.changedBy),
      changedAt: card.changedAt.toISOString(),
      abilities: await abilitiesOf(tx, card, {
        openStages: stages.filter((stage) => stage.completedDate === null).length,
        doneStages: stages.filter((stage) => stage.completedDate !== null).length,
        openMarks: open.length,
      }),
    }
  })
}

async function managedOf(tx: Parameters<typeof findManagedTask>[0], id: string) {
  const [task, [row]] = await Promise.all([findManagedTask(tx, id), managedTaskRows(tx, { id, limit: 1 })])
  const { name, objectiveKey, annualReport, qualityManaged, version } = task
  return { id, name, objectiveKey, annualReport, qualityManaged, version, cards: row?.cards ?? 0 }
}
