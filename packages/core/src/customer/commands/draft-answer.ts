import type { Ctx } from '../../kernel/index.ts'
import { audit, parse, withTenant } from '../../platform/index.ts'
import { openFor } from '../act.ts'
import { saveAnswerDraft } from '../answer.store.ts'
import { type DraftAnswerInput, type DraftAnswerOutput, draftAnswerInput } from '../schemas.ts'

/** Keeps the officer's answer while it is written; the citizen does not see it. Only the first save is audited. */
export async function draftAnswer(ctx: Ctx, raw: DraftAnswerInput): Promise<DraftAnswerOutput> {
  const input = parse(draftAnswerInput, raw)
  return withTenant(ctx, async (tx) => {
    const { petition, now } = await openFor(tx, 'draft-answer', { petitionId: input.petitionId })
    const draft = {
      petitionId: petition.id,
      sequence: petition.sequence + 1,
      unitId: petition.unitId,
      body: input.body,
      fileIds: input.fileIds,
    }
    const version = await saveAnswerDraft(tx, draft, input.version)
    if (version === 1)
      await audit(tx, { action: 'petition.draft-answer', subjectType: 'petition', subjectId: petition.id })
    return { version, savedAt: now.toISOString() }
  })
}
