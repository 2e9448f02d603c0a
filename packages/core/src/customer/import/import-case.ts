import { type Ctx, fixedClock, HarmonyError, type Id, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { answerPetition } from '../commands/answer-petition.ts'
import { assignPetition } from '../commands/assign-petition.ts'
import { completeTask } from '../commands/complete-task.ts'
import { filePetition } from '../commands/file-petition.ts'
import { ratePetition } from '../commands/rate-petition.ts'
import { requestSupplement } from '../commands/request-supplement.ts'
import { submitSupplement } from '../commands/submit-supplement.ts'
import { transferPetition } from '../commands/transfer-petition.ts'
import type { OpenTask } from '../domain/petition.ts'
import { findPetition, type StoredPetition } from '../petition.store.ts'
import type { ImportAct, ImportCase } from './case.ts'
import type { CodeBook } from './plan-organisation.ts'

/** What all cases of an import share. */
export interface ImportFrame {
  readonly source: string
  readonly book: CodeBook
  readonly units: ReadonlyMap<string, Id>
  readonly people: ReadonlyMap<string, Id>
  /** Results for tasks of the process that want a decision, by element. */
  readonly decisions: Readonly<Record<string, Readonly<Record<string, string | number | boolean>>>>
}

/** Where a case stands while its history is told. */
interface Standing {
  readonly petitionId: Id
  unitId: Id
  personId: Id | null
}

const TRANSFER_REASON = '이전 시스템의 기록에 따른 담당 부서'
const SUPPLEMENT_TEXT = '이전 시스템에서 요구한 보완'
const MAX_TASKS = 30

/**
 * Tells one case of a log again through the commands a citizen and officers would have used, each at its own time.
 * Joins the caller's transaction: the case is there whole or not at all.
 * @returns the petition's id
 * @throws HarmonyError of the first command that refuses
 */
export async function importCase(tx: TxCtx, one: ImportCase, frame: ImportFrame): Promise<Id> {
  const filed = await filePetition(at(tx, one.receivedAt), {
    serviceKey: one.serviceKey,
    title: one.title,
    body: one.body,
    channel: one.channel,
    externalRef: `${frame.source}:${one.externalId}`,
  })
  const standing: Standing = { petitionId: filed.petitionId, unitId: filed.unitId, personId: filed.personId }
  await place(at(tx, one.receivedAt), standing, one.unit, one.person, frame)
  for (const act of one.acts) await perform(at(tx, act.at), standing, act, frame)
  if (one.completedAt !== null) await complete(at(tx, one.completedAt), standing, one.answer, frame)
  if (one.rating !== null) {
    const { at: ratedAt, comment, ...stars } = one.rating
    const rating = comment === null ? stars : { ...stars, comment }
    await ratePetition(at(tx, ratedAt), { petitionId: standing.petitionId, ...rating })
  }
  return standing.petitionId
}

function at(tx: TxCtx, instant: Date): TxCtx {
  return { ...tx, clock: fixedClock(instant) }
}

/** Brings the petition to the unit and person the log names, where it is not there already. */
async function place(
  ctx: Ctx,
  standing: Standing,
  unit: string | null,
  person: string | null,
  frame: ImportFrame,
): Promise<void> {
  const unitCode = frame.book.unit(unit)
  const personCode = frame.book.person(person)
  const { petitionId } = standing
  if (unitCode !== null) {
    const unitId = frame.units.get(unitCode)
    if (unitId === undefined) throw new ValidationError('import.unit-unknown', { params: { unit: unitCode } })
    if (unitId !== standing.unitId) {
      await transferPetition(ctx, { petitionId, unitId, reason: TRANSFER_REASON })
      standing.unitId = unitId
      standing.personId = null
    }
  }
  if (personCode !== null) {
    const personId = frame.people.get(personCode)
    if (personId === undefined) throw new ValidationError('import.person-unknown', { params: { person: personCode } })
    if (personId !== standing.personId) {
      await assignPetition(ctx, { petitionId, personId })
      standing.personId = personId
    }
  }
}

async function perform(ctx: TxCtx, standing: Standing, act: ImportAct, frame: ImportFrame): Promise<void> {
  const { petitionId } = standing
  switch (act.kind) {
    case 'assign':
      return place(ctx, standing, null, act.person, { ...frame, book: { ...frame.book, unit: () => null } })
    case 'transfer':
      return place(ctx, standing, act.unit, act.person, frame)
    case 'request-supplement':
      await requestSupplement(ctx, { petitionId, request: act.note ?? SUPPLEMENT_TEXT })
      return
    case 'submit-supplement':
      await submitSupplement(ctx, { petitionId, reply: act.note ?? SUPPLEMENT_TEXT })
      return
    case 'complete-task': {
      const petition = await findPetition(ctx, petitionId)
      const task = petition.tasks.find((open) => !isAnswering(open))
      if (task !== undefined) await finish(ctx, standing, task, frame)
    }
  }
}

/** Ends what the process still waits for, with the answer where it is due, until it is completed. */
async function complete(ctx: TxCtx, standing: Standing, answer: string, frame: ImportFrame): Promise<void> {
  const { petitionId } = standing
  const owner = { unitId: standing.unitId, personId: standing.personId }
  let answered = false
  // A process that asks for decisions is looked at first; any other ends with the answer alone.
  let petition = Object.keys(frame.decisions).length === 0 ? undefined : await findPetition(ctx, petitionId)
  for (let left = MAX_TASKS; left > 0; left -= 1) {
    const decided = petition?.tasks.find((task) => frame.decisions[task.element] !== undefined)
    if (!answered && decided === undefined) {
      const status = await tryAnswer(ctx, petitionId, answer)
      if (status === 'completed') return
      answered = status !== undefined
      petition = await findPetition(ctx, petitionId)
    }
    const task = decided ?? petition?.tasks[0]
    if (task === undefined) break
    petition = await finish(ctx, standing, task, frame)
    if (petition.status === 'completed') return
    // Work that went round other units comes back without a name: the log's own goes on with it.
    if (owner.personId !== null && standing.unitId === owner.unitId && standing.personId !== owner.personId) {
      await assignPetition(ctx, { petitionId, personId: owner.personId })
      standing.personId = owner.personId
    }
  }
  const { tasks } = await findPetition(ctx, petitionId)
  throw new ValidationError('import.process-not-finished', { params: { task: tasks[0]?.name ?? '' } })
}

/** Answers where the process is ready for it; undefined where another task comes first. */
async function tryAnswer(ctx: TxCtx, petitionId: Id, body: string): Promise<string | undefined> {
  try {
    return (await answerPetition(ctx, { petitionId, body })).status
  } catch (error) {
    if (error instanceof HarmonyError && error.code === 'petition.no-answer-task') return undefined
    throw error
  }
}

async function finish(ctx: TxCtx, standing: Standing, task: OpenTask, frame: ImportFrame): Promise<StoredPetition> {
  const result = frame.decisions[task.element] ?? {}
  await completeTask(ctx, { petitionId: standing.petitionId, element: task.element, result })
  const after = await findPetition(ctx, standing.petitionId)
  standing.unitId = after.unitId
  standing.personId = after.personId
  return after
}

function isAnswering(task: OpenTask): boolean {
  return task.action === 'answer' || task.action === 'complete'
}
