import type { Id } from '../../../kernel/index.ts'
import type { DocumentState } from './document.ts'

/** 열람범위 as stored: units (null is the whole agency) and people. */
export interface DocumentAudience {
  readonly unitIds: readonly Id[] | null
  readonly personIds: readonly Id[]
}

/** What an audience follows from. */
export interface AudienceFacts {
  readonly state: DocumentState
  readonly accessScope: 'agency' | 'bureau' | 'unit' | 'participants'
  readonly drafterId: Id
  readonly unitId: Id
  /** The units of the drafter's bureau, the bureau itself included; for a unit without a bureau, itself. */
  readonly bureauUnitIds: readonly Id[]
  /** People of all rounds of its route, and those somebody acted for. */
  readonly routePersonIds: readonly Id[]
  /** People who were given a directive. */
  readonly directedIds: readonly Id[]
  readonly extraUnitIds: readonly Id[]
  readonly extraPersonIds: readonly Id[]
}

/**
 * Who may know of a document. Until it is approved its drafter and the people of its route only; then whom the 열람범위
 * names too. Its drafter and its people keep it in every state.
 */
export function audienceOf(facts: AudienceFacts): DocumentAudience {
  const { state, accessScope, extraUnitIds, extraPersonIds } = facts
  const people = [facts.drafterId, ...facts.routePersonIds, ...facts.directedIds]
  if (state !== 'approved') return { unitIds: [], personIds: unique(people) }
  const personIds = unique([...people, ...extraPersonIds])
  switch (accessScope) {
    case 'agency':
      return { unitIds: null, personIds }
    case 'bureau':
      return { unitIds: unique([facts.unitId, ...facts.bureauUnitIds, ...extraUnitIds]), personIds }
    case 'unit':
      return { unitIds: unique([facts.unitId, ...extraUnitIds]), personIds }
    case 'participants':
      return { unitIds: unique(extraUnitIds), personIds }
  }
}

function unique(ids: readonly Id[]): Id[] {
  return [...new Set(ids)]
}
