import { ConflictError, type Ctx, ValidationError } from '../../../kernel/index.ts'
import { audit, authorise, claimRequest, emit, parse, type TxCtx, touch, withTenant } from '../../../platform/index.ts'
import { enterAchievement } from '../act.ts'
import { addDirectiveReport, hasOpenDirective, type StoredDirective } from '../directive.store.ts'
import { openDirective, saveDirective } from '../directive-act.ts'
import { findDocument } from '../document.store.ts'
import { seoulDay } from '../domain/day.ts'
import { directiveClosed } from '../events.ts'
import { canClose } from '../policy.ts'
import { type CloseDirectiveInput, closeDirectiveInput, type DirectiveActOutput } from '../types.ts'
import { actorAs } from './change-route.ts'

/**
 * Who gave a directive (or heads the giver's unit) takes it as done, or sends it back with what is missing. In time is one
 * that was reported on its day or before, however long the giver took.
 * @throws ConflictError `directive.not-reported`, `directive.already-closed`; ValidationError `document.reason-needed`
 */
export async function closeDirective(ctx: Ctx, raw: CloseDirectiveInput): Promise<DirectiveActOutput> {
  const { idempotencyKey, ...input } = parse(closeDirectiveInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DirectiveActOutput>(tx, {
      procedure: 'document.close-directive',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const directive = await openDirective(tx, input)
    const { giver, giverUnitId, person } = directive
    authorise(canClose(tx.actor, { giverId: giver.id, giverUnitId, personId: person.id }))
    const { reportedAt } = directive
    if (directive.state !== 'reported' || reportedAt === null) throw new ConflictError('directive.not-reported')
    if (!input.accept && input.comment === '') throw new ValidationError('document.reason-needed', { field: 'comment' })
    const inTime = directive.dueDate === null || seoulDay(reportedAt) <= directive.dueDate
    const output = await saveDirective(
      tx,
      directive,
      input.accept
        ? { state: 'closed', reportedAt, closedAt: tx.clock.now(), inTime }
        : { state: 'open', reportedAt: null, closedAt: null, inTime: null },
    )
    const by = (await actorAs(tx)) ?? giver
    const kind = input.accept ? ('accepted' as const) : ('sent-back' as const)
    await addDirectiveReport(tx, { directiveId: directive.id, kind, text: input.comment, person: by })
    await audit(tx, {
      action: input.accept ? 'directive.close' : 'directive.send-back',
      subjectType: 'directive',
      subjectId: directive.id,
      after: { state: output.state, ...(input.accept ? { inTime } : {}) },
      reason: input.comment === '' ? undefined : input.comment,
    })
    if (input.accept) await announce(tx, directive, inTime)
    touch(tx, `document:${directive.documentId}`, `inbox:${giver.id}`, `inbox:${person.id}`)
    await claim.settle(output)
    return output
  })
}

async function announce(tx: TxCtx, directive: StoredDirective, inTime: boolean): Promise<void> {
  const { id, documentId, unitId, person, dueDate } = directive
  await emit(
    tx,
    directiveClosed.of({
      directiveId: id,
      documentId,
      unitId,
      personId: person.id,
      dueDate,
      closedDate: seoulDay(tx.clock.now()),
      inTime,
      sequence: 1,
    }),
  )
  if (await hasOpenDirective(tx, documentId)) return
  const document = await findDocument(tx, documentId)
  if (document.state === 'approved') await enterAchievement(tx, document, 'closed')
}
