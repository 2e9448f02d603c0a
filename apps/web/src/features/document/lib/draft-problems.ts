import { isRichEmpty, useText, useWords } from '@harmony/ui'
import type { DocumentKind } from '../api.ts'
import { groundsMissing } from '../components/attributes-form.tsx'
import { fieldProblem } from '../components/kind-fields.tsx'
import { draftWords } from '../draft-words.ts'
import { routeWords } from '../route-words.ts'
import type { DraftForm } from './draft-form.ts'
import { routeProblem } from './route.ts'

/** What must be corrected before a draft can be submitted, each with the id of its place on the page. */
export function useDraftProblems(kind: DocumentKind, form: DraftForm, files: number) {
  const t = useWords(draftWords)
  const r = useWords(routeWords)
  const text = useText()
  const route = routeProblem(form.route)
  const fields = kind.fields.flatMap((field) => {
    const problem = fieldProblem(field, form.fields[field.key])
    if (problem === null) return []
    const name = text(field.name)
    const chosen = field.type === 'choice' || field.type === 'yes-no'
    const message = t(problem === 'number' ? 'fixNumber' : chosen ? 'fixChoose' : 'fixField', { name })
    return [{ fieldId: `field-${field.key}`, message }]
  })
  return [
    ...(form.title.trim() === '' ? [{ fieldId: 'field-title', message: t('fixTitle') }] : []),
    ...fields,
    ...(files === 0 && isRichEmpty(form.body) ? [{ fieldId: 'field-body', message: t('fixBody') }] : []),
    ...dispatchProblems(form.dispatch).map((word) => ({ fieldId: 'field-receivers', message: t(word) })),
    ...(route === null ? [] : [{ fieldId: 'field-route', message: r(`problem-${route}`) }]),
    ...(groundsMissing(form.attributes) ? [{ fieldId: 'field-management', message: t('groundsNeeded') }] : []),
  ]
}

function dispatchProblems(dispatch: DraftForm['dispatch']) {
  if (dispatch === null) return []
  return [
    ...(dispatch.receivers.length === 0 ? (['fixReceivers'] as const) : []),
    ...(dispatch.title.trim() === '' ? (['fixDispatchTitle'] as const) : []),
    ...(isRichEmpty(dispatch.body) ? (['fixDispatchBody'] as const) : []),
  ]
}
