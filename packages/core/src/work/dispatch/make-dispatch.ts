import { type Id, newId } from '../../kernel/index.ts'
import { audit, type TxCtx, touch } from '../../platform/index.ts'
import { contentOf, findDocument, headsOf, receiverViews, type StoredDocument, stepsOf } from '../document/index.ts'
import { type ApproverMark, addDispatchHistory, insertDispatch } from './dispatch.store.ts'
import { setReceivers } from './receiver.store.ts'

/**
 * Makes the dispatch of a document that has just been approved, out of its 시행정보 (R7): it waits for the release of the
 * head of the drafting unit, without a second approval. A document has one dispatch; one without 시행정보 has none.
 */
export async function makeDispatch(tx: TxCtx, documentId: Id): Promise<void> {
  // Who approved last need not know of what happens to it next: it is the product that makes it.
  const asSystem: TxCtx = { ...tx, actor: { kind: 'system', name: 'dispatch' } }
  const document = await findDocument(asSystem, documentId)
  const { dispatchPlan: plan } = await contentOf(asSystem, document)
  if (document.state !== 'approved' || plan === null) return
  const heads = await headsOf(tx, [document.unitId])
  const head = heads.get(document.unitId)?.person
  const id = newId()
  const { audience } = document
  const made = await insertDispatch(tx, {
    id,
    documentId,
    state: 'waiting',
    unitId: document.unitId,
    drafterId: document.drafterId,
    drafter: document.drafter,
    documentNumber: document.number ?? '—',
    title: plan.title,
    body: plan.body,
    fileIds: plan.fileIds,
    showApprovers: plan.showApprovers,
    approvers: await marksOf(tx, document),
    disclosure: document.disclosure,
    disclosureGrounds: document.disclosureGrounds,
    approvedAt: document.completedAt ?? tx.clock.now(),
    audience: {
      unitIds: audience.unitIds,
      personIds: [...audience.personIds, ...(head === undefined ? [] : [head.id])],
    },
  })
  if (!made) return
  const receivers = await receiverViews(tx, plan.receivers)
  await setReceivers(tx, id, receivers)
  await addDispatchHistory(tx, id, { kind: 'made', person: null })
  await audit(tx, { action: 'dispatch.make', subjectType: 'dispatch', subjectId: id, after: { documentId } })
  touch(tx, `document:${documentId}`, ...(head === undefined ? [] : [`inbox:${head.id}`]))
}

/** The row of approvals as it stands on the paper. */
async function marksOf(tx: TxCtx, document: StoredDocument): Promise<ApproverMark[]> {
  const steps = (await stepsOf(tx, document.id)).filter(
    (step) => step.round === document.round && step.state === 'done',
  )
  const { name, title } = document.drafter
  return [
    { name, title, role: 'draft', mark: null },
    ...steps.map((step): ApproverMark => {
      const acting = step.actingFor !== null
      const mark = step.delegated ? (acting ? 'delegated-acting' : 'delegated') : acting ? 'acting' : null
      return { name: step.person.name, title: step.person.title, role: step.role, mark }
    }),
  ]
}
