import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestDatabase, type TestSlug, testDatabase } from '../../../testing/index.ts'
import { createOrganisation } from '../../identity/index.ts'
import { type Ctx, fixedClock, type Id } from '../../kernel/index.ts'

const PEOPLE = [
  { code: 'choi', name: '최본부', unit: 'bureau', isHead: true },
  { code: 'kim', name: '김팀장', unit: 'team', isHead: true },
  { code: 'lee', name: '이주무', unit: 'team', isHead: false },
  { code: 'jung', name: '정주무', unit: 'team', isHead: false },
  { code: 'park', name: '박감사', unit: 'other', isHead: false },
] as const
export type Code = (typeof PEOPLE)[number]['code']

/** Two agencies of the same people: a bureau with two teams, and a team beside it. */
export interface RecordWorld {
  readonly t: TestDatabase
  personId(code: Code): Id
  unitId(code: string): Id
  /** A ctx of an officer at an instant. */
  as(code: Code, at: string, slug: TestSlug): Ctx
}

const both = (ko: string) => ({ ko, en: ko })

/** Opens the world in a database of its own. */
export async function recordWorld(): Promise<RecordWorld> {
  process.env.FILES_DIR ??= await mkdtemp(join(tmpdir(), 'harmony-files-'))
  const t = await testDatabase()
  const ids = {} as Record<TestSlug, { units: ReadonlyMap<string, Id>; people: ReadonlyMap<string, Id> }>
  for (const slug of ['mogaha', 'gangnam'] as const) {
    ids[slug] = await createOrganisation(t.ctx(slug), {
      validFrom: '2005-01-01T00:00:00+09:00',
      units: [
        { code: 'agency', kind: 'agency', name: both('기관') },
        { code: 'bureau', kind: 'bureau', name: both('혁신본부'), parent: 'agency' },
        { code: 'team', kind: 'team', name: both('혁신팀'), parent: 'bureau' },
        { code: 'sister', kind: 'team', name: both('성과팀'), parent: 'bureau' },
        { code: 'other', kind: 'team', name: both('감사팀'), parent: 'agency' },
      ],
      people: PEOPLE.map(({ code, name, unit, isHead }) => ({
        code,
        name,
        posts: [{ unit, title: both('주무관'), isHead }],
      })),
    })
  }
  return {
    t,
    personId: (code) => ids.mogaha.people.get(code) ?? '',
    unitId: (code) => ids.mogaha.units.get(code) ?? '',
    as(code, at, slug) {
      const person = PEOPLE.find((one) => one.code === code)
      const id = ids[slug].people.get(code) ?? ''
      const unit = ids[slug].units.get(person?.unit ?? '') ?? ''
      const actor = { accountId: id, personId: id, roles: [], unitIds: [unit], headOf: person?.isHead ? [unit] : [] }
      return t.ctx(slug, { kind: 'officer', ...actor }, { clock: fixedClock(at) })
    },
  }
}
