import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { audienceAfter, type DocumentActResult, type OpenedDocument, openDocument, recordDocumentAct } from '../act.ts'
import { checkRoute, planOf } from '../content-checks.ts'
import type { PlanStep } from '../document.store.ts'
import { denseOrders, nextTurn } from '../domain/route.ts'
import { peopleAs } from '../people.store.ts'
import type { StoredStep } from '../route.store.ts'
import { type ChangeRouteInput, changeRouteInput } from '../types.ts'
import { materialise } from './submit-document.ts'

/**
 * Puts the rest of a running route together anew: by its drafter or by whoever has the turn. What has been done stays;
 * whoever looked at the old route gets a conflict when they go on.
 * @throws ValidationError for a route that cannot be taken; ConflictError `document.route-changed`
 */
export async function changeRoute(ctx: Ctx, raw: ChangeRouteInput): Promise<DocumentActResult> {
  const input = parse(changeRouteInput, raw)
  return withTenant(ctx, async (tx) => {
    const opened = await openDocument(tx, 'change-route', input)
    const { document, round, now } = opened
    const done = round.filter((step) => step.state === 'done')
    checkRoute(
      input.steps,
      document.drafterId,
      done.map((step) => step.personId),
      'steps',
    )
    const plan = await planOf(tx, input.steps, 'steps')
    keepApprover(tx, opened, plan)
    const first = Math.max(0, ...done.map((step) => step.order)) + 1
    const open = round.filter((step) => step.state !== 'done')
    const fresh = await materialise(tx, denseOrders(plan, first), document.round, 'steps')
    const kept = fresh.map((step) => sameAs(step, open))
    const ahead = nextTurn([...done, ...demoted(kept)]).filter((step) => step.state !== 'done')
    const asked = ahead.map((step) => (step.state === 'turn' ? { ...step, turnAt: step.turnAt ?? now } : step))
    const ids = new Set(asked.map((step) => step.id))
    const gone = open.filter((step) => !ids.has(step.id)).map((step) => ({ ...step, state: 'skipped' as const }))
    const steps = [...asked, ...gone]
    const others = opened.steps.filter((step) => !open.includes(step))
    const state = asked.some((step) => step.state === 'held') ? ('on-hold' as const) : ('in-review' as const)
    return recordDocumentAct(tx, opened, {
      verb: 'change-route',
      change: {
        state,
        audience: await audienceAfter(tx, document, { state }, [...others, ...steps]),
        routeVersion: document.routeVersion + 1,
      },
      steps,
      history: {
        kind: 'route-changed',
        person: await actorAs(tx),
        reason: input.reason,
        facts: { before: open.map((step) => step.personId), after: asked.map((step) => step.personId) },
      },
      reason: input.reason,
    })
  })
}

/** Who is asked on the way adds or takes out people before the approver; the approver is the drafter's and the approver's to change. */
function keepApprover(tx: TxCtx, { document, round }: OpenedDocument, plan: readonly PlanStep[]): void {
  const { actor } = tx
  if (actor.kind !== 'officer' || actor.personId === document.drafterId) return
  const before = round.find((step) => step.final && step.state !== 'skipped')?.personId
  const after = plan.find((step) => step.role === 'approve')?.personId
  if (before !== after && before !== actor.personId) throw new ForbiddenError('document.approver-kept')
}

/** Somebody who stays in the same role keeps the step and the turn. */
function sameAs(step: StoredStep, open: readonly StoredStep[]): StoredStep {
  const old = open.find(
    (one) => one.personId === step.personId && one.role === step.role && one.delegated === step.delegated,
  )
  if (old === undefined) return step
  const { id, state, turnAt } = old
  return { ...step, id, state: state === 'skipped' ? 'waiting' : state, turnAt, request: old.request }
}

/** Only the first order to come may have the turn; whoever now stands behind it waits again. */
function demoted(steps: readonly StoredStep[]): StoredStep[] {
  const first = Math.min(...steps.map((step) => step.order))
  return steps.map((step) => {
    if (step.order !== first) return { ...step, state: 'waiting', turnAt: null }
    return step.state === 'waiting' ? { ...step, state: 'turn' } : step
  })
}

/** The actor by name, title and unit, for the history; null for the system. */
export async function actorAs(tx: TxCtx) {
  if (tx.actor.kind !== 'officer') return null
  return (await peopleAs(tx, [tx.actor.personId])).get(tx.actor.personId) ?? null
}
