import { describe, expect, it } from 'vitest'
import { type Layer, releaseSchema, standard, synthesiseRelease, unknownUnits } from '../contract.ts'
import { messages } from '../messages.ts'

const L = (ko: string) => ({ ko, en: ko })
const over = (work: unknown): Layer => ({
  key: 'own',
  level: 'agency',
  name: L('우리 모델'),
  extends: standard,
  model: { work } as Layer['model'],
})
const problemsOf = async (work: unknown) => (await synthesiseRelease(over(work))).problems
const found = async (work: unknown) => (await problemsOf(work)).map(({ code, path }) => `${code} ${path}`)
const kind = (change: unknown) => ({ documentKinds: { report: change } })

describe('the standard model’s part for work', async () => {
  const { release } = await synthesiseRelease(standard)
  if (!release) throw new Error('the standard model does not synthesise')
  const { work } = release

  it('reads back under the schema of a release', () => {
    expect(releaseSchema.parse(release).work).toEqual(work)
  })

  it('has kinds of document whose routes end with the approver', () => {
    expect(work.documentKinds.map((one) => one.key)).toEqual([
      'report-plan',
      'report',
      'bill',
      'outgoing',
      'internal',
      'meeting-result',
    ])
    expect(work.documentKinds.map((one) => one.route.at(-1)?.role)).toEqual(Array(6).fill('approve'))
    expect(work.documentKinds.find((one) => one.key === 'report')?.fields[0]).toMatchObject({
      key: 'report-type',
      choices: [{ key: 'issue' }, { key: 'progress' }, { key: 'result' }],
    })
  })

  it('asks a policy as the manual of 2005 begins, through four stages', () => {
    expect(work.qualityStages.map((stage) => stage.name.ko)).toEqual([
      '정책형성단계',
      '정책홍보단계',
      '정책집행단계',
      '정책평가 및 환류단계',
    ])
    expect(work.qualityStages[0]?.items.slice(0, 4).map(({ number, name }) => `${number} ${name.ko}`)).toEqual([
      '1 정책수립의 필요성',
      '1.1 현황',
      '1.1.1 정책현안의 현황과 실태는?',
      '1.2 문제점',
    ])
  })

  it('lets A be what is expected, and locks what a grade is worth', async () => {
    expect(work.grades).toEqual({ S: 100, A: 85, B: 70, C: 50 })
    expect(await found({ grades: { B: 80 } })).toEqual(['model.locked work.grades.B'])
  })
})

describe('a wrong part for work stops with the path and what is allowed', () => {
  it.each([
    [
      'phases that do not make 100',
      { task: { phases: [{ name: L('가'), weight: 70 }] } },
      'model.weights work.task.phases',
    ],
    [
      'a choice without choices',
      kind({ fields: { 'report-type': { choices: null } } }),
      'model.choices work.documentKinds.report.fields.report-type.choices',
    ],
    [
      'choices of a text',
      { task: { fields: { 'legal-basis': { choices: { a: L('가'), b: L('나') } } } } },
      'model.choices-idle work.task.fields.legal-basis.choices',
    ],
    [
      'a unit that is not named',
      kind({
        route: [
          { role: 'consent', who: 'unit', order: 1 },
          { role: 'approve', who: 'minister', order: 2 },
        ],
      }),
      'model.route-unit work.documentKinds.report.route.0.unit',
    ],
    [
      'a unit at a person’s step',
      kind({ route: [{ role: 'approve', who: 'minister', unit: 'audit', order: 2 }] }),
      'model.route-unit-idle work.documentKinds.report.route.0.unit',
    ],
    [
      'a review behind the approval',
      kind({
        route: [
          { role: 'approve', who: 'minister', order: 1 },
          { role: 'review', who: 'team-head', order: 2 },
        ],
      }),
      'model.route-end work.documentKinds.report.route',
    ],
    [
      'two approvals',
      kind({
        route: [
          { role: 'approve', who: 'team-head', order: 1 },
          { role: 'approve', who: 'minister', order: 2 },
        ],
      }),
      'model.route-end work.documentKinds.report.route',
    ],
    [
      'a delegation of the head’s own approval',
      kind({ route: [{ role: 'approve', who: 'minister', delegated: true, order: 1 }] }),
      'model.route-delegated work.documentKinds.report.route.0.delegated',
    ],
    [
      'a number used twice, in another stage',
      { qualityStages: { publicity: { items: [{ number: '1.1.1', name: L('가') }] } } },
      'model.item-number work.qualityStages.publicity.items.0.number',
    ],
    [
      'a stage of headings only',
      { qualityStages: { publicity: { items: [{ number: '4', name: L('가'), heading: true }] } } },
      'model.checklist-empty work.qualityStages.publicity.items',
    ],
    ['an unknown retention', kind({ retention: '7' }), 'model.value work.documentKinds.report.retention'],
    ['no category at all', { knowledgeCategories: null }, 'model.missing work.knowledgeCategories'],
  ])('%s', async (_, work, expected) => {
    const problems = await problemsOf(work)
    expect(problems.map(({ code, path }) => `${code} ${path}`)).toEqual([expected])
    for (const { code } of problems) expect(messages).toHaveProperty([code])
  })

  it('grades that rise', async () => {
    const free: Layer = {
      ...standard,
      locked: [],
      model: { ...standard.model, work: { ...standard.model.work, grades: { S: 80, A: 90, B: 70, C: 50 } } },
    }
    expect((await synthesiseRelease(free)).problems).toEqual([
      { path: 'work.grades.A', code: 'model.range', params: { found: 90, allowed: '≤ 80' } },
    ])
  })

  it('units that the organisation does not have', async () => {
    const route = [
      { role: 'consent', who: 'unit', unit: 'audit', order: 1 },
      { role: 'approve', who: 'minister', order: 2 },
    ]
    const { release } = await synthesiseRelease(over(kind({ route })))
    expect(release && unknownUnits(release, ['general'])).toEqual([
      {
        path: 'work.documentKinds.report.route.0.unit',
        code: 'model.unknown-unit',
        params: { found: 'audit', allowed: 'general' },
      },
    ])
  })
})
