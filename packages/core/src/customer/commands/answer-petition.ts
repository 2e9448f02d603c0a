import { ConflictError, type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { claimRequest, type DomainEvent, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { openFor, recordAct, unknownFile } from '../act.ts'
import { writeAnswer } from '../answer.store.ts'
import type { OpenTask, StepDraft } from '../domain/petition.ts'
import { attachFiles } from '../files.store.ts'
import type { StoredPetition } from '../petition.store.ts'
import { canPerform, type PetitionSubject } from '../policy.ts'
import { type Course, completionOf, courseOf, runEvents, stateOf } from '../proceed.ts'
import { type ActOutput, type AnswerPetitionInput, answerPetitionInput } from '../schemas.ts'

/** Tasks an answer ends with it: writing it, and closing the petition with it. */
const ANSWERING = new Set(['answer', 'complete'])

/**
 * The person in charge answers. Where the process ends with that, the petition is completed and the answer is final;
 * where somebody has to approve first, it waits for them.
 * @throws ConflictError `petition.already-completed` for a second answer, `petition.no-answer-task` naming what is due first
 */
export async function answerPetition(ctx: Ctx, raw: AnswerPetitionInput): Promise<ActOutput> {
  const { idempotencyKey, ...input } = parse(answerPetitionInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<ActOutput>(tx, { procedure: 'petition.answer', key: idempotencyKey, body: input })
    if (claim.replayed) return claim.response
    const { petition, subject, now } = await openFor(tx, 'answer', input)
    const course = await courseOf(tx, petition)
    const { moved, steps, events, answering, ended } = await finishTasks(tx, petition, subject, course)
    if (!answering) throw new ConflictError('petition.no-answer-task', { params: { task: moved.tasks[0]?.name ?? '' } })

    const { body, fileIds } = input
    const draft = { petitionId: petition.id, sequence: petition.sequence + 1, unitId: petition.unitId, body, fileIds }
    // The completion belongs to who answered, wherever the last task has carried the petition.
    const { unitId, personId } = petition
    const done = ended ? completionOf({ ...moved, unitId, personId }, course.calendar, now) : undefined
    const [output, answerId] = await Promise.all([
      recordAct(tx, petition, {
        verb: ended ? 'complete' : 'answer',
        change: {
          ...stateOf(moved),
          ...(ended ? { unitId, personId } : {}),
          status: 'open',
          supplementUntil: null,
          ...done?.change,
        },
        steps: [...steps, { kind: ended ? 'answered' : 'answer-submitted' }, ...(done?.steps ?? [])],
        events: done?.events ?? events,
      }),
      writeAnswer(tx, draft, ended ? 'final' : 'submitted'),
    ])
    if ((await attachFiles(tx, petition.id, fileIds, 'answer', answerId)) !== fileIds.length) throw unknownFile()
    await claim.settle(output)
    return output
  })
}

/**
 * Ends the tasks an answer ends: plain work of the same person before it, the answering itself, and the closing behind.
 * A task that wants a decision is never ended by the way.
 */
async function finishTasks(tx: TxCtx, petition: StoredPetition, subject: PetitionSubject, course: Course) {
  const steps: StepDraft[] = []
  const events: DomainEvent[] = []
  let moved = petition
  let answering = false
  let ended = false
  for (;;) {
    const task = nextTask(moved.tasks, answering)
    if (task === undefined) break
    const own = { ...subject, unitId: moved.unitId, personId: moved.personId }
    if (!canPerform(tx.actor, task, own)) {
      if (!answering && ANSWERING.has(task.action)) throw new ForbiddenError()
      break
    }
    if (!ANSWERING.has(task.action) && Object.keys(course.resultsOf(task.element)).length > 0) break
    const next = await course.advance(moved, { type: 'complete', element: task.element })
    const { run } = next
    answering = answering || ANSWERING.has(task.action)
    if (!ANSWERING.has(task.action)) steps.push({ kind: 'task-completed', element: task.element, stage: moved.stage })
    steps.push(...run.steps)
    events.push(...runEvents(moved, run))
    moved = next.moved
    ended = run.ended
  }
  return { moved, steps, events, answering, ended }
}

function nextTask(tasks: readonly OpenTask[], answering: boolean): OpenTask | undefined {
  const due = tasks.find((task) => ANSWERING.has(task.action))
  return answering ? due : (due ?? tasks[0])
}
