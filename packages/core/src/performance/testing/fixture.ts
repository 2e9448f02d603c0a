import { type TestDatabase, type TestDatabaseOptions, type TestSlug, testDatabase } from '../../../testing/index.ts'
import { petitionCompleted, petitionRated, petitionReopened } from '../../customer/index.ts'
import { createOrganisation } from '../../identity/index.ts'
import { type Actor, type Ctx, canonicalJson, fixedClock, type Id, newId, type Role } from '../../kernel/index.ts'
import { emit, withTenant } from '../../platform/index.ts'
import { activateRelease, publishRelease } from '../../tenancy/index.ts'
import type { PerformanceFragment } from '../fragment.ts'
import { performanceSubscribers } from '../subscribers.ts'

const both = (ko: string, en: string) => ({ ko, en })

/** A release's performance part with real rules; `changes` replaces parts of it. */
export function samplePart(changes: Partial<PerformanceFragment> = {}): PerformanceFragment {
  const days = {
    unit: both('일', 'days'),
    direction: 'down' as const,
    cycle: 'month' as const,
    source: 'processing-days' as const,
  }
  return {
    perspectives: [
      { key: 'customer', name: both('고객', 'Customer'), weight: 70 },
      { key: 'work', name: both('업무수행', 'Work'), weight: 30 },
    ],
    objectives: [
      { key: 'satisfied', perspective: 'customer', name: both('고객만족도 향상', 'Satisfied customers'), weight: 60 },
      { key: 'fast', perspective: 'customer', name: both('민원 신속 처리', 'Fast answers'), weight: 40 },
      { key: 'reliable', perspective: 'work', name: both('기한 준수', 'Reliable'), weight: 100 },
    ],
    links: [{ from: 'reliable', to: 'satisfied' }],
    indicators: [
      {
        key: 'satisfaction',
        objective: 'satisfied',
        name: both('고객만족도', 'Satisfaction'),
        unit: both('점', 'points'),
        direction: 'up',
        weight: 100,
        cycle: 'month',
        source: 'satisfaction',
        rule: 'clamp(mean, 0.0, 100.0)',
        target: 90,
      },
      {
        key: 'mean-days',
        objective: 'fast',
        name: both('평균처리일수', 'Mean days'),
        weight: 60,
        ...days,
        rule: 'clamp(ratio(target, mean) * 100.0, 0.0, 100.0)',
        target: 3,
      },
      {
        key: 'passport-days',
        objective: 'fast',
        name: both('여권 처리일수', 'Passport days'),
        weight: 40,
        ...days,
        rule: 'grade(mean, 10.0, 1.0)',
        target: 2,
        filter: { services: ['passport'] },
      },
      {
        key: 'compliance',
        objective: 'reliable',
        name: both('처리기간 준수율', 'Within the period'),
        unit: both('%', '%'),
        direction: 'up',
        weight: 100,
        cycle: 'month',
        source: 'processing-compliance',
        rule: 'mean * 100.0',
        target: 95,
      },
    ],
    signals: { green: 90, yellow: 70 },
    missing: 'renormalise',
    rollUp: { team: 'evidence', bureau: 'evidence', agency: 'evidence' },
    ...changes,
  }
}

const ORGANISATION = {
  validFrom: '2005-03-24T00:00:00+09:00',
  units: [
    { code: 'agency', kind: 'agency' as const, name: both('기관', 'Agency') },
    { code: 'b1', kind: 'bureau' as const, name: both('정부혁신본부', 'Innovation Bureau'), parent: 'agency' },
    { code: 'b2', kind: 'bureau' as const, name: both('지방행정본부', 'Local Bureau'), parent: 'agency' },
    { code: 't1', kind: 'team' as const, name: both('혁신전략팀', 'Strategy Team'), parent: 'b1' },
    { code: 't2', kind: 'team' as const, name: both('성과관리팀', 'Performance Team'), parent: 'b1' },
    { code: 't3', kind: 'team' as const, name: both('자치행정팀', 'Local Team'), parent: 'b2' },
  ],
  people: [{ code: 'kim', name: '김혁신', posts: [{ unit: 't1', title: both('팀장', 'Head'), isHead: true }] }],
}

export interface PerformanceFixture {
  readonly t: TestDatabase
  readonly unit: (code: string) => Id
  readonly person: Id
  readonly officer: (options?: { roles?: Role[]; units?: string[]; headOf?: string[] }) => Actor
  /** Acts as an officer, by default a performance manager, at an instant. */
  readonly as: (actor?: Actor, at?: string, slug?: TestSlug) => Ctx
  /** Puts customers' events into the outbox of the fixture's agency in one transaction. */
  readonly send: (...events: SampleEvent[]) => Promise<void>
}

export type SampleEvent =
  | {
      readonly is: 'completed'
      readonly petition: Id
      readonly team: string
      readonly at: string
      readonly days?: string
      readonly within?: boolean
      readonly service?: string
      readonly sequence?: number
    }
  | {
      readonly is: 'rated'
      readonly petition: Id
      readonly team: string
      readonly at: string
      readonly stars: number
      readonly sequence?: number
      readonly completedAt?: string
    }
  | {
      readonly is: 'reopened'
      readonly petition: Id
      readonly team: string
      readonly at: string
      readonly sequence?: number
    }

/** 행정자치부 with a small organisation, running a release, with this module's consumers. */
export async function performanceFixture(
  part: PerformanceFragment = samplePart(),
  options: TestDatabaseOptions = {},
): Promise<PerformanceFixture> {
  const t = await testDatabase({ subscribers: performanceSubscribers, ...options })
  const { units, people } = await createOrganisation(t.ctx('mogaha'), ORGANISATION)
  await runRelease(t, 'mogaha', part)
  const unit = (code: string): Id => units.get(code) ?? code
  const person = people.get('kim') ?? ''
  const officer: PerformanceFixture['officer'] = ({
    roles = ['performance-manager'] as Role[],
    units: own = ['t1'],
    headOf = [],
  } = {}) => ({
    kind: 'officer',
    accountId: newId(),
    personId: person,
    roles,
    unitIds: own.map(unit),
    headOf: headOf.map(unit),
  })
  return {
    t,
    unit,
    person,
    officer,
    as: (actor = officer(), at = '2026-11-22T10:00:00+09:00', slug = 'mogaha') =>
      t.ctx(slug, actor, { clock: fixedClock(at) }),
    send: (...events) =>
      withTenant(t.ctx('mogaha'), async (tx) => {
        for (const event of events) await emit(tx, eventOf(event, unit(event.team), person))
      }),
  }
}

/** Publishes a release with this performance part and lets the agency run it. Returns its hash. */
export async function runRelease(t: TestDatabase, slug: TestSlug, part: PerformanceFragment, version = '2026.11.1') {
  const canonical = canonicalJson({
    key: slug,
    version,
    name: both('표준', 'Standard'),
    chain: ['standard', slug],
    strategy: {
      mission: both('미션', 'Mission'),
      vision: both('비전', 'Vision'),
      strategies: [both('전략', 'Strategy')],
    },
    terms: {},
    performance: part,
  })
  const { hash } = await publishRelease(t.workerCtx(slug), { canonical })
  await activateRelease(t.ctx(slug), { hash, reason: '시험' })
  return hash
}

function eventOf(event: SampleEvent, unitId: Id, personId: Id) {
  const sequence = event.sequence ?? 1
  const base = { petitionId: event.petition, unitId, sequence }
  const at = new Date(event.at).toISOString()
  switch (event.is) {
    case 'completed':
      return petitionCompleted.of({
        ...base,
        personId,
        serviceKey: event.service ?? 'road',
        receivedAt: at,
        completedAt: at,
        dueAt: at,
        withinDeadline: event.within ?? true,
        workingMinutes: 480,
        statutoryDays: event.days ?? '2',
      })
    case 'rated':
      return petitionRated.of({
        ...base,
        personId,
        serviceKey: 'road',
        completedAt: new Date(event.completedAt ?? event.at).toISOString(),
        ratedAt: at,
        promptness: 5,
        kindness: 5,
        attitude: 5,
        overall: event.stars,
      })
    case 'reopened':
      return petitionReopened.of(base)
  }
}
