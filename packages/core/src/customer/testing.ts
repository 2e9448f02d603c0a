import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, type TestSlug, testDatabase } from '../../testing/index.ts'
import { createDemoAccounts, createOrganisation } from '../identity/index.ts'
import { type Actor, type Clock, type Ctx, canonicalJson, fixedClock, type Id, type Role } from '../kernel/index.ts'
import { compileBpmn } from '../model/index.ts'
import { automatic, bpmn, end, flow, gateway, send, start, timer, user } from '../model/process/bpmn.fixture.ts'
import { type Subscriber, storeFile } from '../platform/index.ts'
import { activateRelease, publishRelease } from '../tenancy/index.ts'
import { filePetition } from './commands/file-petition.ts'
import { customerEnvelopeHandlers } from './exchange.ts'

/** Sunday evening in Seoul comes late: tests act on Wednesday, 7 January 2026, from 10:00. */
export const MORNING = '2026-01-07T01:00:00Z'

const line = (...ids: string[]) =>
  ids
    .slice(1)
    .map((id, i) => flow(ids[i] ?? '', id))
    .join('')
const assigned = 'harmony:stage="assigned"'

/** 접수 → 담당자배정 → 검토·답변 → 완료. */
const SIMPLE = bpmn(
  start +
    automatic('receive') +
    automatic('assign', 'assign-by-duty').replace('/>', ` ${assigned}/>`) +
    user('answer', 'harmony:stage="review"').replace('"handle"', '"answer"') +
    send('answered') +
    end() +
    line('start', 'receive', 'assign', 'answer', 'answered', 'end'),
)

/** The same with a superior who approves the answer or gives it back. */
const APPROVED = bpmn(
  start +
    automatic('receive') +
    automatic('assign', 'assign-by-duty').replace('/>', ` ${assigned}/>`) +
    gateway('exclusive', 'again') +
    user('answer', 'harmony:stage="review"').replace('"handle"', '"answer"') +
    user('approve', 'harmony:performer="role:team-head" harmony:results="approved:bool"').replace(
      '"handle"',
      '"review"',
    ) +
    gateway('exclusive', 'decide', 'decide_again') +
    end() +
    line('start', 'receive', 'assign', 'again', 'answer', 'approve', 'decide') +
    flow('decide', 'again') +
    flow('decide', 'end', 'approved'),
)

/** Another unit is asked for its opinion before the answer; the petition stays with its owner. */
const CONSULTED = bpmn(
  start +
    automatic('receive') +
    automatic('assign', 'assign-by-duty').replace('/>', ` ${assigned}/>`) +
    user('opinion', 'harmony:performer="unit:audit-team" harmony:results="lawful:bool"').replace(
      '"handle"',
      '"consult"',
    ) +
    user('answer', 'harmony:stage="review"').replace('"handle"', '"answer"') +
    end() +
    line('start', 'receive', 'assign', 'opinion', 'answer', 'end'),
)

/** Another unit works first: the petition goes there and comes back; a reminder goes off meanwhile. */
const CARRIED = bpmn(
  start +
    automatic('receive') +
    automatic('assign', 'assign-by-duty').replace('/>', ` ${assigned}/>`) +
    user('inspect', 'harmony:performer="unit:audit-team" harmony:stage="review"').replace('"handle"', '"inspect"') +
    timer('late', 'inspect', 'P2D', false) +
    send('progress') +
    end('told') +
    user('answer', 'harmony:stage="review"').replace('"handle"', '"answer"') +
    end() +
    line('start', 'receive', 'assign', 'inspect', 'answer', 'end') +
    line('late', 'progress', 'told'),
)

const both = (ko: string, en: string) => ({ ko, en })

async function processOf(key: string, name: string, xml: string) {
  const { process, problems } = await compileBpmn(xml)
  if (process === undefined) throw new Error(JSON.stringify(problems))
  return { key, name: both(name, name), version: '000000000000', compiled: process, bpmn: xml }
}

async function release(version: string, services: readonly [key: string, process: string, days: number][]) {
  const processes = await Promise.all([
    processOf('simple', '일반', SIMPLE),
    processOf('approved', '결재', APPROVED),
    processOf('consulted', '협의', CONSULTED),
    processOf('carried', '조사', CARRIED),
  ])
  return canonicalJson({
    key: 'test-model',
    version,
    name: both('시험 모델', 'Test model'),
    chain: ['standard'],
    strategy: {
      mission: both('임무', 'Mission'),
      vision: both('비전', 'Vision'),
      strategies: [both('전략', 'Strategy')],
    },
    terms: {},
    customer: {
      areas: [{ key: 'innovation', name: both('정부혁신', 'Innovation'), description: both('혁신', 'Innovation') }],
      services: services.map(([key, process, days]) => ({
        key,
        area: 'innovation',
        name: both(key, key),
        description: both(key, key),
        petitionType: key === 'complaint' ? 'grievance' : 'general-inquiry',
        period: { unit: 'days', amount: days },
        process,
        duty: { unitCode: 'innovation-team' },
      })),
      processes,
      satisfaction: {
        items: ['promptness', 'kindness', 'attitude', 'overall'].map((key) => ({ key, name: both(key, key) })),
        scale: 5,
        windowDays: 14,
        reopenDays: 30,
      },
    },
  })
}

const PEOPLE: readonly { code: string; name: string; unit: string; isHead?: boolean; roles?: Role[] }[] = [
  { code: 'choi', name: '최본부', unit: 'innovation-bureau', isHead: true },
  { code: 'kim', name: '김팀장', unit: 'innovation-team', isHead: true, roles: ['team-head'] },
  { code: 'lee', name: '이주무', unit: 'innovation-team', roles: ['petition-handler'] },
  { code: 'jung', name: '정주무', unit: 'innovation-team', roles: ['petition-handler'] },
  { code: 'park', name: '박감사', unit: 'audit-team', roles: ['petition-handler'] },
  { code: 'yoon', name: '윤법무', unit: 'law-team' },
]

/** A team with nobody who handles petitions: what comes there waits in the queue. */
export const IDLE_UNIT = 'law-team'

export interface World {
  readonly t: TestDatabase
  readonly units: Record<TestSlug, ReadonlyMap<string, Id>>
  readonly people: Record<TestSlug, ReadonlyMap<string, Id>>
  /** A ctx of an officer, by personnel code. */
  officer(code: string, options?: { slug?: TestSlug; at?: string; clock?: Clock }): Ctx
  /** A ctx of a citizen; `a` and `b` are two people with an account. */
  citizen(who: 'a' | 'b', options?: { slug?: TestSlug; at?: string; clock?: Clock }): Ctx
  system(options?: { slug?: TestSlug; at?: string; origin?: Ctx['origin'] }): Ctx
  unitId(code: string, slug?: TestSlug): Id
  personId(code: string, slug?: TestSlug): Id
}

/** Two agencies with units, handlers, a release and two citizens. */
export async function customerWorld(
  options: { subscribers?: readonly Subscriber[]; poolSize?: number } = {},
): Promise<World> {
  process.env.FILES_DIR ??= await mkdtemp(join(tmpdir(), 'harmony-files-'))
  const t = await testDatabase({ envelopeHandlers: customerEnvelopeHandlers, ...options })
  const units = {} as Record<TestSlug, ReadonlyMap<string, Id>>
  const people = {} as Record<TestSlug, ReadonlyMap<string, Id>>
  const actors = new Map<string, Actor>()
  const canonical = await release('2026.1.1', [
    ['inquiry', 'simple', 7],
    ['quick', 'simple', 3],
    ['approval', 'approved', 14],
    ['consultation', 'consulted', 14],
    ['complaint', 'carried', 7],
  ])
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const worker = t.workerCtx(slug)
    const { hash } = await publishRelease(worker, { canonical })
    await activateRelease(worker, { hash, reason: '시험', activeFrom: new Date('2005-01-01T00:00:00Z') })
    const made = await createOrganisation(t.ctx(slug), organisation())
    units[slug] = made.units
    people[slug] = made.people
    for (const person of PEOPLE) actors.set(`${slug}:${person.code}`, officerActor(person, made))
  }
  const accounts = (['a', 'b'] as const).map((who) => ({
    kind: 'citizen' as const,
    email: `citizen-${who}@example.org`,
    name: who === 'a' ? '조시민' : '한시민',
    phone: '010-0000-0000',
  }))
  for (const slug of ['mogaha', 'gangnam'] as const) {
    const made = await createDemoAccounts(t.ctx(slug), accounts, 'a good long password', { demoAccounts: true })
    made.forEach((account, i) => {
      const customerId = account.customerId ?? ''
      actors.set(`${slug}:citizen-${'ab'[i]}`, { kind: 'citizen', accountId: account.accountId, customerId })
    })
  }
  const ctxOf = (
    name: string,
    { slug = 'mogaha', at = MORNING, clock }: { slug?: TestSlug; at?: string; clock?: Clock } = {},
  ) => {
    const actor = actors.get(`${slug}:${name}`)
    if (actor === undefined) throw new Error(`nobody is called ${name}`)
    return t.ctx(slug, actor, { clock: clock ?? fixedClock(at) })
  }
  return {
    t,
    units,
    people,
    officer: ctxOf,
    citizen: (who, more) => ctxOf(`citizen-${who}`, more),
    system: ({ slug = 'mogaha', at = MORNING, origin = 'interactive' } = {}) =>
      t.ctx(slug, { kind: 'system', name: 'test' }, { clock: fixedClock(at), origin }),
    unitId: (code, slug = 'mogaha') => units[slug].get(code) ?? '',
    personId: (code, slug = 'mogaha') => people[slug].get(code) ?? '',
  }
}

function organisation() {
  return {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [
      { code: 'agency', kind: 'agency' as const, name: both('기관', 'Agency') },
      {
        code: 'innovation-bureau',
        kind: 'bureau' as const,
        name: both('혁신본부', 'Innovation Bureau'),
        parent: 'agency',
      },
      {
        code: 'innovation-team',
        kind: 'team' as const,
        name: both('혁신팀', 'Innovation Team'),
        parent: 'innovation-bureau',
      },
      { code: 'audit-team', kind: 'team' as const, name: both('감사팀', 'Audit Team'), parent: 'agency' },
      { code: 'law-team', kind: 'team' as const, name: both('법무팀', 'Law Team'), parent: 'agency' },
    ],
    people: PEOPLE.map(({ code, name, unit, isHead = false, roles }) => ({
      code,
      name,
      posts: [{ unit, title: both('주무관', 'Officer'), isHead }],
      ...(roles?.includes('petition-handler') ? { roles: [{ role: 'petition-handler' as const }] } : {}),
    })),
  }
}

function officerActor(
  person: (typeof PEOPLE)[number],
  made: { units: ReadonlyMap<string, Id>; people: ReadonlyMap<string, Id> },
): Actor {
  const unitId = made.units.get(person.unit) ?? ''
  const personId = made.people.get(person.code) ?? ''
  return {
    kind: 'officer',
    accountId: personId,
    personId,
    roles: person.roles ?? [],
    unitIds: [unitId],
    headOf: person.isHead === true ? [unitId] : [],
  }
}

/** A petition of citizen `a`, filed on the test's morning, with the code of the handler it went to. */
export async function filedPetition(w: World, serviceKey = 'inquiry', at = MORNING) {
  const filed = await filePetition(w.citizen('a', { at }), {
    serviceKey,
    title: '팀제 도입 준비 사례 문의',
    body: '행정자치부의 팀제 도입 과정과 준비 사례를 알고 싶습니다.',
  })
  const handler = PEOPLE.find(({ code }) => w.personId(code) === filed.personId)?.code ?? ''
  return { ...filed, handler }
}

/** Uploads a text file as the ctx's actor; its id. */
export async function uploaded(ctx: Ctx, name: string, text: string): Promise<Id> {
  async function* bytes() {
    yield new TextEncoder().encode(text)
  }
  return (await storeFile(ctx, { name, bytes: bytes() })).id
}
