import type { Id, LocalizedText } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import { getTenantBySlug } from '../../tenancy/index.ts'
import type { DocumentKind, WorkFragment } from '../fragment.ts'
import type { DispatchPlan, StoredDocument } from './document.store.ts'
import { peopleAs, unitNames } from './people.store.ts'
import type { StoredStep } from './route.store.ts'
import type { DocumentView } from './types.ts'

const NOWHERE: LocalizedText = { ko: '—', en: '—' }

/** A kind of document as screens get it. */
export function kindView(kind: DocumentKind): DocumentView['kind'] {
  const { key, name, description, retention, disclosure, accessScope, graded, dispatched } = kind
  const fields = kind.fields.map(({ key, name, type, required, choices, help }) => ({
    key,
    name,
    type,
    required,
    choices: choices ?? null,
    help: help ?? null,
  }))
  return { key, name, description, fields, retention, disclosure, accessScope, graded, dispatched }
}

/** 관리속성 with names. */
export async function attributesView(
  tx: TxCtx,
  document: StoredDocument,
  work: WorkFragment,
): Promise<DocumentView['attributes']> {
  const { extraUnitIds, extraPersonIds, audience } = document
  const [names, people] = await Promise.all([
    unitNames(tx, [...extraUnitIds, ...(audience.unitIds ?? [])]),
    peopleAs(tx, extraPersonIds),
  ])
  const units = (ids: readonly Id[]) => ids.map((id) => ({ id, name: names.get(id) ?? NOWHERE }))
  const category = document.knowledgeCategory
  return {
    number: document.number,
    accessScope: document.accessScope,
    extraUnits: units(extraUnitIds),
    extraPeople: extraPersonIds.map((id) => ({ id, name: people.get(id)?.name ?? '—' })),
    audienceUnits: audience.unitIds === null ? null : units(audience.unitIds),
    knowledgeCategory: {
      key: category,
      name: work.knowledgeCategories.find((one) => one.key === category)?.name ?? { ko: category, en: category },
    },
    retention: document.retention,
    retentionFrom: document.retentionFrom,
    retentionUntil: document.retentionUntil,
    disclosure: document.disclosure,
    disclosureGrounds: [...document.disclosureGrounds] as DocumentView['attributes']['disclosureGrounds'],
    disclosureNote: document.disclosureNote,
  }
}

/** Receivers with their names. */
export async function receiverViews(tx: TxCtx, receivers: DispatchPlan['receivers']) {
  const names = await unitNames(
    tx,
    receivers.flatMap((one) => (one.kind === 'unit' ? [one.unitId] : [])),
  )
  return Promise.all(
    receivers.map(async (one) => {
      if (one.kind === 'unit') return { ...one, name: names.get(one.unitId) ?? NOWHERE }
      return { ...one, name: (await getTenantBySlug(tx.db, one.agency))?.name ?? NOWHERE }
    }),
  )
}

/** A step as the reader sees it. */
export function stepView(tx: TxCtx, step: StoredStep, running: boolean): DocumentView['route'][number] {
  const { id, round, order, role, person, unitId, delegated, actingFor, request, state, turnAt, actedAt, final } = step
  const open = running && (state === 'turn' || state === 'held')
  return {
    id,
    round,
    order,
    role,
    person,
    unitId,
    delegated,
    actingFor,
    request,
    state,
    turnAt: turnAt?.toISOString() ?? null,
    actedAt: actedAt?.toISOString() ?? null,
    final,
    mine: open && tx.actor.kind === 'officer' && tx.actor.personId === step.personId,
  }
}
