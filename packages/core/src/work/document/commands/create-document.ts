import { type Ctx, ForbiddenError, type Id, newId, ValidationError } from '../../../kernel/index.ts'
import { audit, authorise, claimRequest, parse, type TxCtx, touch, withTenant } from '../../../platform/index.ts'
import { currentWork } from '../../release.ts'
import { EMPTY_RICH_TEXT } from '../../rich-text.ts'
import { type DocumentActResult, subjectOf } from '../act.ts'
import { addHistory } from '../content.store.ts'
import { checkTies, requireKind, requireNotSuperseded } from '../content-checks.ts'
import {
  type DocumentParts,
  findDocument,
  insertDocument,
  type PlanStep,
  type StoredDocument,
} from '../document.store.ts'
import { requireDocumentState } from '../domain/document.ts'
import { documentFileIds, setFiles } from '../files.store.ts'
import { postsOf } from '../people.store.ts'
import { can } from '../policy.ts'
import { proposeSteps } from '../route-proposal.ts'
import { type CreateDocumentInput, createDocumentInput } from '../types.ts'

/**
 * Opens a draft in one of the drafter's units: with the defaults of the kind under the release the agency runs now, or with
 * the content of another document; one that will take an approved document's place says so.
 * @throws ValidationError `document.kind-unknown`; ForbiddenError `document.unit-not-yours`; NotFoundError
 */
export async function createDocument(ctx: Ctx, raw: CreateDocumentInput): Promise<DocumentActResult> {
  const { idempotencyKey, ...input } = parse(createDocumentInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const claim = await claimRequest<DocumentActResult>(tx, {
      procedure: 'document.create',
      key: idempotencyKey,
      body: input,
    })
    if (claim.replayed) return claim.response
    const unitId = input.unitId ?? actor.unitIds[0]
    if (unitId === undefined || !actor.unitIds.includes(unitId)) throw new ForbiddenError('document.unit-not-yours')
    const { hash, work } = await currentWork(tx)
    const kind = requireKind(work, input.kindKey)
    await checkTies(tx, input.taskCardIds, input.unitTaskId)
    const [holders, route, base] = await Promise.all([
      postsOf(tx, [actor.personId]),
      proposeSteps(tx, kind, { unitId, drafterId: actor.personId }),
      baseOf(tx, input.supersedesId, input.basedOnId),
    ])
    const drafter = (holders.find((one) => one.unitId === unitId) ?? holders[0])?.person
    if (drafter === undefined) throw new ValidationError('document.person-unknown', { field: 'unitId' })
    const now = tx.clock.now()
    const same = base?.kindKey === kind.key
    const id = newId()
    const parts: DocumentParts = {
      title: input.title ?? base?.title ?? '',
      fields: same ? base.fields : {},
      body: base?.body ?? EMPTY_RICH_TEXT,
      bodyText: base?.bodyText ?? '',
      dispatchPlan: same ? base.dispatchPlan : null,
      accessScope: kind.accessScope,
      extraUnitIds: [],
      extraPersonIds: [],
      knowledgeCategory: base?.knowledgeCategory ?? work.knowledgeCategories[0]?.key ?? '',
      retention: kind.retention,
      disclosure: kind.disclosure,
      disclosureGrounds: same && base.disclosure === kind.disclosure ? base.disclosureGrounds : [],
      disclosureNote: '',
      kindKey: kind.key,
      releaseHash: hash,
      state: 'draft',
      round: 0,
      unitId,
      drafter,
      routePlan: route.flatMap((step): PlanStep[] =>
        step.person === null
          ? []
          : [
              {
                id: newId(),
                role: step.role,
                order: step.order,
                delegated: step.delegated,
                personId: step.person.id,
                unitId: step.unitId,
                actingForId: null,
                request: { action: 'report', note: '' },
              },
            ],
      ),
      unitTaskId: input.unitTaskId ?? base?.unitTaskId ?? null,
      taskCardIds: input.taskCardIds.length > 0 ? input.taskCardIds : (base?.taskCardIds ?? []),
      audience: { unitIds: [], personIds: [actor.personId] },
      retentionFrom: null,
      retentionUntil: null,
      number: null,
      grade: null,
      approver: null,
      approvedVersion: null,
      changeNote: null,
      supersededById: null,
      submittedAt: null,
      completedAt: null,
      discardedAt: null,
      listedAt: now,
      routeVersion: 1,
    }
    await insertDocument(tx, { ...parts, id, supersedesId: input.supersedesId ?? null })
    if (base !== undefined) await setFiles(tx, id, await documentFileIds(tx, base.id), base.id)
    const facts = base === undefined ? {} : { from: base.id }
    await addHistory(tx, id, { kind: 'created', person: drafter, facts })
    await audit(tx, {
      action: 'document.create',
      subjectType: 'document',
      subjectId: id,
      after: { kind: kind.key, unitId },
    })
    touch(tx, `inbox:${actor.personId}`)
    const output: DocumentActResult = { documentId: id, version: 1, routeVersion: 1, state: 'draft', number: null }
    await claim.settle(output)
    return output
  })
}

async function baseOf(
  tx: TxCtx,
  supersedesId: Id | undefined,
  basedOnId: Id | undefined,
): Promise<StoredDocument | undefined> {
  const id = supersedesId ?? basedOnId
  if (id === undefined) return undefined
  const base = await findDocument(tx, id)
  if (supersedesId === undefined) return base
  requireDocumentState(base, 'supersede')
  authorise(can(tx.actor, 'supersede', subjectOf(base, [])))
  requireNotSuperseded(base)
  return base
}
