import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { audienceOf } from './audience.ts'
import { compareLines } from './compare.ts'
import { stateRefusal } from './document.ts'
import { fieldProblem } from './fields.ts'
import { retentionSpan, shortens } from './retention.ts'
import {
  decide,
  denseOrders,
  nextTurn,
  type PlannedStep,
  type RouteStep,
  routeProblem,
  type StepRole,
} from './route.ts'

const place = (personId: string, role: StepRole, order: number, more: Partial<PlannedStep> = {}): PlannedStep => ({
  personId,
  role,
  order,
  delegated: false,
  actingForId: null,
  ...more,
})

describe('a route', () => {
  it.each([
    ['nobody', [], 'document.route-empty'],
    ['nobody who approves', [place('a', 'review', 1)], 'document.route-no-approver'],
    ['two who approve at once', [place('a', 'approve', 1), place('b', 'approve', 1)], 'document.route-no-approver'],
    [
      'an approver before another step',
      [place('a', 'approve', 1), place('b', 'approve', 2)],
      'document.route-approver-not-last',
    ],
    ['its drafter', [place('drafter', 'review', 1), place('b', 'approve', 2)], 'document.route-drafter'],
    ['its drafter as the approver', [place('drafter', 'approve', 1)], 'document.route-drafter'],
    [
      'somebody acting for the drafter',
      [place('a', 'approve', 1, { actingForId: 'drafter' })],
      'document.route-drafter',
    ],
    ['one person twice', [place('a', 'review', 1), place('a', 'approve', 2)], 'document.route-twice'],
    ['somebody acting for themselves', [place('a', 'approve', 1, { actingForId: 'a' })], 'document.route-acting-self'],
    [
      '전결 of a reviewer',
      [place('a', 'review', 1, { delegated: true }), place('b', 'approve', 2)],
      'document.route-delegated-not-approver',
    ],
    [
      'review, two consents at once and 전결',
      [
        place('a', 'review', 1),
        place('b', 'consent', 2),
        place('c', 'consent', 2),
        place('d', 'approve', 3, { delegated: true }),
      ],
      undefined,
    ],
  ])('with %s', (_what, steps, code) => {
    expect(routeProblem(steps, 'drafter')?.code).toBe(code)
  })

  it('counts whoever has acted already', () => {
    expect(routeProblem([place('a', 'approve', 1)], 'drafter', ['a'])?.code).toBe('document.route-twice')
  })

  it('always ends, asking each once, whoever acts first of those asked at once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 4 }), { maxLength: 6 }), fc.nat(), (orders, seed) => {
        const planned = [...orders.map((order, i) => place(`p${i}`, 'review', order)), place('last', 'approve', 9)]
        let steps: RouteStep[] = nextTurn(
          denseOrders(planned).map((step, i) => ({
            ...step,
            id: `s${i}`,
            state: 'waiting',
            final: step.role === 'approve',
          })),
        )
        const asked: number[] = []
        for (let turn = 0; ; turn++) {
          const mine = steps.filter((step) => step.state === 'turn')
          const step = mine[(seed + turn) % mine.length]
          if (step === undefined) throw new Error('nobody is asked')
          asked.push(step.order)
          const next = decide(steps, step.id, { actionType: 'report', directive: null })
          steps = next.steps
          if (next.outcome === 'approved') break
        }
        expect(asked).toHaveLength(planned.length)
        expect(asked).toEqual(asked.toSorted((a, b) => a - b))
        expect(steps.every((step) => step.state === 'done')).toBe(true)
      }),
    )
  })

  const running = (): RouteStep[] =>
    nextTurn([
      { id: '1', role: 'consent', personId: 'a', order: 1, state: 'waiting', final: false },
      { id: '2', role: 'consent', personId: 'b', order: 1, state: 'waiting', final: false },
      { id: '3', role: 'approve', personId: 'c', order: 2, state: 'waiting', final: true },
    ])

  it.each([
    ['hold', 'held', ['held', 'turn', 'waiting']],
    ['revise', 'returned', ['done', 'skipped', 'skipped']],
    ['stop', 'stopped', ['done', 'skipped', 'skipped']],
    ['execute', 'forwarded', ['done', 'turn', 'waiting']],
  ] as const)('at 지시-%s', (directive, outcome, states) => {
    const after = decide(running(), '1', { actionType: 'direct', directive })
    expect([after.outcome, after.steps.map((step) => step.state)]).toEqual([outcome, states])
  })
})

describe('keeping', () => {
  it.each([
    ['1', '2005-08-29', '2006-01-01', '2006-12-31'],
    ['5', '2005-12-31', '2006-01-01', '2010-12-31'],
    ['30', '2026-01-01', '2027-01-01', '2056-12-31'],
    ['semi-permanent', '2026-02-03', '2027-01-01', null],
    ['permanent', '2026-02-03', '2027-01-01', null],
  ] as const)('%s years from 1 January after %s', (retention, day, from, until) => {
    expect(retentionSpan(retention, day)).toEqual({ from, until })
  })

  it('is shortened by fewer years, and by years instead of for good', () => {
    expect([shortens('10', '5'), shortens('permanent', '30'), shortens('5', '10'), shortens('5', '5')]).toEqual([
      true,
      true,
      false,
      false,
    ])
  })
})

describe('an audience', () => {
  const facts = {
    drafterId: 'd',
    unitId: 'team',
    bureauUnitIds: ['bureau', 'team', 'other'],
    routePersonIds: ['r'],
    directedIds: [],
    extraUnitIds: ['x'],
    extraPersonIds: ['p'],
  }
  it.each(['draft', 'in-review', 'on-hold', 'returned', 'withdrawn', 'stopped'] as const)(
    'of one that is %s is its own people',
    (state) => {
      expect(audienceOf({ ...facts, state, accessScope: 'agency' })).toEqual({ unitIds: [], personIds: ['d', 'r'] })
    },
  )
  it.each([
    ['agency', null],
    ['bureau', ['team', 'bureau', 'other', 'x']],
    ['unit', ['team', 'x']],
    ['participants', ['x']],
  ] as const)('of an approved one of scope %s', (accessScope, unitIds) => {
    expect(audienceOf({ ...facts, state: 'approved', accessScope })).toEqual({ unitIds, personIds: ['d', 'r', 'p'] })
  })
})

describe('a field', () => {
  const rules = [
    { key: 'when', type: 'date' as const, required: true },
    { key: 'kind', type: 'choice' as const, required: false, choices: [{ key: 'a' }, { key: 'b' }] },
    { key: 'won', type: 'number' as const, required: false },
    { key: 'rule', type: 'yes-no' as const, required: false },
  ]
  it.each([
    [{}, false, null],
    [{}, true, 'when:input.required'],
    [{ when: '' }, true, 'when:input.required'],
    [{ when: '2005-02-30' }, false, 'when:input.wrong-format'],
    [{ when: '2005-02-28', kind: 'c' }, false, 'kind:input.not-allowed'],
    [{ won: 'much' }, false, 'won:input.wrong-type'],
    [{ rule: 1 }, false, 'rule:input.wrong-type'],
    [{ other: 'x' }, false, 'other:input.unknown-field'],
    [{ when: '2005-02-28', kind: 'a', won: 3, rule: false }, true, null],
  ])('%j complete: %s', (values, complete, wrong) => {
    const problem = fieldProblem(rules, values, complete)
    expect(problem === null ? null : `${problem.key}:${problem.code}`).toBe(wrong)
  })
})

describe('a comparison', () => {
  it('gives both texts back, whatever they are', () => {
    const lines = fc.array(fc.constantFrom('가', '나', '다', ''), { maxLength: 12 })
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after)
        expect(compared.filter((line) => line.kind !== 'added').map((line) => line.text)).toEqual(before)
        expect(compared.filter((line) => line.kind !== 'removed').map((line) => line.text)).toEqual(after)
      }),
    )
  })
  it('shows what changed and leaves the rest', () => {
    expect(compareLines(['가', '나', '다'], ['가', '라', '다']).map((line) => `${line.kind}:${line.text}`)).toEqual([
      'same:가',
      'removed:나',
      'added:라',
      'same:다',
    ])
  })
})

it('an approved document is open for attributes and a successor only', () => {
  const verbs = [
    'save',
    'discard',
    'submit',
    'withdraw',
    'process',
    'change-route',
    'delegate',
    'change-attributes',
    'supersede',
  ] as const
  expect(verbs.filter((verb) => stateRefusal('approved', verb) === null)).toEqual(['change-attributes', 'supersede'])
})
