import { type Ctx, type Id, newId, ValidationError } from '../../../kernel/index.ts'
import { claimRequest, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { audienceAfter, type DocumentActResult, kindOf, openDocument, recordDocumentAct } from '../act.ts'
import { keepVersion } from '../content.store.ts'
import { checkComplete, checkTies, requireNotSuperseded, requirePeople } from '../content-checks.ts'
import { findDocument, type PlanStep, type StoredDocument } from '../document.store.ts'
import { denseOrders, nextTurn } from '../domain/route.ts'
import { documentSubmitted } from '../events.ts'
import { documentFileIds } from '../files.store.ts'
import { peopleAs } from '../people.store.ts'
import type { StoredStep } from '../route.store.ts'
import { type SubmitDocumentInput, submitDocumentInput } from '../types.ts'

/**
 * Sends a document on its route (상신), again after it came back: then with what has changed. Its content is kept as a
 * version, the people of the route are asked in order.
 * @throws ValidationError naming the field that is missing or wrong; ConflictError `document.changed-meanwhile`
 */
export async function submitDocument(ctx: Ctx, raw: SubmitDocumentInput): Promise<DocumentActResult> {
  const { idempotencyKey, ...input } = parse(submitDocumentInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DocumentActResult>(tx, {
      procedure: 'document.submit',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const opened = await openDocument(tx, 'submit', input)
    const { document, now } = opened
    const [{ kind, work }, fileIds] = await Promise.all([kindOf(tx, document), documentFileIds(tx, document.id)])
    if (document.round > 0 && input.changeNote === '') {
      throw new ValidationError('document.change-note-needed', { field: 'changeNote' })
    }
    await checkComplete(tx, document, kind, work, fileIds)
    await checkTies(tx, document.taskCardIds, document.unitTaskId)
    if (document.supersedesId !== null) await requireStillFree(tx, document.supersedesId)

    const round = document.round + 1
    const steps = nextTurn(await stepsOfPlan(tx, document, round)).map((step) =>
      step.state === 'turn' ? { ...step, turnAt: now } : step,
    )
    const { title, fields, body, dispatchPlan } = document
    const state = 'in-review' as const
    const audience = await audienceAfter(tx, document, { state }, [...opened.steps, ...steps])
    await keepVersion(tx, document.id, { title, fields, body, dispatchPlan, round, fileIds, note: input.changeNote })
    const output = await recordDocumentAct(tx, opened, {
      verb: 'submit',
      change: {
        state,
        round,
        audience,
        changeNote: input.changeNote === '' ? null : input.changeNote,
        submittedAt: now,
        listedAt: now,
        routeVersion: document.routeVersion + 1,
      },
      steps,
      history: { kind: 'submitted', person: document.drafter, reason: input.changeNote, facts: { round } },
      events: [
        documentSubmitted.of({
          documentId: document.id,
          kind: document.kindKey,
          unitId: document.unitId,
          personId: document.drafterId,
          round,
        }),
      ],
      achievement: 'reported',
    })
    await claim.settle(output)
    return output
  })
}

async function requireStillFree(tx: TxCtx, documentId: Id): Promise<void> {
  requireNotSuperseded(await findDocument(tx, documentId))
}

/** The steps of a new round, with everybody's name, title and unit as they stand now. */
async function stepsOfPlan(tx: TxCtx, document: StoredDocument, round: number): Promise<StoredStep[]> {
  const plan: PlanStep[] = denseOrders(document.routePlan)
  return materialise(tx, plan, round, 'route')
}

/** Steps of a round out of a plan. @throws ValidationError `document.person-unknown` for one who has left */
export async function materialise(
  tx: TxCtx,
  plan: readonly PlanStep[],
  round: number,
  field: string,
): Promise<StoredStep[]> {
  const acting = plan.flatMap((step) => (step.actingForId === null ? [] : [step.actingForId]))
  const ids = plan.map((step) => step.personId)
  const [posts, people] = await Promise.all([requirePeople(tx, ids, field), peopleAs(tx, acting)])
  const last = Math.max(...plan.map((step) => step.order))
  return plan.map((step) => {
    const own = posts.get(step.personId) ?? []
    const post = own.find((holder) => holder.unitId === step.unitId) ?? own[0]
    if (post === undefined) throw new ValidationError('document.person-unknown', { field })
    return {
      id: newId(),
      round,
      order: step.order,
      role: step.role,
      personId: step.personId,
      person: post.person,
      unitId: post.unitId,
      actingFor: step.actingForId === null ? null : (people.get(step.actingForId) ?? null),
      delegated: step.delegated,
      final: step.role === 'approve' && step.order === last,
      request: step.request,
      state: 'waiting' as const,
      turnAt: null,
      actedAt: null,
    }
  })
}
