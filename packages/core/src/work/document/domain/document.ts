import { ConflictError } from '../../../kernel/index.ts'

export type DocumentState = 'draft' | 'in-review' | 'on-hold' | 'returned' | 'withdrawn' | 'stopped' | 'approved'
export type DocumentVerb =
  | 'save'
  | 'discard'
  | 'submit'
  | 'withdraw'
  | 'process'
  | 'change-route'
  | 'delegate'
  | 'change-attributes'
  | 'supersede'

const EDITABLE: readonly DocumentState[] = ['draft', 'returned', 'withdrawn']
const RUNNING: readonly DocumentState[] = ['in-review', 'on-hold']

const ALLOWED: Readonly<Record<DocumentVerb, readonly DocumentState[]>> = {
  save: EDITABLE,
  discard: ['draft'],
  submit: EDITABLE,
  withdraw: RUNNING,
  process: RUNNING,
  'change-route': RUNNING,
  delegate: RUNNING,
  'change-attributes': ['draft', 'in-review', 'on-hold', 'returned', 'withdrawn', 'approved'],
  supersede: ['approved'],
}

/** The error's code that says why a document of that state is not open for the verb; null when it is. */
export function stateRefusal(state: DocumentState, verb: DocumentVerb): string | null {
  if (ALLOWED[verb].includes(state)) return null
  return state === 'approved' ? 'document.already-approved' : `document.is-${state}`
}

/** @throws ConflictError `document.already-approved`, `document.is-<state>` when the state does not allow the verb */
export function requireDocumentState(document: { state: DocumentState; number: string | null }, verb: DocumentVerb) {
  const code = stateRefusal(document.state, verb)
  if (code !== null) throw new ConflictError(code, { params: { number: document.number ?? '—' } })
}
