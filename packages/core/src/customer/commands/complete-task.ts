import { ConflictError, type Ctx } from '../../kernel/index.ts'
import { authorise, type DomainEvent, parse, withTenant } from '../../platform/index.ts'
import { openFor, recordAct } from '../act.ts'
import { settleSubmittedAnswer } from '../answer.store.ts'
import type { StepDraft } from '../domain/petition.ts'
import { canPerform } from '../policy.ts'
import { completionOf, courseOf, runEvents, stateOf } from '../proceed.ts'
import { type ActOutput, type CompleteTaskInput, completeTaskInput } from '../schemas.ts'

/**
 * An officer ends a waiting task of the process with its results; the process decides what comes next. Where it ends
 * the process, the submitted answer becomes final and the petition is completed.
 * @throws ConflictError `petition.task-not-open`, `petition.answer-needed`; ValidationError for results the task does not declare
 */
export async function completeTask(ctx: Ctx, raw: CompleteTaskInput): Promise<ActOutput> {
  const input = parse(completeTaskInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, subject, now } = await openFor(tx, 'complete-task', input)
    const task = petition.tasks.find((one) => one.element === input.element)
    if (task === undefined) throw new ConflictError('petition.task-not-open')
    authorise(canPerform(tx.actor, task, subject))
    if (task.action === 'answer') throw new ConflictError('petition.answer-needed')
    const course = await courseOf(tx, petition)
    const { element } = task
    const { run, moved } = await course.advance(petition, { type: 'complete', element, result: input.result })
    const steps: StepDraft[] = [
      {
        kind: 'task-completed',
        element: task.element,
        stage: petition.stage,
        reason: input.note || undefined,
        facts: input.result,
      },
      ...run.steps,
    ]
    const backToWriting = run.tasks.some((one) => one.action === 'answer')
    if (run.ended || backToWriting) {
      const settled = await settleSubmittedAnswer(tx, petition.id, petition.sequence + 1, run.ended ? 'final' : 'draft')
      if (run.ended && !settled) throw new ConflictError('petition.answer-needed')
    }
    const { unitId, personId } = petition
    const done = run.ended ? completionOf({ ...moved, unitId, personId }, course.calendar, now) : undefined
    const events: DomainEvent[] = done?.events ?? runEvents(petition, run)
    return recordAct(tx, petition, {
      verb: run.ended ? 'complete' : 'complete-task',
      change: {
        ...stateOf(moved),
        ...(run.ended ? { unitId, personId } : {}),
        status: 'open',
        supplementUntil: null,
        ...done?.change,
      },
      steps: [...steps, ...(done?.steps ?? [])],
      events,
      reason: input.note || undefined,
    })
  })
}
