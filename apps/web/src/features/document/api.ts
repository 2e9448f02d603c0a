import type { ApiOutputs } from '../../lib/trpc.tsx'

type Api = ApiOutputs['document']

/** A document card with all that hangs on it. */
export type DocumentCard = Api['document']
export type RouteStep = DocumentCard['route'][number]
export type PlannedStep = DocumentCard['plan'][number]
export type Opinion = DocumentCard['opinions'][number]
export type DocumentState = DocumentCard['state']
export type DocumentKind = DocumentCard['kind']
export type DocumentField = DocumentKind['fields'][number]
export type FieldValue = DocumentCard['fields'][string]
export type FieldValues = DocumentCard['fields']
export type AttributesView = DocumentCard['attributes']
export type DispatchPlanView = NonNullable<DocumentCard['dispatch']>
export type Directive = DocumentCard['directives'][number]
export type DocumentKinds = Api['kinds']
export type InboxRow = Api['inbox']['rows'][number]
export type DocumentRow = Api['list']['rows'][number]
export type Role = RouteStep['role']
export type Grade = NonNullable<DocumentCard['grade']>
export type PersonAs = RouteStep['person']
export type FoundPerson = Api['searchPeople']['people'][number]
export type PrintedDocument = Api['print']

/** 관리속성 as a form holds it. */
export interface Attributes {
  readonly accessScope: AttributesView['accessScope']
  readonly extraUnitIds: readonly string[]
  readonly extraPersonIds: readonly string[]
  readonly knowledgeCategory: string
  readonly retention: AttributesView['retention']
  readonly disclosure: AttributesView['disclosure']
  readonly disclosureGrounds: AttributesView['disclosureGrounds']
  readonly disclosureNote: string
}

/** The stored 관리속성 as a form's beginning. */
export function attributesOf(view: AttributesView): Attributes {
  return {
    accessScope: view.accessScope,
    extraUnitIds: view.extraUnits.map((unit) => unit.id),
    extraPersonIds: view.extraPeople.map((person) => person.id),
    knowledgeCategory: view.knowledgeCategory.key,
    retention: view.retention,
    disclosure: view.disclosure,
    disclosureGrounds: view.disclosureGrounds,
    disclosureNote: view.disclosureNote,
  }
}
