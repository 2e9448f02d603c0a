import { z } from 'zod'
import { type AuthoredFragments, type Fragment, type Problem, sumProblem, under } from '../model/index.ts'
import { localizedText, modelKey } from '../tenancy/index.ts'
import { cardField, documentKind, qualityStage, type RouteRule, type WorkFragment, workFragment } from './fragment.ts'
import { GRADES } from './values.ts'

const authoredField = cardField
  .omit({ key: true, choices: true })
  .extend({ choices: z.record(modelKey, localizedText).optional() })

const fields = z.record(modelKey, authoredField)

/** How an author writes the work part: collections by key; a route and a checklist are replaced whole. */
export const authoredWork = z.strictObject({
  documentKinds: z.record(modelKey, documentKind.omit({ key: true, fields: true }).extend({ fields })),
  knowledgeCategories: z.record(modelKey, localizedText),
  grades: workFragment.shape.grades,
  task: workFragment.shape.task.omit({ fields: true }).extend({ fields }),
  qualityStages: z.record(modelKey, qualityStage.omit({ key: true })),
})

export type AuthoredWork = z.infer<typeof authoredWork>
type AuthoredFields = z.infer<typeof fields>

declare module '../model/layers/layer.ts' {
  interface AuthoredFragments {
    readonly work: AuthoredWork
  }
}

/** The work module's part of the model, for `synthesise`. */
export const workPart: Fragment<AuthoredFragments['work']> = {
  key: 'work',
  authored: authoredWork,
  compile: async (authored) => ({
    value: release(authored),
    problems: [
      ...emptyProblems(authored),
      ...Object.entries(authored.documentKinds).flatMap(([key, kind]) =>
        under(`documentKinds.${key}`, [...fieldProblems(kind.fields), ...under('route', routeProblems(kind.route))]),
      ),
      ...gradeProblems(authored.grades),
      ...under('task', fieldProblems(authored.task.fields)),
      ...sumProblem(
        'task.phases',
        authored.task.phases.map((phase) => phase.weight),
      ),
      ...checklistProblems(authored.qualityStages),
    ],
  }),
}

function release({ documentKinds, knowledgeCategories, qualityStages, task, grades }: AuthoredWork): WorkFragment {
  return {
    documentKinds: Object.entries(documentKinds).map(([key, kind]) => ({ key, ...kind, fields: listed(kind.fields) })),
    knowledgeCategories: named(knowledgeCategories),
    grades,
    task: { ...task, fields: listed(task.fields) },
    qualityStages: Object.entries(qualityStages).map(([key, stage]) => ({ key, ...stage })),
  }
}

function listed(all: AuthoredFields): WorkFragment['task']['fields'] {
  return Object.entries(all).map(([key, { choices, ...field }]) => ({
    key,
    ...field,
    ...(choices ? { choices: named(choices) } : {}),
  }))
}

function named(all: AuthoredWork['knowledgeCategories']) {
  return Object.entries(all).map(([key, name]) => ({ key, name }))
}

function emptyProblems(authored: AuthoredWork): Problem[] {
  return (['documentKinds', 'knowledgeCategories', 'qualityStages'] as const).flatMap((path) =>
    Object.keys(authored[path]).length > 0 ? [] : [{ path, code: 'model.range', params: { found: 0, allowed: '≥ 1' } }],
  )
}

function fieldProblems(all: AuthoredFields): Problem[] {
  return Object.entries(all).flatMap(([key, { type, choices }]): Problem[] => {
    const path = `fields.${key}.choices`
    const found = Object.keys(choices ?? {}).length
    if (type === 'choice') return found >= 2 ? [] : [{ path, code: 'model.choices', params: { found, allowed: 2 } }]
    return choices === undefined
      ? []
      : [{ path, code: 'model.choices-idle', params: { found: type, allowed: 'choice' } }]
  })
}

/** R4: a route ends with one approval; a step of a unit names the unit, another names none. */
function routeProblems(route: readonly RouteRule[]): Problem[] {
  const last = Math.max(...route.map((step) => step.order))
  const atEnd = route.filter((step) => step.order === last)
  const approvals = route.filter((step) => step.role === 'approve').length
  const ends = atEnd.length === 1 && atEnd[0]?.role === 'approve' && approvals === 1
  return [
    ...route.flatMap((step, i) => under(String(i), stepProblems(step))),
    ...(ends ? [] : [{ path: '', code: 'model.route-end', params: { found: approvals } }]),
  ]
}

function stepProblems({ who, unit, role, delegated }: RouteRule): Problem[] {
  if (who === 'unit' && unit === undefined) return [{ path: 'unit', code: 'model.route-unit', params: { found: who } }]
  if (who !== 'unit' && unit !== undefined) {
    return [{ path: 'unit', code: 'model.route-unit-idle', params: { found: unit, allowed: 'unit' } }]
  }
  const idle = delegated === true && (role !== 'approve' || who === 'minister')
  return idle ? [{ path: 'delegated', code: 'model.route-delegated', params: { found: `${role}·${who}` } }] : []
}

function gradeProblems(grades: AuthoredWork['grades']): Problem[] {
  return GRADES.slice(1).flatMap((grade, i) => {
    const better = GRADES[i] ?? 'S'
    if (grades[grade] <= grades[better]) return []
    return [
      {
        path: `grades.${grade}`,
        code: 'model.range',
        params: { found: grades[grade], allowed: `≤ ${grades[better]}` },
      },
    ]
  })
}

function checklistProblems(stages: AuthoredWork['qualityStages']): Problem[] {
  const seen = new Map<string, string>()
  return Object.entries(stages).flatMap(([key, { items }]) => [
    ...(items.some((item) => item.heading !== true)
      ? []
      : [{ path: `qualityStages.${key}.items`, code: 'model.checklist-empty', params: {} }]),
    ...items.flatMap(({ number }, i) => {
      const path = `qualityStages.${key}.items.${i}.number`
      const before = seen.get(number)
      if (before !== undefined) return [{ path, code: 'model.item-number', params: { found: number, allowed: before } }]
      seen.set(number, path)
      return []
    }),
  ])
}

/** The unit codes that default routes name and an organisation does not have: such a step would ask nobody. */
export function unknownRouteUnits(work: WorkFragment, codes: readonly string[]): Problem[] {
  return work.documentKinds.flatMap((kind) =>
    kind.route.flatMap(({ unit }, i) =>
      unit === undefined || codes.includes(unit)
        ? []
        : [
            {
              path: `work.documentKinds.${kind.key}.route.${i}.unit`,
              code: 'model.unknown-unit',
              params: { found: unit, allowed: codes.join(', ') },
            },
          ],
    ),
  )
}
