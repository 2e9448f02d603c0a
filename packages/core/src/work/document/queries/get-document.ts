import { unitTasksByIds } from '../../../brm/index.ts'
import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { audit, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { releaseByHash } from '../../../tenancy/index.ts'
import { taskCardsByIds } from '../../task/index.ts'
import { kindOf, subjectOf } from '../act.ts'
import { historyOf, versionOf, versionsOf } from '../content.store.ts'
import { findDirectives } from '../directive.store.ts'
import { directiveLines } from '../directive-view.ts'
import {
  type DocumentContent,
  findDocument,
  linkedDocuments,
  type PlanStep,
  type StoredDocument,
} from '../document.store.ts'
import { seoulDay } from '../domain/day.ts'
import { stateRefusal } from '../domain/document.ts'
import { filesOf } from '../files.store.ts'
import { peopleAs } from '../people.store.ts'
import { can } from '../policy.ts'
import { opinionsOf, type StoredStep, stepsOf } from '../route.store.ts'
import { DOCUMENT_ABILITIES } from '../schema-parts.ts'
import { type DocumentIdInput, type DocumentView, documentIdInput } from '../types.ts'
import { attributesView, kindView, receiverViews, stepView } from '../view-parts.ts'

/**
 * A document card with all that hangs on it. What was approved is read from its kept version, which nothing can change.
 * @throws NotFoundError `document.not-found`, also outside its 열람범위
 */
export async function getDocument(ctx: Ctx, raw: DocumentIdInput): Promise<DocumentView> {
  const { documentId } = parse(documentIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const document = await findDocument(tx, documentId)
    const today = seoulDay(tx.clock.now())
    const [
      content,
      { kind, work },
      release,
      steps,
      opinions,
      files,
      versions,
      history,
      directives,
      linked,
      cards,
      units,
    ] = await Promise.all([
      contentOf(tx, document),
      kindOf(tx, document),
      releaseByHash(tx, document.releaseHash),
      stepsOf(tx, documentId),
      opinionsOf(tx, documentId),
      filesOf(tx, documentId),
      versionsOf(tx, documentId),
      historyOf(tx, documentId),
      findDirectives(tx, { documentId, today, limit: 200 }),
      linkedDocuments(
        tx,
        [document.supersedesId, document.supersededById].filter((id) => id !== null),
      ),
      taskCardsByIds(tx, document.taskCardIds),
      document.unitTaskId === null ? [] : unitTasksByIds(tx, [document.unitTaskId]),
    ])
    await recordReading(tx, document, steps)
    const round = steps.filter((step) => step.round === document.round)
    const subject = subjectOf(document, round)
    const running = document.state === 'in-review' || document.state === 'on-hold'
    const route = round
      .filter((step) => step.state !== 'skipped' || !running)
      .map((step) => stepView(tx, step, running))
    const mine = route.find((step) => step.mine)
    const plan = content.dispatchPlan
    const going = new Set(plan?.fileIds ?? [])
    const [attributes, planned, receivers, lines] = await Promise.all([
      attributesView(tx, document, work),
      planView(tx, document),
      plan === null ? [] : receiverViews(tx, plan.receivers),
      directiveLines(tx, directives.toReversed(), today),
    ])
    const unitTask = units[0]
    return {
      id: document.id,
      version: document.version,
      routeVersion: document.routeVersion,
      round: document.round,
      state: document.state,
      title: content.title,
      kind: kindView(kind),
      release: { hash: release.hash, version: release.version },
      unit: { id: document.unitId, name: document.drafter.unit ?? { ko: '—', en: '—' } },
      drafter: document.drafter,
      fields: content.fields,
      body: content.body,
      files: files.map((file) => ({ ...file, dispatched: going.has(file.id) })),
      taskCards: cards.map(({ id, name }) => ({ id, name })),
      unitTask: unitTask === undefined ? null : { id: unitTask.id, name: unitTask.name, path: [...unitTask.path] },
      attributes,
      route,
      plan: planned,
      earlier: steps.filter((step) => step.round < document.round).map((step) => stepView(tx, step, false)),
      opinions: opinions.map(({ at, directives: texts, ...one }) => ({
        ...one,
        directives: [...texts],
        at: at.toISOString(),
      })),
      execution: executionOf(document, plan !== null && kind.dispatched, lines),
      grade: document.grade,
      changeNote: document.changeNote,
      directives: lines,
      dispatch: plan === null ? null : { ...plan, receivers, fileIds: [...plan.fileIds] },
      versions,
      history,
      supersedes: linked.find((one) => one.id === document.supersedesId) ?? null,
      supersededBy: linked.find((one) => one.id === document.supersededById) ?? null,
      createdAt: document.createdAt.toISOString(),
      submittedAt: document.submittedAt?.toISOString() ?? null,
      completedAt: document.completedAt?.toISOString() ?? null,
      changed: {
        at: document.changedAt.toISOString(),
        by:
          (await peopleAs(tx, document.changedBy === null ? [] : [document.changedBy])).get(document.changedBy ?? '')
            ?.name ?? null,
      },
      myStepId: mine?.id ?? null,
      needsGrade: mine?.final === true && kind.graded,
      abilities: DOCUMENT_ABILITIES.filter(
        (verb) =>
          can(tx.actor, verb, subject) &&
          stateRefusal(document.state, verb) === null &&
          (verb !== 'supersede' || document.supersededById === null) &&
          (verb !== 'discard' || document.round === 0),
      ),
    }
  })
}

/** Who opens a document that is not public and has no part in it is written down (공공기록물법: 접근 이력). */
async function recordReading(tx: TxCtx, document: StoredDocument, steps: readonly StoredStep[]): Promise<void> {
  const { actor } = tx
  if (actor.kind !== 'officer' || document.disclosure === 'open' || document.drafterId === actor.personId) return
  if (steps.some((step) => step.personId === actor.personId)) return
  await audit(tx, { action: 'document.read', subjectType: 'document', subjectId: document.id })
}

/** What stands on the card: of an approved document the version that was approved. */
export async function contentOf(tx: TxCtx, document: StoredDocument): Promise<DocumentContent> {
  if (document.approvedVersion === null) return document
  return versionOf(tx, document.id, document.approvedVersion)
}

/** The route of a draft, with who has left since. */
async function planView(tx: TxCtx, document: StoredDocument): Promise<DocumentView['plan']> {
  const ids = document.routePlan.flatMap((step: PlanStep) =>
    step.actingForId === null ? [step.personId] : [step.personId, step.actingForId],
  )
  const people = await peopleAs(tx, ids)
  return document.routePlan.map((step) => {
    const person = people.get(step.personId) ?? null
    const gone = person === null || person.unit === null
    const problem = step.personId === document.drafterId ? 'drafter' : gone ? 'vacant' : null
    return {
      role: step.role,
      order: step.order,
      delegated: step.delegated,
      person,
      unitId: step.unitId,
      problem,
      who: null,
      request: step.request,
      actingFor: step.actingForId === null ? null : (people.get(step.actingForId) ?? null),
    }
  })
}

/** The drafter's line at the end of the 경로부: closed when nothing is left to do. */
function executionOf(
  document: StoredDocument,
  dispatched: boolean,
  directives: DocumentView['directives'],
): DocumentView['execution'] {
  if (document.state !== 'approved' || (!dispatched && directives.length === 0)) return null
  const open = directives.some((one) => one.state !== 'closed')
  return { person: document.drafter, state: open ? 'open' : 'closed' }
}
