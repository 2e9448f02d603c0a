import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { strToU8, zipSync } from 'fflate'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { diffTrees, type StandingNode, summaryOf } from '../domain/diff.ts'
import { COLUMN_OF_LEVEL, type FileRow, readTaskDraft } from '../domain/file-row.ts'
import { FUNCTION_LEVELS, type FunctionLevel } from '../domain/levels.ts'
import { type Frame, planTree } from '../domain/plan-version.ts'
import { initialsOf, isInitials, plainText } from '../domain/search.ts'
import { functionFile, HEADER, line } from '../testing.ts'
import { readFunctionFile } from './read-function-file.ts'
import { bomb, workbook } from './workbook.fixture.ts'

const FRAME: Frame = {
  unitCodes: new Set(['innovation-team', 'audit-team']),
  serviceKeys: new Set(['inquiry']),
  levelOf: (code) => (code === 'OLD-FIELD' ? 'policy-field' : undefined),
}
const GOOD = [line('T-1', '매뉴얼 보급'), line('T-2', '감사, "자체"', { units: 'audit-team; innovation-team' })]
const text = functionFile(GOOD).toString('utf8')

describe('a function file', () => {
  it.each<[string, Buffer]>([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with BOM and Windows line ends', Buffer.from(`\uFEFF${text.replaceAll('\n', '\r\n')}`)],
    ['CP949', iconv.encode(text, 'cp949')],
    ['UTF-16', Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')])],
    ['Excel', workbook(text.split('\n').map(cellsOf))],
  ])('is read from %s alike', async (_kind, bytes) => {
    const { rows, ignoredColumns } = await readFunctionFile(bytes)
    expect(ignoredColumns).toEqual([])
    expect(rows.map(({ line: n }) => n)).toEqual([2, 3])
    expect(rows[1]?.cells.get('단위과제')).toBe('감사, "자체"')
    const { nodes, rejected } = planTree(rows, FRAME)
    expect(rejected).toEqual([])
    expect([...nodes.keys()]).toEqual(['P-1', 'A-1', 'M-1', 'D-1', 'S-1', 'T-1', 'T-2'])
  })

  it.each<[string, Buffer, string]>([
    ['nothing', Buffer.from(''), 'brm.file-empty'],
    ['a header only', Buffer.from(HEADER), 'brm.file-empty'],
    ['a missing column', Buffer.from(text.replace('소기능코드', '코드')), 'brm.column-missing'],
    ['a column twice', Buffer.from(text.replace('법령', '예산')), 'brm.column-repeated'],
    ['quotes that never close', Buffer.from(`${HEADER}\n"P-1,정부`), 'brm.quotes-wrong'],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]), 'brm.file-unreadable'],
    ['a ZIP that is no workbook', Buffer.from(zipSync({ 'a.txt': strToU8('a') })), 'brm.file-unreadable'],
    ['too many bytes', Buffer.alloc(10 * 1024 * 1024 + 1, 0x61), 'brm.file-too-large'],
    ['a workbook that unpacks to too much', bomb(), 'brm.file-too-large'],
  ])('with %s is refused whole', async (_what, bytes, code) => {
    await expect(readFunctionFile(bytes)).rejects.toThrow(code)
  })

  it('tells which columns it does not read', async () => {
    const wider = text.split('\n').map((row, i) => `${row},${i === 0 ? '비고' : '가'}`)
    expect((await readFunctionFile(Buffer.from(wider.join('\n')))).ignoredColumns).toEqual(['비고'])
  })

  it('of each tenant’s folder reads without a fault', async () => {
    for (const slug of ['mogaha', 'gangnam']) {
      const bytes = readFileSync(new URL(`../../../../../tenants/${slug}/functions.csv`, import.meta.url))
      const { rows } = await readFunctionFile(bytes)
      const { rejected, nodes } = planTree(rows, anything(rows))
      expect(rejected).toEqual([])
      expect([...nodes.values()].filter(({ level }) => level === 'unit-task').length).toBeGreaterThanOrEqual(30)
    }
  })
})

describe('a line of the tree', () => {
  const row = (n: number, cells: Readonly<Record<string, string>>): FileRow => {
    const base = COLUMN_OF_LEVEL.flatMap(({ code, name, level }) => [
      [code, level],
      [name, `이름 ${level}`],
    ])
    return {
      line: n,
      cells: new Map(Object.entries({ ...Object.fromEntries(base), 수행부서코드: 'audit-team', ...cells })),
    }
  }
  it.each<[string, Readonly<Record<string, string>>, string, string]>([
    ['no code', { 소기능코드: ' ' }, '소기능코드', 'brm.code-missing'],
    ['no name', { 중기능: '' }, '중기능', 'brm.name-missing'],
    ['a code with a comma', { 단위과제코드: 'a,b' }, '단위과제코드', 'brm.code-wrong'],
    ['a code too long', { 단위과제코드: 'a'.repeat(41) }, '단위과제코드', 'brm.code-wrong'],
    ['a name too long', { 단위과제: '가'.repeat(201) }, '단위과제', 'brm.cell-too-long'],
    ['one code at two levels', { 소기능코드: 'policy-field' }, '소기능코드', 'brm.level-differs'],
    ['a code of another level', { 정책영역코드: 'OLD-FIELD' }, '정책영역코드', 'brm.level-changed'],
    ['no unit', { 수행부서코드: ' ; ' }, '수행부서코드', 'brm.unit-missing'],
    ['an unknown unit', { 수행부서코드: 'audit-team;nowhere' }, '수행부서코드', 'brm.unit-unknown'],
    ['an unknown service', { 민원종류: 'nothing' }, '민원종류', 'brm.service-unknown'],
    ['a budget in words', { 예산: '2005:많이' }, '예산', 'brm.budget-wrong'],
    ['a budget of no year', { 예산: '1:100' }, '예산', 'brm.budget-wrong'],
    ['a purpose too long', { 목적: '가'.repeat(2001) }, '목적', 'brm.cell-too-long'],
    ['a task named again', {}, '단위과제코드', 'brm.task-repeated'],
    ['another name for a code', { 단위과제코드: 'T-2', 대기능: '다른 이름' }, '대기능', 'brm.name-differs'],
    [
      'another place for a code',
      { 단위과제코드: 'T-2', 대기능코드: 'M-2', 대기능: '다른 대기능' },
      '중기능코드',
      'brm.parent-differs',
    ],
  ])('with %s is rejected by line, column and reason', (_what, cells, column, code) => {
    const { rejected } = planTree([row(2, {}), row(3, cells)], FRAME)
    expect(rejected).toContainEqual(expect.objectContaining({ line: 3, column, code }))
    expect(rejected.every(({ line: n }) => n === 3)).toBe(true)
  })

  it('says laws with articles, budgets with programmes, and lists without repetition', () => {
    const cells = {
      수행부서코드: 'audit-team; audit-team',
      법령: '정부조직법 제34조 제2항; 직제',
      예산: '2005: 1,200,000원(운영)',
      규제: '승인(R-1)',
      관련조직: '법제처(심사);국회',
    }
    expect(readTaskDraft(row(2, cells)).draft).toMatchObject({
      unitCodes: ['audit-team'],
      laws: [
        { name: '정부조직법', article: '제34조 제2항' },
        { name: '직제', article: '' },
      ],
      budgets: [{ year: 2005, amount: 1_200_000, program: '운영' }],
      regulations: [{ name: '승인', number: 'R-1' }],
      organisations: [
        { name: '법제처', role: '심사' },
        { name: '국회', role: '' },
      ],
    })
  })
})

/** A tree by codes: each node hangs on one of the level above. */
const trees = fc
  .array(fc.tuple(fc.nat(2), fc.nat(2), fc.nat(2), fc.nat(30), fc.constantFrom('가', '나', '다')), { maxLength: 20 })
  .map((picks) => {
    const nodes = new Map<string, StandingNode>()
    for (const [field, area, minor, task, name] of picks) {
      const codes = [`P${field}`, `A${field}${area}`, `M${area}`, `D${area}`, `S${minor}${area}`, `T${task}`]
      let parentCode: string | null = null
      for (const [i, code] of codes.entries()) {
        const level: FunctionLevel = FUNCTION_LEVELS[i] ?? 'unit-task'
        const unitCodes = level === 'unit-task' ? [name] : []
        if (!nodes.has(code)) nodes.set(code, { code, level, name: `${name}${code}`, parentCode, sort: 0, unitCodes })
        parentCode = code
      }
    }
    return nodes
  })
const unitsIn = (tree: ReadonlyMap<string, StandingNode>) => (code: string) => tree.get(code)?.unitCodes ?? []

describe('the differences of two trees', () => {
  it('are none between a tree and itself', () => {
    fc.assert(
      fc.property(trees, (tree) => {
        expect(diffTrees(tree, tree, unitsIn(tree), new Set())).toEqual([])
      }),
    )
  })

  it('account for every code: added, kept or ended, and turned round the other way', () => {
    fc.assert(
      fc.property(trees, trees, (before, after) => {
        const ever = new Set(before.keys())
        const forth = diffTrees(before, after, unitsIn(after), ever)
        const back = diffTrees(after, before, unitsIn(before), new Set(after.keys()))
        const of = (changes: typeof forth, kind: string) =>
          changes
            .filter((change) => change.kind === kind)
            .map(({ code }) => code)
            .sort()
        expect(of(forth, 'added')).toEqual([...after.keys()].filter((code) => !before.has(code)).sort())
        expect(of(forth, 'ended')).toEqual(of(back, 'added'))
        for (const kind of ['renamed', 'moved', 'reassigned']) expect(of(forth, kind)).toEqual(of(back, kind))
        expect(Object.values(summaryOf(forth)).reduce((sum, n) => sum + n, 0)).toBe(forth.length)
        expect(of(diffTrees(new Map(), after, unitsIn(after), ever), 'revived')).toEqual(
          [...after.keys()].filter((code) => ever.has(code)).sort(),
        )
      }),
    )
  })
})

describe('searching unit tasks', () => {
  it('compares what is typed and what is found without spaces, dots and case', () => {
    expect(plainText('팀제 매뉴얼 제작·보급 (MA-007)')).toBe('팀제매뉴얼제작보급(ma007)')
    expect(initialsOf('팀제 매뉴얼')).toBe('ㅌㅈ ㅁㄴㅇ')
  })

  it('keeps what has no 초성', () => {
    expect(initialsOf('e정부 5')).toBe('eㅈㅂ 5')
    expect(isInitials('ㅌㅈ ㅁ')).toBe(true)
    expect(isInitials('팀ㅈ')).toBe(false)
  })
})

/** Whatever the lines name exists. */
function anything(rows: readonly FileRow[]): Frame {
  const all = (column: string) =>
    new Set(rows.flatMap(({ cells }) => (cells.get(column) ?? '').split(';').map((item) => item.trim())))
  return { unitCodes: all('수행부서코드'), serviceKeys: all('민원종류'), levelOf: () => undefined }
}

function cellsOf(row: string): string[] {
  if (row === HEADER) return row.split(',')
  return row
    .slice(1, -1)
    .split('","')
    .map((cell) => cell.replaceAll('""', '"'))
}
