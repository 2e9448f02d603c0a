import { describe, expect, it } from 'vitest'
import { addRow, moveRow, placeRows, type RouteRow, routeProblem, stepsOf, tidy } from './route.ts'

function row(key: string, change: Partial<RouteRow> = {}): RouteRow {
  return {
    key,
    role: 'review',
    personId: `person-${key}`,
    unitId: null,
    name: key,
    title: null,
    unit: null,
    withPrevious: false,
    delegated: false,
    actingFor: null,
    request: { action: 'report', note: '' },
    problem: null,
    who: null,
    ...change,
  }
}

const consent = (key: string, withPrevious = false) => row(key, { role: 'consent', withPrevious })
const approve = (key: string) => row(key, { role: 'approve' })
const keys = (rows: readonly RouteRow[]) => rows.map((one) => one.key).join('')

describe('the order of a route', () => {
  it('counts up, and those asked at once share a number', () => {
    const rows = [row('a'), consent('b'), consent('c', true), approve('d')]
    expect(stepsOf(rows).map((step) => step.order)).toEqual([1, 2, 2, 3])
    expect(stepsOf(rows, 4).map((step) => step.order)).toEqual([4, 5, 5, 6])
  })

  it('leaves out places where nobody stands', () => {
    expect(stepsOf([row('a', { personId: null }), approve('b')]).map((step) => step.order)).toEqual([1])
  })

  it('is changed by moving and dragging; the ends hold', () => {
    const rows = [row('a'), row('b'), approve('c')]
    expect(keys(moveRow(rows, 'b', -1))).toBe('bac')
    expect(keys(moveRow(rows, 'a', -1))).toBe('abc')
    expect(keys(moveRow(rows, 'a', 5))).toBe('bca')
    expect(keys(placeRows(rows, new Set(['c']), 'a', 'before'))).toBe('cab')
    expect(keys(placeRows(rows, new Set(['a']), 'b', 'after'))).toBe('bac')
  })

  it('takes a new reviewer before the approver', () => {
    expect(keys(addRow([row('a'), approve('b')], row('c')))).toBe('acb')
    expect(keys(addRow([row('a')], approve('b')))).toBe('ab')
  })

  it('asks several at once for consent only', () => {
    expect(
      tidy([consent('a', true), consent('b', true), row('c', { withPrevious: true })]).map((one) => one.withPrevious),
    ).toEqual([false, true, false])
  })
})

describe('a route that cannot be used', () => {
  it.each([
    ['empty', []],
    ['nobody', [row('a', { personId: null }), approve('b')]],
    ['no-approver', [row('a')]],
    ['approver-not-last', [approve('a'), row('b')]],
    ['twice', [row('a'), row('b', { personId: 'person-a' }), approve('c')]],
    [null, [row('a'), consent('b'), consent('c', true), approve('d')]],
  ] as const)('%s', (problem, rows) => {
    expect(routeProblem(rows)).toBe(problem)
  })
})
