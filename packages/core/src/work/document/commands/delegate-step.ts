import { ConflictError, type Ctx, ForbiddenError, NotFoundError, ValidationError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { audienceAfter, type DocumentActResult, openDocument, recordDocumentAct } from '../act.ts'
import { requirePeople } from '../content-checks.ts'
import type { StoredStep } from '../route.store.ts'
import { type DelegateStepInput, delegateStepInput } from '../types.ts'
import { actorAs } from './change-route.ts'

/**
 * 대결 (행정업무규정 §10): at one step somebody acts for the person who stands there. By that person, or by the drafter while
 * the person is away; never for the drafter, never by the drafter.
 * @throws ForbiddenError; NotFoundError `document.step-not-found`; ValidationError naming `personId`; ConflictError
 */
export async function delegateStep(ctx: Ctx, raw: DelegateStepInput): Promise<DocumentActResult> {
  const input = parse(delegateStepInput, raw)
  return withTenant(ctx, async (tx) => {
    const opened = await openDocument(tx, 'delegate', input)
    const { document, round } = opened
    const step = round.find((one) => one.id === input.stepId)
    if (step === undefined) throw new NotFoundError('document.step-not-found')
    const { actor } = tx
    if (actor.kind === 'officer' && actor.personId !== document.drafterId && actor.personId !== step.personId) {
      throw new ForbiddenError()
    }
    if (step.state === 'done' || step.state === 'skipped') throw new ConflictError('document.step-done')
    const wrong = (code: string) => new ValidationError(code, { field: 'personId' })
    if (input.personId === document.drafterId) throw wrong('document.route-drafter')
    if (input.personId === step.personId) throw wrong('document.route-acting-self')
    if (round.some((one) => one.personId === input.personId && one.state !== 'skipped'))
      throw wrong('document.route-twice')
    const [post] = (await requirePeople(tx, [input.personId], 'personId')).get(input.personId) ?? []
    if (post === undefined) throw wrong('document.person-unknown')
    const acting: StoredStep = {
      ...step,
      personId: input.personId,
      person: post.person,
      unitId: post.unitId,
      actingFor: step.actingFor ?? step.person,
      state: step.state === 'held' ? 'turn' : step.state,
    }
    const others = opened.steps.filter((one) => one.id !== step.id)
    const held = others.some((one) => one.round === document.round && one.state === 'held')
    const state = held ? ('on-hold' as const) : ('in-review' as const)
    return recordDocumentAct(tx, opened, {
      verb: 'delegate',
      change: {
        state,
        audience: await audienceAfter(tx, document, { state }, [...others, acting]),
        routeVersion: document.routeVersion + 1,
      },
      steps: [acting],
      history: {
        kind: 'delegated',
        person: await actorAs(tx),
        reason: input.reason,
        facts: { from: acting.actingFor?.name ?? null, to: acting.person.name },
      },
      reason: input.reason,
    })
  })
}
