import { isRichEmpty, useText, useWords } from '@harmony/ui'
import type { DocumentKind } from '../api.ts'
import { groundsMissing } from '../components/attributes-form.tsx'
import { fieldProblem } from '../components/kind-fields.tsx'
import { draftWords } from '../draft-words.ts'
import { routeWords } from '../route-words.ts'
import type { DraftForm } from './draft-form.ts'
import { routeProblem } from './route.ts'

/** What must be corrected before a draft can be submitted, each with the id of its place on the page. */
export function useDraftProblems(kind: DocumentKind, form: DraftForm) {
  const t = useWords(draftWords)
  const r = useWords(routeWords)
  const text = useText()
  const route = routeProblem(form.route)
  const fields = kind.fields.flatMap((field) => {
    const problem = fieldProblem(field, form.fields[field.key])
    if (problem === null) return []
    const name = text(field.name)
    const message = problem === 'number' ? t('fixNumber', { name }) : t('fixField', { name })
    return [{ fieldId: `field-${field.key}`, message }]
  })
  return [
    ...(form.title.trim() === '' ? [{ fieldId: 'field-title', message: t('fixTitle') }] : []),
    ...fields,
    ...(isRichEmpty(form.body) ? [{ fieldId: 'field-body', message: t('fixBody') }] : []),
    ...(route === null ? [] : [{ fieldId: 'field-route', message: r(`problem-${route}`) }]),
    ...(groundsMissing(form.attributes) ? [{ fieldId: 'field-management', message: t('groundsNeeded') }] : []),
  ]
}
