import { ConflictError, type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { audit, authorise, claimRequest, parse, touch, withTenant } from '../../../platform/index.ts'
import { addDirectiveReport } from '../directive.store.ts'
import { openDirective, saveDirective } from '../directive-act.ts'
import { type DirectiveActOutput, type ReportDirectiveInput, reportDirectiveInput } from '../types.ts'

/** The person who was directed says what was done (이행 보고). @throws ForbiddenError; ConflictError `directive.already-…` */
export async function reportDirective(ctx: Ctx, raw: ReportDirectiveInput): Promise<DirectiveActOutput> {
  const { idempotencyKey, ...input } = parse(reportDirectiveInput, raw)
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DirectiveActOutput>(tx, {
      procedure: 'document.report-directive',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const directive = await openDirective(tx, input)
    const { actor } = tx
    if (actor.kind !== 'officer') throw new ForbiddenError()
    authorise(actor.personId === directive.person.id)
    if (directive.state === 'reported') throw new ConflictError('directive.already-reported')
    const output = await saveDirective(tx, directive, {
      state: 'reported',
      reportedAt: tx.clock.now(),
      closedAt: null,
      inTime: null,
    })
    await addDirectiveReport(tx, {
      directiveId: directive.id,
      kind: 'report',
      text: input.report,
      person: directive.person,
    })
    await audit(tx, { action: 'directive.report', subjectType: 'directive', subjectId: directive.id })
    touch(tx, `document:${directive.documentId}`, `inbox:${directive.giver.id}`, `inbox:${directive.person.id}`)
    await claim.settle(output)
    return output
  })
}
