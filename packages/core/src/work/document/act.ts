import { ConflictError, ForbiddenError, type Id } from '../../kernel/index.ts'
import { audit, authorise, type DomainEvent, emit, type TxCtx } from '../../platform/index.ts'
import type { DocumentKind, WorkFragment } from '../fragment.ts'
import { workByHash } from '../release.ts'
import { recordAchievement } from '../task/index.ts'
import { addHistory, type HistoryDraft, lastDocumentChange, lastRouteChange } from './content.store.ts'
import { directedPeople } from './directive.store.ts'
import { type DocumentParts, findDocument, type StoredDocument, updateDocument } from './document.store.ts'
import { audienceOf, type DocumentAudience } from './domain/audience.ts'
import { type DocumentVerb, requireDocumentState } from './domain/document.ts'
import { can, type DocumentSubject } from './policy.ts'
import { type StoredStep, saveSteps, stepsOf } from './route.store.ts'
import { bureauUnitIds } from './route-proposal.ts'

/** A document opened for an act the actor may do now; nobody else changes it until the transaction ends. */
export interface OpenedDocument {
  readonly document: StoredDocument
  /** Steps of all rounds; `round` those of the running one. */
  readonly steps: readonly StoredStep[]
  readonly round: readonly StoredStep[]
  readonly now: Date
}

/**
 * Opens a document for one act: the actor may know of it and may do this, its state allows it, and the caller saw its latest
 * version or route.
 * @throws NotFoundError `document.not-found`; ForbiddenError; ConflictError `document.changed-meanwhile`,
 * `document.route-changed` saying by whom and when, or what its state forbids
 */
export async function openDocument(
  tx: TxCtx,
  verb: DocumentVerb,
  target: { documentId: Id; version?: number | undefined; routeVersion?: number | undefined },
): Promise<OpenedDocument> {
  const document = await findDocument(tx, target.documentId, { lock: true })
  const steps = await stepsOf(tx, document.id)
  const round = steps.filter((step) => step.round === document.round)
  if (verb === 'process') refuseOwnDraft(tx, document)
  else authorise(can(tx.actor, verb, subjectOf(document, round)))
  requireDocumentState(document, verb)
  if (target.routeVersion !== undefined && target.routeVersion !== document.routeVersion)
    throw await routeConflict(tx, document.id)
  if (target.version !== undefined && target.version !== document.version) throw await documentConflict(tx, document.id)
  return { document, steps, round, now: tx.clock.now() }
}

/** Nobody approves the own draft: said in its own words. */
function refuseOwnDraft(tx: TxCtx, document: StoredDocument): void {
  if (tx.actor.kind !== 'officer') throw new ForbiddenError()
  if (tx.actor.personId === document.drafterId) throw new ForbiddenError('document.own-draft')
}

/** What the policy looks at. */
export function subjectOf(document: StoredDocument, round: readonly StoredStep[]): DocumentSubject {
  const { state, drafterId, unitId } = document
  const running = state === 'in-review' || state === 'on-hold'
  const turns = running ? round.filter((step) => step.state === 'turn' || step.state === 'held') : []
  const toCome = running ? round.filter((step) => step.state !== 'done' && step.state !== 'skipped') : []
  const people = (steps: readonly StoredStep[]) => steps.map((step) => step.personId)
  return { state, drafterId, unitId, turnOf: people(turns), toCome: people(toCome) }
}

/** The kind of a document under the release it was drafted with. */
export async function kindOf(
  tx: TxCtx,
  document: Pick<StoredDocument, 'releaseHash' | 'kindKey'>,
): Promise<{ kind: DocumentKind; work: WorkFragment }> {
  const { work } = await workByHash(tx, document.releaseHash)
  const kind = work.documentKinds.find((one) => one.key === document.kindKey)
  if (kind === undefined) throw new Error(`release ${document.releaseHash} has no kind ${document.kindKey}`)
  return { kind, work }
}

/** Who may know of a document as it would be after an act. */
export async function audienceAfter(
  tx: TxCtx,
  document: StoredDocument,
  change: Partial<DocumentParts>,
  steps: readonly StoredStep[],
  directed: readonly Id[] = [],
): Promise<DocumentAudience> {
  const after = { ...document, ...change }
  const [bureau, given] = await Promise.all([
    after.state === 'approved' && after.accessScope === 'bureau' ? bureauUnitIds(tx, after.unitId) : [],
    directedPeople(tx, document.id),
  ])
  const asked = steps.filter((step) => step.state !== 'skipped')
  const actedFor = asked.flatMap((step) => (step.actingFor === null ? [] : [step.actingFor.id]))
  return audienceOf({
    state: after.state,
    accessScope: after.accessScope,
    drafterId: document.drafterId,
    unitId: after.unitId,
    bureauUnitIds: bureau,
    routePersonIds: [...asked.map((step) => step.personId), ...actedFor],
    directedIds: [...given, ...directed],
    extraUnitIds: after.extraUnitIds,
    extraPersonIds: after.extraPersonIds,
  })
}

/** What an act did, to be recorded with it. */
export interface DocumentOutcome {
  /** The verb in the audit trail, as in `submit`. */
  readonly verb: string
  readonly change: Partial<DocumentParts>
  /** Steps that are new or changed. */
  readonly steps?: readonly StoredStep[]
  readonly history?: HistoryDraft
  readonly events?: readonly DomainEvent[]
  readonly reason?: string | undefined
  /** 처리상황 of the document under 실적 of its task cards; left out when it stays as it is. */
  readonly achievement?: string
}

/** What an act answers. */
export interface DocumentActResult {
  documentId: Id
  version: number
  routeVersion: number
  state: StoredDocument['state']
  number: string | null
}

/** Writes an act: the changed document with its steps, its history, 실적, the audit row, the events. */
export async function recordDocumentAct(
  tx: TxCtx,
  opened: OpenedDocument,
  outcome: DocumentOutcome,
): Promise<DocumentActResult> {
  const { document } = opened
  const after: StoredDocument = { ...document, ...outcome.change, version: document.version + 1 }
  if (!(await updateDocument(tx, document, outcome.change))) throw await documentConflict(tx, document.id)
  const changed = outcome.steps ?? []
  await saveSteps(tx, document.id, changed)
  if (outcome.history !== undefined) await addHistory(tx, document.id, outcome.history)
  if (outcome.achievement !== undefined) await enterAchievement(tx, after, outcome.achievement)
  await audit(tx, {
    action: `document.${outcome.verb}`,
    subjectType: 'document',
    subjectId: document.id,
    before: brief(document),
    after: brief(after),
    reason: outcome.reason === '' ? undefined : outcome.reason,
  })
  const touches = topicsOf(after, [...opened.round, ...changed])
  if ((outcome.events ?? []).length === 0) tx.buffer.addTopics(touches)
  for (const event of outcome.events ?? []) await emit(tx, event, { touches })
  return resultOf(after)
}

/** A document's own page and the boxes of its people. */
export function topicsOf(document: StoredDocument, steps: readonly StoredStep[]): string[] {
  const people = new Set([document.drafterId, ...steps.map((step) => step.personId)])
  return [`document:${document.id}`, ...[...people].map((personId) => `inbox:${personId}`)]
}

/** Enters a document under 실적 of the task cards it is tied to, or changes what stands there. */
export async function enterAchievement(tx: TxCtx, document: StoredDocument, state: string): Promise<void> {
  if (document.taskCardIds.length === 0) return
  await recordAchievement(tx, {
    taskCardIds: document.taskCardIds,
    kind: 'document-report',
    subjectId: document.id,
    occurredAt: document.submittedAt ?? tx.clock.now(),
    title: document.title,
    summary: document.bodyText.slice(0, 400),
    personId: document.drafterId,
    unitId: document.unitId,
    state,
    audience: document.audience,
  })
}

/** What a command answers about a document. */
export function resultOf(document: StoredDocument): DocumentActResult {
  const { id, version, routeVersion, state, number } = document
  return { documentId: id, version, routeVersion, state, number }
}

/** The conflict of a stale edit, in words a person can act on. */
export async function documentConflict(tx: TxCtx, documentId: Id): Promise<ConflictError> {
  const last = await lastDocumentChange(tx, documentId)
  return new ConflictError('document.changed-meanwhile', { params: paramsOf(tx, last) })
}

/** The conflict of one who looked at an older route. */
export async function routeConflict(tx: TxCtx, documentId: Id): Promise<ConflictError> {
  const last = await lastRouteChange(tx, documentId)
  return new ConflictError('document.route-changed', { params: paramsOf(tx, last) })
}

function paramsOf(tx: TxCtx, last: { who: string; at: Date } | undefined) {
  return { who: last?.who ?? '—', at: (last?.at ?? tx.clock.now()).toISOString() }
}

/** What of a document belongs in the audit trail: where it stands, never what was written in it. */
export function brief(document: StoredDocument): Record<string, unknown> {
  return {
    state: document.state,
    round: document.round,
    number: document.number,
    routeVersion: document.routeVersion,
    version: document.version,
    accessScope: document.accessScope,
    retention: document.retention,
    disclosure: document.disclosure,
  }
}
