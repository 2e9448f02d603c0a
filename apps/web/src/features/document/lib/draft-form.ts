import type { RichDoc } from '@harmony/ui'
import { type Attributes, attributesOf, type DocumentCard, type FieldValues } from '../api.ts'
import type { DispatchDraft } from '../components/dispatch-form.tsx'
import type { Ties } from '../components/ties-form.tsx'
import { type RouteRow, rowsOf, type StepInput, stepsOf } from './route.ts'

/** A draft as the form holds it, but for its files, which the uploads hold. */
export interface DraftForm {
  readonly title: string
  readonly fields: FieldValues
  readonly body: RichDoc
  readonly ties: Ties
  readonly attributes: Attributes
  readonly route: readonly RouteRow[]
  readonly dispatch: DispatchDraft | null
}

/** What of a draft is saved, part by part. */
export interface DraftContent {
  readonly title: string
  readonly fields: FieldValues
  readonly body: RichDoc
  readonly fileIds: string[]
  readonly taskCardIds: string[]
  readonly unitTaskId: string | null
  readonly attributes: ReturnType<typeof plainAttributes>
  readonly route: StepInput[]
  readonly dispatch: ReturnType<typeof plainDispatch> | null
}

const NOTHING: RichDoc = { type: 'doc', content: [{ type: 'paragraph' }] }

/** The form of a stored draft; a kind that is dispatched always has 시행정보 to fill in. */
export function formOf(card: DocumentCard): DraftForm {
  const { dispatch } = card
  return {
    title: card.title,
    fields: card.fields,
    body: card.body,
    ties: { taskCards: card.taskCards, unitTask: card.unitTask },
    attributes: attributesOf(card.attributes),
    route: rowsOf(card.plan),
    dispatch: card.kind.dispatched
      ? (dispatch ?? { title: '', body: NOTHING, receivers: [], fileIds: [], showApprovers: true })
      : null,
  }
}

/**
 * What would be saved of a form. Figures that are no figures yet are left out, and files of the dispatch that are no
 * longer attached.
 */
export function contentOf(form: DraftForm, fileIds: readonly string[], card: DocumentCard): DraftContent {
  const figures = new Set(card.kind.fields.filter((field) => field.type === 'number').map((field) => field.key))
  const fields = Object.entries(form.fields).filter(([key, value]) => !(figures.has(key) && typeof value === 'string'))
  return {
    title: form.title.trim(),
    fields: Object.fromEntries(fields),
    body: form.body,
    fileIds: [...fileIds],
    taskCardIds: form.ties.taskCards.map((one) => one.id),
    unitTaskId: form.ties.unitTask?.id ?? null,
    attributes: plainAttributes(form.attributes),
    route: stepsOf(form.route),
    dispatch: form.dispatch && plainDispatch(form.dispatch, fileIds),
  }
}

/** The parts that differ from what was saved last. */
export function changedParts(content: DraftContent, before: DraftContent): Partial<DraftContent> {
  const keys = (Object.keys(content) as (keyof DraftContent)[]).filter(
    (key) => JSON.stringify(content[key]) !== JSON.stringify(before[key]),
  )
  return Object.fromEntries(keys.map((key) => [key, content[key]]))
}

function plainAttributes(value: Attributes) {
  return {
    ...value,
    extraUnitIds: [...value.extraUnitIds],
    extraPersonIds: [...value.extraPersonIds],
    disclosureGrounds: [...value.disclosureGrounds],
    disclosureNote: value.disclosureNote.trim(),
  }
}

function plainDispatch(value: DispatchDraft, fileIds: readonly string[]) {
  return {
    title: value.title.trim(),
    body: value.body,
    receivers: value.receivers.map((one) =>
      one.kind === 'unit'
        ? { kind: 'unit' as const, unitId: one.unitId }
        : { kind: 'agency' as const, agency: one.agency },
    ),
    fileIds: value.fileIds.filter((id) => fileIds.includes(id)),
    showApprovers: value.showApprovers,
  }
}
