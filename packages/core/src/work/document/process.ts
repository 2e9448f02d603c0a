import { ConflictError, ForbiddenError, type Id, newId, ValidationError } from '../../kernel/index.ts'
import type { DomainEvent, TxCtx } from '../../platform/index.ts'
import type { Grade } from '../values.ts'
import {
  audienceAfter,
  type DocumentActResult,
  kindOf,
  type OpenedDocument,
  openDocument,
  recordDocumentAct,
} from './act.ts'
import { addHistory, versionsOf } from './content.store.ts'
import { requirePeople } from './content-checks.ts'
import { insertDirectives, type NewDirective } from './directive.store.ts'
import { type DocumentParts, findDocument, updateDocument } from './document.store.ts'
import { seoulDay } from './domain/day.ts'
import { retentionSpan } from './domain/retention.ts'
import { decide, type RouteOutcome } from './domain/route.ts'
import { directiveGiven, documentApproved, documentHeld, documentReturned, documentStopped } from './events.ts'
import { takeNumber } from './register.store.ts'
import { insertOpinion, type StoredStep } from './route.store.ts'
import type { processDocumentInput } from './types.ts'

export type ProcessInput = Omit<ReturnType<typeof processDocumentInput.parse>, 'idempotencyKey'>

const STATES = {
  forwarded: 'in-review',
  approved: 'approved',
  returned: 'returned',
  held: 'on-hold',
  stopped: 'stopped',
} as const satisfies Record<RouteOutcome, string>

const ENDED = { returned: documentReturned, held: documentHeld, stopped: documentStopped } as const

/**
 * Processes a document at the actor's step (R4, R5): the opinion is kept for ever, the route goes on, and with the final
 * approval it takes its number, its end of keeping and its grade.
 * @throws ForbiddenError `document.own-draft`; ConflictError `document.route-changed`, `document.not-your-turn`,
 * `document.already-processed`; ValidationError `document.grade-needed` and others naming the field
 */
export async function processOne(tx: TxCtx, input: ProcessInput): Promise<DocumentActResult> {
  const opened = await openDocument(tx, 'process', input)
  const { document, round, now } = opened
  const step = ownStep(tx, opened)
  const { kind, work } = await kindOf(tx, document)
  const decision = decisionOf(input)
  const { steps: decided, outcome } = decide(round, step.id, decision)
  const approves = outcome === 'approved'
  const grade = gradeOf(input.grade, approves && kind.graded)
  const steps = decided.map((one): StoredStep => {
    if (one.id === step.id && one.state === 'done') return { ...one, actedAt: now }
    return one.state === 'turn' && one.turnAt === null ? { ...one, turnAt: now } : one
  })
  const changed = steps.filter((one, i) => JSON.stringify(one) !== JSON.stringify(round[i]))

  const opinionId = newId()
  const execute = decision.directive === 'execute' ? await directivesOf(tx, opened, step, opinionId, input) : []
  await insertOpinion(tx, document.id, {
    id: opinionId,
    round: document.round,
    stepId: step.id,
    role: step.role,
    person: step.person,
    actingFor: step.actingFor,
    delegated: step.delegated,
    final: step.final,
    actionType: input.actionType,
    directive: decision.directive,
    directives: input.directives.map((one) => one.text),
    opinion: input.opinion,
    grade,
  })
  await insertDirectives(tx, document.id, execute)

  const held = steps.some((one) => one.state === 'held')
  const state = outcome === 'forwarded' && held ? ('on-hold' as const) : STATES[outcome]
  const ended = approves || outcome === 'stopped'
  const others = opened.steps.filter((one) => one.round !== document.round)
  const directed = execute.map((one) => one.person.id)
  const change: Partial<DocumentParts> = {
    state,
    ...(ended ? { completedAt: now, listedAt: now } : {}),
    ...(approves ? await approvalOf(tx, opened, step, grade) : {}),
    audience: await audienceAfter(tx, document, { state }, [...others, ...steps], directed),
    ...(outcome === 'forwarded' ? {} : { routeVersion: document.routeVersion + 1 }),
  }
  const base = {
    documentId: document.id,
    kind: document.kindKey,
    unitId: document.unitId,
    personId: document.drafterId,
  }
  const events: DomainEvent[] = execute.map((one) =>
    directiveGiven.of({
      directiveId: one.id,
      documentId: document.id,
      unitId: one.unitId,
      personId: one.person.id,
      dueDate: one.dueDate,
    }),
  )
  if (approves) {
    const points = grade === null ? null : work.grades[grade]
    const dispatched = kind.dispatched && document.dispatchPlan !== null
    const approved = { approvedById: step.personId, grade, points, approvedAt: now.toISOString(), dispatched }
    events.push(documentApproved.of({ ...base, ...approved }))
  } else if (outcome !== 'forwarded') {
    events.push(ENDED[outcome].of({ ...base, byId: step.personId }))
  }
  return recordDocumentAct(tx, opened, {
    verb: approves ? 'approve' : 'process',
    change,
    steps: changed,
    history: {
      kind: approves ? 'approved' : 'processed',
      person: step.person,
      facts: { actionType: input.actionType, directive: decision.directive, outcome },
    },
    events,
    achievement: approves && execute.length > 0 ? 'directed' : achievementOf(outcome),
  })
}

function achievementOf(outcome: RouteOutcome): string {
  return outcome === 'forwarded' ? 'reported' : outcome === 'held' ? 'on-hold' : outcome
}

/** The actor's step in the running round. */
function ownStep(tx: TxCtx, { document, round }: OpenedDocument): StoredStep {
  const { actor } = tx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  const mine = round.filter((step) => step.personId === actor.personId)
  const open = mine.find((step) => step.state === 'turn' || step.state === 'held')
  if (open !== undefined && open.personId !== document.drafterId) return open
  const done = mine.find((step) => step.state === 'done')
  if (done !== undefined) {
    throw new ConflictError('document.already-processed', { params: { at: done.actedAt?.toISOString() ?? '' } })
  }
  if (mine.some((step) => step.state === 'waiting')) throw new ConflictError('document.not-your-turn')
  throw new ForbiddenError()
}

function decisionOf(input: ProcessInput) {
  const { actionType, directive, directives } = input
  if (actionType === 'report') {
    if (directive !== undefined || directives.length > 0) {
      throw new ValidationError('document.directive-not-asked', { field: 'directive' })
    }
    return { actionType, directive: null }
  }
  if (directive === undefined) throw new ValidationError('document.directive-needed', { field: 'directive' })
  if (directive !== 'execute' && directives.length === 0) {
    throw new ValidationError('document.directive-text-needed', { field: 'directives' })
  }
  return { actionType, directive }
}

function gradeOf(grade: Grade | undefined, asked: boolean): Grade | null {
  if (asked && grade === undefined) throw new ValidationError('document.grade-needed', { field: 'grade' })
  if (!asked && grade !== undefined) throw new ValidationError('document.grade-not-asked', { field: 'grade' })
  return grade ?? null
}

/** 지시-시행: each text becomes a directive of its own, for the drafter unless somebody else is named. */
async function directivesOf(
  tx: TxCtx,
  { document, now }: OpenedDocument,
  step: StoredStep,
  opinionId: Id,
  input: ProcessInput,
): Promise<NewDirective[]> {
  const today = seoulDay(now)
  const late = input.directives.findIndex((one) => one.dueDate !== null && one.dueDate < today)
  if (late >= 0) throw new ValidationError('document.due-in-past', { field: `directives.${late}.dueDate` })
  const named = input.directives.flatMap((one) => (one.personId === null ? [] : [one.personId]))
  const posts = await requirePeople(tx, named, 'directives')
  return input.directives.map((one) => {
    const other = one.personId === null ? undefined : posts.get(one.personId)?.[0]
    return {
      id: newId(),
      opinionId,
      body: one.text,
      giver: step.person,
      giverUnitId: step.unitId,
      person: other?.person ?? document.drafter,
      unitId: other?.unitId ?? document.unitId,
      dueDate: one.dueDate,
    }
  })
}

/** What the final approval fixes. The number is taken here, behind everything that can fail. */
async function approvalOf(
  tx: TxCtx,
  { document, now }: OpenedDocument,
  step: StoredStep,
  grade: Grade | null,
): Promise<Partial<DocumentParts>> {
  const day = seoulDay(now)
  const span = retentionSpan(document.retention, day)
  const [version] = await versionsOf(tx, document.id)
  if (document.supersedesId !== null) await supersede(tx, document.supersedesId, document.id, step)
  const { number } = await takeNumber(tx, {
    unitId: document.unitId,
    year: Number(day.slice(0, 4)),
    kind: 'document',
    subjectId: document.id,
  })
  return {
    number,
    grade,
    approver: step.person,
    approvedVersion: version?.number ?? null,
    retentionFrom: span.from,
    retentionUntil: span.until,
  }
}

/** The document whose place this one takes keeps its words; it says which one follows it. */
async function supersede(tx: TxCtx, oldId: Id, newDocumentId: Id, step: StoredStep): Promise<void> {
  // The approver need not be in the old document's 열람범위: it is the system that marks it.
  const asSystem: TxCtx = { ...tx, actor: { kind: 'system', name: 'supersede' } }
  const old = await findDocument(asSystem, oldId, { lock: true })
  if (old.supersededById !== null) throw new ConflictError('document.already-superseded')
  if (!(await updateDocument(asSystem, old, { supersededById: newDocumentId }))) {
    throw new ConflictError('document.already-superseded')
  }
  await addHistory(tx, oldId, { kind: 'superseded', person: step.person, facts: { by: newDocumentId } })
}
