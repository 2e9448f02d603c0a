import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, type TestSlug, testDatabase } from '../../testing/index.ts'
import { createOrganisation } from '../identity/index.ts'
import { type Actor, type Ctx, canonicalJson, fixedClock, type Id, newId, type Role } from '../kernel/index.ts'
import { storeFile, withTenant } from '../platform/index.ts'
import { activateRelease, publishRelease } from '../tenancy/index.ts'
import { applyFunctions } from './commands/apply-functions.ts'
import { openFunctions } from './commands/open-functions.ts'
import { updateUnitTask } from './commands/update-unit-task.ts'
import { importFunctions } from './import/import-functions.ts'
import { getFunctionTree, getVersionChanges, listFunctionVersions } from './queries/functions.ts'
import { previewFunctions } from './queries/preview-functions.ts'
import { getUnitTask, getUnitTaskHistory, searchUnitTasks } from './queries/unit-tasks.ts'
import { functionFile, type Line, line } from './testing.ts'
import { unitTaskById, unitTasksByCodes, unitTasksByIds, unitTasksOfService } from './unit-task.store.ts'

const BASE: readonly Line[] = [
  line('T-1', '팀제 매뉴얼 제작·보급', {
    units: 'innovation-team',
    laws: '정부조직법 제34조;직제',
    services: 'inquiry',
  }),
  line('T-2', '혁신학습동아리 운영', { units: 'innovation-team;audit-team', budgets: '2005:1,200,000(학습)' }),
  line('T-3', '자체감사 운영', { minor: ['S-2', '감사'], units: 'audit-team' }),
]
const AT = '2026-01-07T01:00:00Z'
const FIRST_DAY = new Date('2005-03-25T00:00:00+09:00')

let t: TestDatabase
const units: Partial<Record<TestSlug, ReadonlyMap<string, Id>>> = {}
const people: Partial<Record<TestSlug, ReadonlyMap<string, Id>>> = {}

beforeAll(async () => {
  process.env.FILES_DIR ??= await mkdtemp(join(tmpdir(), 'harmony-files-'))
  t = await testDatabase()
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const { hash } = await publishRelease(t.workerCtx(slug), { canonical: release })
    await activateRelease(t.workerCtx(slug), { hash, reason: '시험', activeFrom: FIRST_DAY })
    const made = await createOrganisation(t.ctx(slug), organisation)
    units[slug] = made.units
    people[slug] = made.people
    await openFunctions(t.ctx(slug), { name: 'functions.csv', bytes: functionFile(BASE) }, FIRST_DAY)
  }
})
afterAll(() => t.close())

describe('the first tree of an agency', () => {
  it('is laid down once, in reading order, with ids that other modules may keep', async () => {
    const again = { name: 'functions.csv', bytes: functionFile(BASE.slice(1)) }
    expect(await openFunctions(t.ctx('mogaha'), again, FIRST_DAY)).toEqual({ opened: false, rejected: [] })
    const { version, nodes } = await getFunctionTree(officer(), {})
    expect(version).toMatchObject({ sequence: 1, year: 2005, current: true, summary: { added: 9 } })
    expect(nodes.map(({ code }) => code)).toEqual(['P-1', 'A-1', 'M-1', 'D-1', 'S-1', 'T-1', 'T-2', 'S-2', 'T-3'])
    const [task] = await tx('mogaha', (inside) => unitTasksByCodes(inside, ['T-2', 'T-9']))
    expect(task).toMatchObject({
      name: '혁신학습동아리 운영',
      path: ['정부혁신', '행정혁신', '혁신 추진', '혁신 총괄', '혁신역량'],
      unitIds: [unit('innovation-team'), unit('audit-team')],
      active: true,
    })
  })

  it('reads laws with their articles, budgets in won, and the service’s tie', async () => {
    const {
      laws,
      ancestors,
      placements,
      units: performing,
    } = await getUnitTask(officer(), { unitTaskId: await idOf('T-1') })
    expect(laws).toEqual([
      { name: '정부조직법', article: '제34조' },
      { name: '직제', article: '' },
    ])
    expect(ancestors.map(({ level }) => level)).toEqual([
      'policy-field',
      'policy-area',
      'major-function',
      'middle-function',
      'minor-function',
    ])
    expect(placements).toMatchObject([
      { year: 2005, ended: false, path: ['정부혁신', '행정혁신', '혁신 추진', '혁신 총괄', '혁신역량'] },
    ])
    expect(performing).toMatchObject([{ code: 'innovation-team', head: { name: '김팀장' } }])
    expect((await getUnitTask(officer(), { unitTaskId: await idOf('T-2') })).budgets).toEqual([
      { year: 2005, amount: 1_200_000, program: '학습' },
    ])
    const tied = await tx('mogaha', (inside) => unitTasksOfService(inside, 'inquiry'))
    expect(tied.map(({ code }) => code)).toEqual(['T-1'])
  })

  it('is found by name, code and 초성, of all units or one', async () => {
    const found = async (query: string, unitId?: Id) =>
      (await searchUnitTasks(officer(), { query, ...(unitId ? { unitId } : {}) })).rows.map(({ code }) => code)
    expect(await found('매뉴얼 제작')).toEqual(['T-1'])
    expect(await found('ㅎㅅㅎㅅ')).toEqual(['T-2'])
    expect(await found('t-3')).toEqual(['T-3'])
    expect(await found('%')).toEqual([])
    expect(await found('', unit('audit-team'))).toEqual(['T-3', 'T-2'])
    expect((await searchUnitTasks(officer(), { limit: 1 })).total).toBe(3)
  })
})

describe('a unit task’s information', () => {
  const change = async (ctx: Ctx, more = {}) => {
    const unitTaskId = await idOf('T-2')
    const { version } = await getUnitTask(officer(), { unitTaskId })
    return updateUnitTask(ctx, { unitTaskId, version, reason: '현행화', purpose: `목적 ${newId()}`, ...more })
  }

  it('is edited by the head of a performing unit and by the tenant administrator, with who, when and why', async () => {
    const { unitTaskId } = await change(officer('kim'), { coreArea: '학습혁신' })
    await change(officer('admin'), { serviceKeys: ['inquiry'], unitIds: [unit('innovation-team')] })
    const { rows } = await getUnitTaskHistory(officer(), { unitTaskId })
    expect(rows).toMatchObject([
      { version: 3, changedBy: '관리자', reason: '현행화', after: { serviceKeys: ['inquiry'] } },
      { version: 2, changedBy: '김팀장', before: { coreArea: '' }, after: { coreArea: '학습혁신' } },
    ])
    await t.expectAudit(officer(), { action: 'unit-task.update', subjectType: 'unit-task', subjectId: unitTaskId })
    expect((await getUnitTask(officer('kim'), { unitTaskId })).mayEdit).toBe(true)
    expect((await getUnitTask(officer('park'), { unitTaskId })).mayEdit).toBe(false)
  })

  it.each([
    ['a member', () => change(officer('lee')), 'policy.refused'],
    ['the head of another unit', () => change(officer('park')), 'policy.refused'],
    ['an unknown unit', () => change(officer('kim'), { unitIds: [newId()] }), 'brm.unknown-unit'],
    ['an unknown service', () => change(officer('kim'), { serviceKeys: ['nothing'] }), 'brm.unknown-service'],
    ['a stale version', () => change(officer('kim'), { version: 1 }), 'brm.unit-task-changed'],
    ['nothing new', () => change(officer('kim'), { purpose: undefined }), 'brm.nothing-changed'],
    ['another agency', () => change(officer('kim', 'gangnam')), 'brm.unit-task-not-found'],
  ])('is not changed by %s', async (_who, act, code) => {
    await expect(act()).rejects.toThrow(code)
  })
})

describe('a file of the tree', () => {
  const NEXT: readonly Line[] = [
    line('T-1', '팀제 매뉴얼 보급', { units: 'innovation-team' }),
    line('T-2', '혁신학습동아리 운영', { minor: ['S-2', '감사'], units: 'innovation-team' }),
    line('T-4', '부패방지', { minor: ['S-2', '감사'], units: 'audit-team' }),
  ]

  it('is previewed with every difference and applied as a new version that keeps the ids', async () => {
    const [before] = await tx('mogaha', (inside) => unitTasksByCodes(inside, ['T-1']))
    const ended = await idOf('T-3')
    const fileId = await upload(officer('admin'), functionFile(NEXT))
    const preview = await previewFunctions(officer('admin'), { fileId })
    expect(preview.summary).toMatchObject({ added: 1, renamed: 1, moved: 1, ended: 1 })
    expect(preview).toMatchObject({ rejected: [], baseSequence: 1, levels: { 'unit-task': 3 } })
    expect((await listFunctionVersions(officer())).versions).toHaveLength(1)

    const key = newId()
    const wanted = {
      fileId,
      baseSequence: 1,
      label: '2026년 분류체계',
      year: 2026,
      reason: '연례 정비',
      idempotencyKey: key,
    }
    const applied = await applyFunctions(officer('admin'), wanted)
    expect(applied.sequence).toBe(2)
    expect(await applyFunctions(officer('admin'), wanted)).toEqual(applied)
    await t.expectAudit(officer(), { action: 'brm.apply-version', subjectType: 'brm', subjectId: applied.versionId })

    const [now, gone] = await tx('mogaha', (inside) => unitTasksByIds(inside, [before?.id ?? '', ended]))
    expect(now).toMatchObject({ id: before?.id, name: '팀제 매뉴얼 보급', active: true })
    expect(gone).toMatchObject({ name: '자체감사 운영', active: false, path: { length: 5 } })
    const { placements } = await getUnitTask(officer(), { unitTaskId: before?.id ?? '' })
    expect(placements.map(({ year, name }) => [year, name])).toEqual([
      [2026, '팀제 매뉴얼 보급'],
      [2005, '팀제 매뉴얼 제작·보급'],
    ])
    const { versions } = await listFunctionVersions(officer())
    expect(versions.map(({ sequence, current }) => [sequence, current])).toEqual([
      [2, true],
      [1, false],
    ])
    const old = await getFunctionTree(officer(), { versionId: versions[1]?.id ?? '' })
    expect(old.nodes.map(({ code }) => code)).toContain('T-3')
    const { changes } = await getVersionChanges(officer(), { versionId: applied.versionId })
    expect(changes.map(({ kind, code }) => `${kind} ${code}`).sort()).toEqual(
      ['added T-4', 'ended T-3', 'moved T-2', 'renamed T-1'].sort(),
    )
    const stale = { ...wanted, idempotencyKey: newId() }
    await expect(applyFunctions(officer('admin'), stale)).rejects.toThrow('brm.tree-changed')
    await expect(
      updateUnitTask(officer('admin'), { unitTaskId: ended, version: 1, purpose: '가', reason: '가' }),
    ).rejects.toThrow('brm.unit-task-ended')
  })

  it('writes nothing when a line is refused, and says which and why', async () => {
    const wrong = [...NEXT, line('T-5', '새 과제', { units: 'nowhere' })]
    const { rejected, applied } = await importFunctions(
      t.ctx('mogaha'),
      { name: 'a.csv', bytes: functionFile(wrong) },
      head,
    )
    expect(rejected).toEqual([
      { line: 5, column: '수행부서코드', code: 'brm.unit-unknown', params: { unit: 'nowhere' } },
    ])
    expect(applied).toBeNull()
    const fileId = await upload(officer('admin'), functionFile(wrong))
    const wanted = { fileId, baseSequence: 2, label: '판', year: 2026, reason: '가' }
    await expect(applyFunctions(officer('admin'), wanted)).rejects.toThrow('brm.import-has-rejections')
    const dry = { name: 'a.csv', bytes: functionFile(BASE) }
    expect((await importFunctions(t.ctx('mogaha'), dry, head, { dryRun: true })).summary).toMatchObject({
      revived: 1,
      ended: 1,
    })
    expect((await listFunctionVersions(officer())).versions).toHaveLength(2)
  })

  it('brings back what an older version had, under its old id', async () => {
    const id = await idOf('T-3')
    const { applied } = await importFunctions(t.ctx('mogaha'), { name: 'a.csv', bytes: functionFile(BASE) }, head)
    expect(applied?.sequence).toBe(3)
    expect(await tx('mogaha', (inside) => unitTaskById(inside, id))).toMatchObject({ active: true })
  })

  it.each([
    ['an officer without the role', (fileId: Id) => ({ ctx: officer('kim'), more: { fileId } }), 'policy.refused'],
    [
      'another agency’s administrator',
      (fileId: Id) => ({ ctx: officer('admin', 'gangnam'), more: { fileId } }),
      'file.not-found',
    ],
    [
      'a day to come',
      (fileId: Id) => ({ ctx: officer('admin'), more: { fileId, validFrom: '2026-12-31' } }),
      'brm.valid-from-wrong',
    ],
  ])('is not applied by %s', async (_who, act, code) => {
    const { ctx, more } = act(await upload(officer('admin'), functionFile(BASE)))
    const wanted = { baseSequence: 3, label: '판', year: 2026, reason: '가', ...more }
    await expect(applyFunctions(ctx, wanted)).rejects.toThrow(code)
    if (code !== 'brm.valid-from-wrong')
      await expect(previewFunctions(ctx, { fileId: wanted.fileId })).rejects.toThrow(code)
  })

  it('of one agency is unseen in another', async () => {
    const id = await idOf('T-1')
    await expect(getUnitTask(officer('kim', 'gangnam'), { unitTaskId: id })).rejects.toThrow('brm.unit-task-not-found')
    await expect(getUnitTaskHistory(officer('kim', 'gangnam'), { unitTaskId: id })).rejects.toThrow(
      'brm.unit-task-not-found',
    )
    expect(await tx('gangnam', (inside) => unitTasksByIds(inside, [id]))).toEqual([])
    const [version] = (await listFunctionVersions(officer())).versions
    const foreign = { versionId: version?.id ?? '' }
    await expect(getFunctionTree(officer('kim', 'gangnam'), foreign)).rejects.toThrow('brm.version-not-found')
    await expect(getVersionChanges(officer('kim', 'gangnam'), foreign)).rejects.toThrow('brm.version-not-found')
    expect((await listFunctionVersions(officer('kim', 'gangnam'))).versions).toHaveLength(1)
  })
})

const head = { label: '판', year: 2026, validFrom: new Date(AT), reason: '정비' }
const both = (ko: string) => ({ ko, en: ko })

const organisation = {
  validFrom: FIRST_DAY,
  units: [
    { code: 'agency', kind: 'agency' as const, name: both('기관') },
    { code: 'innovation-team', kind: 'team' as const, name: both('혁신팀'), parent: 'agency' },
    { code: 'audit-team', kind: 'team' as const, name: both('감사팀'), parent: 'agency' },
  ],
  people: [
    { code: 'kim', name: '김팀장', posts: [{ unit: 'innovation-team', title: both('팀장'), isHead: true }] },
    { code: 'lee', name: '이주무', posts: [{ unit: 'innovation-team', title: both('주무관') }] },
    { code: 'park', name: '박감사', posts: [{ unit: 'audit-team', title: both('팀장'), isHead: true }] },
    { code: 'admin', name: '관리자', posts: [{ unit: 'agency', title: both('주무관') }] },
  ],
}

const release = canonicalJson({
  key: 'brm-test',
  version: '2026.1.1',
  name: both('시험'),
  chain: ['standard'],
  strategy: { mission: both('임무'), vision: both('비전'), strategies: [both('전략')] },
  terms: {},
  customer: { services: [{ key: 'inquiry' }] },
})

function officer(code = 'lee', slug: TestSlug = 'mogaha'): Ctx {
  const personId = people[slug]?.get(code) ?? ''
  const person = organisation.people.find((one) => one.code === code)
  const unitId = unit(person?.posts[0]?.unit ?? '', slug)
  const roles: Role[] = code === 'admin' ? ['tenant-admin'] : []
  const isHead = person?.posts[0] !== undefined && 'isHead' in person.posts[0]
  const actor: Actor = {
    kind: 'officer',
    accountId: personId,
    personId,
    roles,
    unitIds: [unitId],
    headOf: isHead ? [unitId] : [],
  }
  return t.ctx(slug, actor, { clock: fixedClock(AT) })
}

function unit(code: string, slug: TestSlug = 'mogaha'): Id {
  return units[slug]?.get(code) ?? ''
}

const tx = <T>(slug: TestSlug, work: Parameters<typeof withTenant<T>>[1]) => withTenant(t.ctx(slug), work)

async function idOf(code: string): Promise<Id> {
  const [task] = await tx('mogaha', (inside) => unitTasksByCodes(inside, [code]))
  return task?.id ?? ''
}

async function upload(ctx: Ctx, bytes: Buffer): Promise<Id> {
  async function* content() {
    yield bytes
  }
  return (await storeFile(ctx, { name: 'functions.csv', bytes: content() })).id
}
