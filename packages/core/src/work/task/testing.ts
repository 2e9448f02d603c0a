import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, testDatabase } from '../../../testing/index.ts'
import { openFunctions, unitTasksByCodes } from '../../brm/index.ts'
import { functionFile, line } from '../../brm/testing.ts'
import { standard, synthesiseRelease } from '../../contract.ts'
import { createOrganisation } from '../../identity/index.ts'
import { type Actor, type Ctx, canonicalJson, fixedClock, type Id } from '../../kernel/index.ts'
import { emit, type Subscriber, storeFile, withTenant } from '../../platform/index.ts'
import { activateRelease, publishRelease } from '../../tenancy/index.ts'
import { completePhase, createManagedTask, getTaskCard, savePlan } from './index.ts'
import type { CreateManagedTaskInput } from './schemas.ts'

type Slug = 'mogaha' | 'gangnam'
const FIRST_DAY = new Date('2005-03-24T00:00:00+09:00')
const both = (ko: string) => ({ ko, en: ko })

const PEOPLE = [
  { code: 'choi', name: '최본부', unit: 'innovation-bureau', isHead: true },
  { code: 'kim', name: '김팀장', unit: 'innovation-team', isHead: true },
  { code: 'lee', name: '이주무', unit: 'innovation-team', isHead: false },
  { code: 'jung', name: '정주무', unit: 'innovation-team', isHead: false },
  { code: 'park', name: '박감사', unit: 'audit-team', isHead: false },
  { code: 'yoon', name: '윤법무', unit: 'law-team', isHead: false },
] as const

const ORGANISATION = {
  validFrom: FIRST_DAY.toISOString(),
  units: [
    { code: 'agency', kind: 'agency' as const, name: both('기관') },
    { code: 'innovation-bureau', kind: 'bureau' as const, name: both('혁신본부'), parent: 'agency' },
    { code: 'innovation-team', kind: 'team' as const, name: both('혁신팀'), parent: 'innovation-bureau' },
    { code: 'audit-team', kind: 'team' as const, name: both('감사팀'), parent: 'agency' },
    { code: 'law-team', kind: 'team' as const, name: both('법무팀'), parent: 'agency' },
  ],
  people: PEOPLE.map(({ code, name, unit, isHead }) => {
    return { code, name, posts: [{ unit, title: both('주무관'), isHead }] }
  }),
}

/** Two agencies on the standard model, each with units, people and two unit tasks. */
export interface TaskWorld {
  readonly t: TestDatabase
  readonly units: Record<Slug, ReadonlyMap<string, Id>>
  officer(code: string, options?: { slug?: Slug; at?: string }): Ctx
  system(): Ctx
  unitId(code: string, slug?: Slug): Id
  personId(code: string, slug?: Slug): Id
  /** 단위과제: `T-1` of the innovation team with the service `inquiry`, `T-2` of the law team without. */
  unitTaskId(code: 'T-1' | 'T-2', slug?: Slug): Id
  /** Says what happened to a petition, as its module does, and lets the consumers hear it. */
  hear(...events: { type: string; payload: unknown }[]): Promise<void>
}

/** Opens the two agencies as they stood from spring 2005 on. */
export async function taskWorld(subscribers: readonly Subscriber[] = []): Promise<TaskWorld> {
  process.env.FILES_DIR ??= await mkdtemp(join(tmpdir(), 'harmony-files-'))
  const t = await testDatabase({ subscribers })
  const { release } = await synthesiseRelease(standard)
  if (release === undefined) throw new Error('the standard model does not synthesise')
  const { hash: _hash, customer, ...rest } = release
  const services = [{ key: 'inquiry', name: both('팀제 질의') }]
  const canonical = canonicalJson({ ...rest, customer: { ...customer, services } })
  const units: Partial<Record<Slug, ReadonlyMap<string, Id>>> = {}
  const people: Partial<Record<Slug, ReadonlyMap<string, Id>>> = {}
  const tasks = new Map<string, Id>()
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const worker = t.workerCtx(slug)
    const { hash } = await publishRelease(worker, { canonical })
    await activateRelease(worker, { hash, reason: '시험', activeFrom: FIRST_DAY })
    const made = await createOrganisation(t.ctx(slug), ORGANISATION)
    units[slug] = made.units
    people[slug] = made.people
    const lines = [line('T-1', '팀제 운영', { services: 'inquiry' }), line('T-2', '변화관리', { units: 'law-team' })]
    await openFunctions(t.ctx(slug), { name: '시험.csv', bytes: functionFile(lines) }, FIRST_DAY)
    const found = await withTenant(worker, (tx) => unitTasksByCodes(tx, ['T-1', 'T-2']))
    for (const task of found) tasks.set(`${slug}:${task.code}`, task.id)
  }
  const unitId = (code: string, slug: Slug = 'mogaha') => units[slug]?.get(code) ?? ''
  const personId = (code: string, slug: Slug = 'mogaha') => people[slug]?.get(code) ?? ''
  const ctx = (slug: Slug, actor: Actor, at: string) => t.ctx(slug, actor, { clock: fixedClock(at) })
  const system = () => ctx('mogaha', { kind: 'system', name: 'test' }, '2026-01-07T01:00:00Z')
  return {
    t,
    units: units as Record<Slug, ReadonlyMap<string, Id>>,
    system,
    unitId,
    personId,
    officer(code, { slug = 'mogaha', at = '2026-01-07T01:00:00Z' } = {}) {
      const person = PEOPLE.find((one) => one.code === code)
      const [id, unit] = [personId(code, slug), unitId(person?.unit ?? '', slug)]
      const rights = { roles: [], unitIds: [unit], headOf: person?.isHead === true ? [unit] : [] }
      return ctx(slug, { kind: 'officer', accountId: id, personId: id, ...rights }, at)
    },
    unitTaskId: (code, slug = 'mogaha') => tasks.get(`${slug}:${code}`) ?? '',
    async hear(...events) {
      for (const event of events) await withTenant(system(), (tx) => emit(tx, event))
      await t.drain()
    },
  }
}

/** Uploads a text file as the ctx's actor; its id. */
export async function uploaded(ctx: Ctx, name: string, text: string): Promise<Id> {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  return (await storeFile(ctx, { name, bytes: bytes() })).id
}

/** 혁신적 책임행정조직 구현, as planned in 2005. */
export const PLAN = [
  { name: '계획수립', activity: '사전 자료 수집 및 T/F 구성', plannedWeight: 20, dueDate: '2005-02-28' },
  { name: '법령개정', activity: '행정자치부 직제 및 시행규칙 개정', plannedWeight: 40, dueDate: '2005-03-25' },
  { name: '팀제개편', activity: '인사발령', plannedWeight: 30, dueDate: '2005-04-30' },
  { name: '확산 및 보급', activity: '팀제 매뉴얼 제작·보급', plannedWeight: 10, dueDate: '2005-08-30' },
]

const TODAY = '2005-10-04'

/** Officers at their desks on a day of 2005, and what they do again and again; `world` is read when they act. */
export function taskCast(world: () => TaskWorld) {
  const at = (day: string) => `${day}T01:00:00Z`
  const who =
    (code: string) =>
    (day = TODAY) =>
      world().officer(code, { at: at(day) })
  const [kim, lee, park] = [who('kim'), who('lee'), who('park')]
  return {
    at,
    kim,
    lee,
    park,
    /** A managed task of the innovation team with Lee in charge. */
    managed: (name: string, more: Partial<CreateManagedTaskInput> = {}) =>
      createManagedTask(kim('2005-03-25'), {
        name,
        year: 2005,
        unitTaskId: world().unitTaskId('T-1'),
        unitId: world().unitId('innovation-team'),
        ownerId: world().personId('lee'),
        ...more,
      }),
    /** Gives a card the plan of 2005; its phases. */
    async planned(taskCardId: Id) {
      await savePlan(lee('2005-03-25'), { taskCardId, planVersion: 0, phases: PLAN })
      return (await getTaskCard(lee(), { taskCardId })).phases
    },
    /** Completes a phase by its place. */
    async done(taskCardId: Id, index: number, completedDate: string) {
      const { phases, planVersion } = await getTaskCard(lee(), { taskCardId })
      return completePhase(lee(), { taskCardId, planVersion, phaseId: phases[index]?.id ?? '', completedDate })
    },
    /** Payloads of the events of a type, in order. */
    events: async (type: string) =>
      world().t.admin<{ payload: Record<string, unknown> }[]>`
        select payload from public.outbox where type = ${type} order by id`,
  }
}
