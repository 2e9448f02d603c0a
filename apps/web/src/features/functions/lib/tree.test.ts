import { describe, expect, it } from 'vitest'
import { branchesOf, type FunctionTree, filterTasks, openAtFirst, taskRows, tasksBelow } from './tree.ts'

const LEVELS = [
  'policy-field',
  'policy-area',
  'major-function',
  'middle-function',
  'minor-function',
  'unit-task',
] as const
const node = (id: string, depth: number, name: string, parentId: string | null, unitIds: string[] = []) => ({
  id,
  code: id.toUpperCase(),
  level: LEVELS[depth] ?? 'unit-task',
  name,
  parentId,
  unitIds,
})
const tree: FunctionTree = {
  version: null,
  units: [],
  nodes: [
    node('p', 0, '정부혁신', null),
    node('a', 1, '행정혁신', 'p'),
    node('m', 2, '혁신 추진', 'a'),
    node('d', 3, '혁신 총괄', 'm'),
    node('s1', 4, '팀제 운영', 'd'),
    node('t1', 5, '팀제 매뉴얼 제작·보급', 's1', ['u1']),
    node('s2', 4, '혁신역량', 'd'),
    node('t2', 5, '혁신학습동아리 운영', 's2', ['u1', 'u2']),
  ],
}
const rows = taskRows(tree)
const codes = (found: ReturnType<typeof filterTasks>) => found.map(({ task }) => task.id)

describe('the tree of functions', () => {
  it('gives each unit task its five levels', () => {
    expect(rows.map(({ above }) => above.map(({ id }) => id))).toEqual([
      ['p', 'a', 'm', 'd', 's1'],
      ['p', 'a', 'm', 'd', 's2'],
    ])
  })

  it.each([
    ['words', { query: '매뉴얼', unitId: '' }, ['t1']],
    ['초성', { query: 'ㅎㅅㅎㅅ', unitId: '' }, ['t2']],
    ['a function above', { query: '팀제 운영', unitId: '' }, ['t1']],
    ['a code', { query: 't2', unitId: '' }, ['t2']],
    ['a unit', { query: '', unitId: 'u2' }, ['t2']],
    ['nothing that is there', { query: '없는 일', unitId: '' }, []],
  ])('finds tasks by %s', (_by, filter, expected) => {
    expect(codes(filterTasks(rows, filter))).toEqual(expected)
  })

  it('counts the shown tasks of each branch and leaves empty branches out', () => {
    const [top] = branchesOf(tree, filterTasks(rows, { query: '', unitId: 'u2' }))
    expect(top?.count).toBe(1)
    expect(top?.children[0]?.children[0]?.children[0]?.children.map(({ node: { id } }) => id)).toEqual(['s2'])
    expect(codes(tasksBelow(rows, 's1'))).toEqual(['t1'])
    expect(openAtFirst(branchesOf(tree, rows), 200)).toEqual(new Set(['p', 'a']))
  })
})
