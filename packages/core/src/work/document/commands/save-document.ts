import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { audit, parse, type TxCtx, touch, withTenant } from '../../../platform/index.ts'
import type { DocumentKind, WorkFragment } from '../../fragment.ts'
import { currentWork } from '../../release.ts'
import { plainText } from '../../rich-text.ts'
import { documentConflict, kindOf, openDocument } from '../act.ts'
import { keepVersion } from '../content.store.ts'
import {
  checkAttributes,
  checkFields,
  checkGoing,
  checkReceivers,
  checkTies,
  planOf,
  requireKind,
  requireUnits,
} from '../content-checks.ts'
import { type DocumentChange, type StoredDocument, updateDocument } from '../document.store.ts'
import { documentFileIds, setFiles } from '../files.store.ts'
import { type SaveDocumentInput, type SaveDocumentOutput, saveDocumentInput } from '../types.ts'

type Input = ReturnType<typeof saveDocumentInput.parse>

/**
 * Saves what its drafter has changed and leaves the rest: for autosave. Only the first saving and kept versions are audited.
 * @throws ConflictError `document.changed-meanwhile` from an older window; ValidationError naming the field
 */
export async function saveDocument(ctx: Ctx, raw: SaveDocumentInput): Promise<SaveDocumentOutput> {
  const input = parse(saveDocumentInput, raw)
  return withTenant(ctx, async (tx) => {
    const { document, now } = await openDocument(tx, 'save', input)
    const { kind, work, hash } = await kindAfter(tx, document, input.kindKey)
    const change: DocumentChange = {
      ...(await contentOf(tx, document, input, kind)),
      ...(await standingOf(tx, input, work)),
      ...(kind.key === document.kindKey ? {} : { kindKey: kind.key, releaseHash: hash }),
      ...(document.round === 0 ? { listedAt: now } : {}),
    }
    if (input.unitId !== undefined) change.unitId = await ownUnit(tx, input.unitId)
    if (!(await updateDocument(tx, document, change))) throw await documentConflict(tx, document.id)
    if (input.fileIds !== undefined && (await setFiles(tx, document.id, input.fileIds)) !== input.fileIds.length) {
      throw new ValidationError('file.unknown', { field: 'fileIds' })
    }
    if (input.keepVersion) await keep(tx, { ...document, ...change })
    if (input.keepVersion || document.version === 1) {
      await audit(tx, { action: 'document.save', subjectType: 'document', subjectId: document.id })
    }
    touch(tx, `document:${document.id}`, `inbox:${document.drafterId}`)
    return { documentId: document.id, version: document.version + 1, savedAt: now.toISOString() }
  })
}

/** The kind it will be of; another one is taken from the release that runs now, and only before the first submission. */
async function kindAfter(tx: TxCtx, document: StoredDocument, kindKey: string | undefined) {
  if (kindKey === undefined || kindKey === document.kindKey) {
    return { ...(await kindOf(tx, document)), hash: document.releaseHash }
  }
  const current = await currentWork(tx)
  const kind = requireKind(current.work, kindKey)
  if (document.round > 0) {
    throw new ValidationError('input.not-allowed', { field: 'kindKey', params: { allowed: document.kindKey } })
  }
  return { kind, ...current }
}

async function contentOf(tx: TxCtx, document: StoredDocument, input: Input, kind: DocumentKind) {
  const change: DocumentChange = {}
  if (input.title !== undefined) change.title = input.title
  if (input.body !== undefined) {
    change.body = input.body
    change.bodyText = plainText(input.body)
  }
  if (input.fields !== undefined) {
    checkFields(kind, input.fields, false)
    change.fields = input.fields
  } else if (kind.key !== document.kindKey) {
    const known = new Set(kind.fields.map((field) => field.key))
    change.fields = Object.fromEntries(Object.entries(document.fields).filter(([key]) => known.has(key)))
  }
  if (input.dispatch !== undefined) {
    if (input.dispatch !== null) await checkReceivers(tx, input.dispatch.receivers)
    checkGoing(input.dispatch, input.fileIds ?? (await documentFileIds(tx, document.id)))
    change.dispatchPlan = input.dispatch
  } else if (input.fileIds !== undefined && document.dispatchPlan !== null) {
    const left = new Set(input.fileIds)
    const { dispatchPlan: plan } = document
    change.dispatchPlan = { ...plan, fileIds: plan.fileIds.filter((id) => left.has(id)) }
  }
  return change
}

async function standingOf(tx: TxCtx, input: Input, work: WorkFragment) {
  const change: DocumentChange = {}
  if (input.attributes !== undefined) {
    await checkAttributes(tx, work, input.attributes, false)
    Object.assign(change, input.attributes)
  }
  if (input.route !== undefined) change.routePlan = await planOf(tx, input.route, 'route')
  if (input.taskCardIds !== undefined || input.unitTaskId !== undefined) {
    await checkTies(tx, input.taskCardIds ?? [], input.unitTaskId ?? null)
    if (input.taskCardIds !== undefined) change.taskCardIds = [...new Set(input.taskCardIds)]
    if (input.unitTaskId !== undefined) change.unitTaskId = input.unitTaskId
  }
  return change
}

async function ownUnit(tx: TxCtx, unitId: string): Promise<string> {
  if (tx.actor.kind === 'officer' && !tx.actor.unitIds.includes(unitId)) {
    throw new ValidationError('document.unit-not-yours', { field: 'unitId' })
  }
  await requireUnits(tx, [unitId], 'unitId')
  return unitId
}

async function keep(tx: TxCtx, document: StoredDocument): Promise<void> {
  const { title, fields, body, dispatchPlan, round } = document
  const fileIds = await documentFileIds(tx, document.id)
  await keepVersion(tx, document.id, { title, fields, body, dispatchPlan, round, fileIds, note: '' })
}
