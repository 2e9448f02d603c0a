import { unitTaskById } from '../../brm/index.ts'
import { listUnits } from '../../identity/index.ts'
import { ConflictError, type Id, NotFoundError, newId, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { getTenantBySlug } from '../../tenancy/index.ts'
import type { DocumentKind, WorkFragment } from '../fragment.ts'
import { plainText } from '../rich-text.ts'
import { taskCardsByIds } from '../task/index.ts'
import type { DispatchPlan, DocumentAttributes, PlanStep, StoredDocument } from './document.store.ts'
import { type FieldValue, fieldProblem } from './domain/fields.ts'
import { routeProblem } from './domain/route.ts'
import { type Holder, postsOf } from './people.store.ts'

/** A kind of the release. @throws ValidationError `document.kind-unknown` */
export function requireKind(work: WorkFragment, kindKey: string): DocumentKind {
  const kind = work.documentKinds.find((one) => one.key === kindKey)
  if (kind === undefined) {
    throw new ValidationError('document.kind-unknown', { field: 'kindKey', params: { kind: kindKey } })
  }
  return kind
}

/** The values of a card's own fields. @throws ValidationError naming the field, as `fields.background` */
export function checkFields(kind: DocumentKind, values: Readonly<Record<string, FieldValue>>, complete: boolean): void {
  const problem = fieldProblem(kind.fields, values, complete)
  if (problem !== null) {
    throw new ValidationError(problem.code, { field: `fields.${problem.key}`, params: problem.params })
  }
}

/** 관리속성: a category of the release, units and people of the agency, a ground where it is not open. */
export async function checkAttributes(
  tx: TxCtx,
  work: WorkFragment,
  attributes: DocumentAttributes,
  complete: boolean,
): Promise<void> {
  const wrong = (code: string, field: string, params = {}) =>
    new ValidationError(code, { field: `attributes.${field}`, params })
  const { knowledgeCategory: category, disclosure, disclosureGrounds, extraUnitIds, extraPersonIds } = attributes
  if (!work.knowledgeCategories.some((one) => one.key === category))
    throw wrong('document.category-unknown', 'knowledgeCategory', { category })
  if (complete && disclosure !== 'open' && disclosureGrounds.length === 0)
    throw wrong('document.ground-needed', 'disclosureGrounds')
  if (disclosure === 'open' && disclosureGrounds.length > 0)
    throw wrong('document.ground-not-asked', 'disclosureGrounds')
  if (extraUnitIds.length > 0) await requireUnits(tx, extraUnitIds, 'attributes.extraUnitIds')
  if (extraPersonIds.length > 0) await requirePeople(tx, extraPersonIds, 'attributes.extraPersonIds')
}

/** @throws ValidationError `document.unit-unknown` for a unit the agency does not have now */
export async function requireUnits(tx: TxCtx, unitIds: readonly Id[], field: string): Promise<void> {
  const known = new Set((await listUnits(tx)).map((unit) => unit.id))
  if (unitIds.some((id) => !known.has(id))) throw new ValidationError('document.unit-unknown', { field })
}

/** The first post of each of them. @throws ValidationError `document.person-unknown` for one without a post */
export async function requirePeople(tx: TxCtx, personIds: readonly Id[], field: string): Promise<Map<Id, Holder[]>> {
  const posts = new Map<Id, Holder[]>()
  for (const holder of await postsOf(tx, personIds)) {
    posts.set(holder.person.id, [...(posts.get(holder.person.id) ?? []), holder])
  }
  if (personIds.some((id) => !posts.has(id))) throw new ValidationError('document.person-unknown', { field })
  return posts
}

/** Task cards and the unit task it is tied to. @throws NotFoundError `task.not-found`, `brm.unit-task-not-found` */
export async function checkTies(tx: TxCtx, taskCardIds: readonly Id[], unitTaskId: Id | null): Promise<void> {
  const [cards] = await Promise.all([
    taskCardsByIds(tx, taskCardIds),
    unitTaskId === null ? undefined : unitTaskById(tx, unitTaskId),
  ])
  if (cards.length !== new Set(taskCardIds).size) throw new NotFoundError('task.not-found')
}

/** A step as it is put in, before the product names it. */
export type StepInput = Omit<PlanStep, 'id' | 'unitId'> & { readonly unitId?: Id | undefined }

/** A route as put together, each step with its person's unit. @throws ValidationError `document.person-unknown` */
export async function planOf(tx: TxCtx, steps: readonly StepInput[], field: string): Promise<PlanStep[]> {
  const acting = steps.flatMap((step) => (step.actingForId === null ? [] : [step.actingForId]))
  const posts = await requirePeople(tx, [...steps.map((step) => step.personId), ...acting], field)
  return steps.map((step) => {
    const own = posts.get(step.personId) ?? []
    const chosen = step.unitId === undefined ? own[0] : own.find((holder) => holder.unitId === step.unitId)
    if (chosen === undefined) throw new ValidationError('document.unit-unknown', { field })
    return { ...step, id: newId(), unitId: chosen.unitId }
  })
}

/** @throws ValidationError with the place, as `route.2`, for a route that cannot be taken */
export function checkRoute(
  steps: readonly StepInput[],
  drafterId: Id,
  taken: readonly Id[] = [],
  field = 'route',
): void {
  const problem = routeProblem(steps, drafterId, taken)
  if (problem === null) return
  throw new ValidationError(problem.code, { field: problem.place === null ? field : `${field}.${problem.place}` })
}

/** Receivers that exist. @throws ValidationError `document.agency-unknown`, `document.same-agency`, `document.unit-unknown` */
export async function checkReceivers(
  tx: TxCtx,
  receivers: DispatchPlan['receivers'],
  field = 'dispatch.receivers',
): Promise<void> {
  const units = receivers.flatMap((one) => (one.kind === 'unit' ? [one.unitId] : []))
  if (units.length > 0) await requireUnits(tx, units, field)
  for (const one of receivers) {
    if (one.kind !== 'agency') continue
    const agency = await getTenantBySlug(tx.db, one.agency)
    if (agency === undefined || agency.status !== 'active' || agency.kind === 'bureau') {
      throw new ValidationError('document.agency-unknown', { field, params: { agency: one.agency } })
    }
    if (agency.id === tx.tenantId) throw new ValidationError('document.same-agency', { field })
  }
}

/** A document that is whole enough for its route. @throws ValidationError naming the field; ConflictError */
export async function checkComplete(
  tx: TxCtx,
  document: StoredDocument,
  kind: DocumentKind,
  work: WorkFragment,
  fileIds: readonly Id[],
): Promise<void> {
  if (document.title === '') throw new ValidationError('document.title-needed', { field: 'title' })
  checkFields(kind, document.fields, true)
  if (document.bodyText === '' && fileIds.length === 0)
    throw new ValidationError('document.body-needed', { field: 'body' })
  checkRoute(document.routePlan.map(withoutId), document.drafterId)
  await checkAttributes(tx, work, document, true)
  const plan = document.dispatchPlan
  if (kind.dispatched) {
    await checkDispatch(tx, plan)
    checkGoing(plan, fileIds)
  }
  if (!kind.dispatched && plan !== null) {
    throw new ValidationError('document.dispatch-not-asked', { field: 'dispatch' })
  }
}

/** Only the document's own files go along with its dispatch. @throws ValidationError `file.unknown` */
export function checkGoing(plan: DispatchPlan | null, fileIds: readonly Id[]): void {
  if (plan?.fileIds.every((id) => fileIds.includes(id)) === false) {
    throw new ValidationError('file.unknown', { field: 'dispatch.fileIds' })
  }
}

async function checkDispatch(tx: TxCtx, plan: DispatchPlan | null): Promise<void> {
  if (plan === null) throw new ValidationError('document.dispatch-needed', { field: 'dispatch' })
  if (plan.title === '') throw new ValidationError('document.title-needed', { field: 'dispatch.title' })
  if (plainText(plan.body) === '') throw new ValidationError('input.required', { field: 'dispatch.body' })
  if (plan.receivers.length === 0) {
    throw new ValidationError('document.receivers-needed', { field: 'dispatch.receivers' })
  }
  await checkReceivers(tx, plan.receivers)
}

function withoutId({ id: _, unitId, ...step }: PlanStep): StepInput {
  return unitId === null ? step : { ...step, unitId }
}

/** @throws ConflictError `document.already-superseded` when another has taken the document's place */
export function requireNotSuperseded(document: StoredDocument): void {
  if (document.supersededById !== null) throw new ConflictError('document.already-superseded')
}
