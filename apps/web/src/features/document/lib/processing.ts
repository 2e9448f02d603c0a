import type { DocumentCard, Grade, RouteStep } from '../api.ts'

export type Directive = 'execute' | 'revise' | 'hold' | 'stop'

/** A directive as it is written in the dialog. */
export interface DirectiveDraft {
  readonly key: number
  readonly text: string
  readonly dueDate: string
  readonly person: { readonly id: string; readonly name: string } | null
}

/** 문서처리 as it is filled in. */
export interface Processing {
  readonly actionType: 'report' | 'direct'
  readonly directive: Directive
  readonly directives: readonly DirectiveDraft[]
  readonly opinion: string
  readonly grade: Grade | null
}

export const NEW_PROCESSING: Processing = {
  actionType: 'report',
  directive: 'execute',
  directives: [{ key: 0, text: '', dueDate: '', person: null }],
  opinion: '',
  grade: null,
}

/** What is still missing before it can be processed. */
export interface Missing {
  readonly directive: boolean
  readonly grade: boolean
}

/** True where processing it as filled in ends the route with an approval. */
export function approves(step: RouteStep, processing: Processing): boolean {
  return step.final && (processing.actionType === 'report' || processing.directive === 'execute')
}

/** A direction says what; the final approver of a graded kind grades. */
export function missingOf(processing: Processing, step: RouteStep, needsGrade: boolean): Missing {
  return {
    directive: processing.actionType === 'direct' && processing.directives.every((one) => one.text.trim() === ''),
    grade: needsGrade && processing.grade === null && approves(step, processing),
  }
}

/** Whom it goes to next: those of the next order, once all of this one have acted. */
export function nextPeople(card: DocumentCard, step: RouteStep): { names: string[]; together: boolean } {
  const together = card.route.some((one) => one.order === step.order && one.id !== step.id && one.state === 'turn')
  const later = card.route.filter((one) => one.order > step.order)
  const next = Math.min(...later.map((one) => one.order))
  return { names: later.filter((one) => one.order === next).map((one) => one.person.name), together }
}

/** What the api is sent. */
export function processInput(processing: Processing, grades: boolean) {
  const direct = processing.actionType === 'direct'
  return {
    actionType: processing.actionType,
    ...(direct ? { directive: processing.directive } : {}),
    directives: direct
      ? processing.directives
          .filter((one) => one.text.trim() !== '')
          .map((one) => ({ text: one.text.trim(), dueDate: one.dueDate || null, personId: one.person?.id ?? null }))
      : [],
    opinion: processing.opinion.trim(),
    ...(grades && processing.grade !== null ? { grade: processing.grade } : {}),
  }
}
