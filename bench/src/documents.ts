import { createOrganisation } from '@harmony/core/identity'
import type { Ctx, Id } from '@harmony/core/kernel'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { countDocuments, listDocuments } from '@harmony/core/work'
import postgres from 'postgres'
import { type Figures, under } from './load.ts'
import { standardRelease } from './standard-release.ts'

const TEAMS = 100
const BUREAUS = 12
const PEOPLE = 1_000
const PAGE = 25
const CONNECTIONS = 8

/** A ministry with its documents, read by an officer of a team whose 열람범위 hides about a third of them. */
interface Archive {
  readonly t: TestDatabase
  readonly reader: Ctx
  readonly readerId: Id
  readonly unitId: Id
  readonly hand: postgres.Sql
  readonly close: () => Promise<void>
}

/**
 * Lists and searches among so many documents, through the product's own queries and through the same list written by
 * hand (one statement, no wall, no transaction, no checks), turn by turn in one run.
 */
export async function documentLists(documents = 100_000, seconds = 3): Promise<Record<string, Figures>> {
  const archive = await openArchive(documents)
  try {
    const { reader, unitId } = archive
    const first = await listDocuments(reader, { limit: PAGE })
    const from = await deepCursor(reader)
    const asked: Record<string, () => Promise<unknown>> = {
      'list 25, product': () => listDocuments(reader, { limit: PAGE }),
      'list 25, by hand': byHand(archive),
      'list 25 after 2,500 rows': () => listDocuments(reader, { limit: PAGE, cursor: from }),
      'list 25 of a unit': () => listDocuments(reader, { limit: PAGE, unitId }),
      count: () => countDocuments(reader, {}),
      'search, rare word': () => listDocuments(reader, { limit: PAGE, search: `검토보고 ${documents - 7}` }),
      'search, word in every tenth': () => listDocuments(reader, { limit: PAGE, search: '매뉴얼' }),
      'search, two syllables': () => listDocuments(reader, { limit: PAGE, search: '팀제' }),
      'search, word in all': () => listDocuments(reader, { limit: PAGE, search: '행정기관' }),
      'search, nothing there': () => listDocuments(reader, { limit: PAGE, search: '없는낱말' }),
      'count of a search': () => countDocuments(reader, { search: '매뉴얼' }),
    }
    if (first.rows.length !== PAGE) throw new Error('the reader sees nothing')
    const figures: Record<string, Figures> = {}
    for (const round of [1, 2, 3]) {
      for (const [name, ask] of Object.entries(asked)) {
        const measured = await under(ask, { connections: CONNECTIONS, seconds: seconds / 3 })
        const best = figures[name]
        if (round === 1 || best === undefined || measured.perSecond > best.perSecond) figures[name] = measured
      }
    }
    return figures
  } finally {
    await archive.close()
  }
}

async function openArchive(documents: number): Promise<Archive> {
  const t = await testDatabase({ poolSize: CONNECTIONS })
  const name = (text: string) => ({ ko: text, en: text })
  const { canonical } = await standardRelease()
  const { hash } = await publishRelease(t.workerCtx('mogaha'), { canonical })
  await activateRelease(t.ctx('mogaha'), { hash, reason: 'bench', activeFrom: new Date('2000-01-01T00:00:00+09:00') })
  const { units, people } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [
      { code: 'agency', kind: 'agency', name: name('행정자치부') },
      ...Array.from({ length: BUREAUS }, (_, i) => ({
        code: `b${i}`,
        kind: 'bureau' as const,
        name: name(`${i}본부`),
        parent: 'agency',
      })),
      ...Array.from({ length: TEAMS }, (_, i) => ({
        code: `t${i}`,
        kind: 'team' as const,
        name: name(`${i}팀`),
        parent: `b${i % BUREAUS}`,
      })),
    ],
    people: Array.from({ length: PEOPLE }, (_, i) => ({
      code: `p${i}`,
      name: `직원${i}`,
      posts: [{ unit: `t${i % TEAMS}`, title: name('팀원') }],
    })),
  })
  await fill(t, hash, documents)
  const personId = people.get('p7') ?? ''
  const unitId = units.get('t7') ?? ''
  const reader = t.ctx('mogaha', {
    kind: 'officer',
    accountId: personId,
    personId,
    roles: [],
    unitIds: [unitId],
    headOf: [],
  })
  const hand = postgres(t.adminUrl, { max: CONNECTIONS, onnotice: () => {} })
  const close = async () => {
    await hand.end({ timeout: 2 })
    await t.close()
  }
  return { t, reader, readerId: personId, unitId, hand, close }
}

/** Approved documents of five years: two thirds for all, the others for a bureau, a unit or the people of the route. */
async function fill(t: TestDatabase, releaseHash: string, documents: number): Promise<void> {
  const tenantId = t.mogaha.id
  await t.admin`
    insert into document (tenant_id, id, kind_key, release_hash, state, round, unit_id, drafter_id, drafter, title, body, body_text,
      access_scope, audience_unit_ids, audience_person_ids, knowledge_category, retention, retention_from, disclosure, number, grade,
      approver, approved_version, origin, created_at, submitted_at, completed_at, listed_at, changed_at)
    select ${tenantId}, uuidv7(), ${await kindKey()}, ${releaseHash}, 'approved', 1, t.id, p.id,
      jsonb_build_object('id', p.id, 'name', p.name, 'title', null, 'unit', jsonb_build_object('ko', '팀', 'en', 'Team')),
      case when n % 10 = 0 then '팀제 매뉴얼 제작·보급 계획 ' else '업무 추진상황 검토보고 ' end || n, '{"type":"doc","content":[]}',
      '행정기관의 조직과 정원 운영에 관한 ' || md5(n::text) || ' 추진 배경과 향후 계획을 다음과 같이 보고합니다. ' || repeat('세부 추진계획과 예산, 관련 법령의 검토 결과는 붙임과 같습니다. ', 4),
      case when n % 3 > 0 then 'agency' when n % 9 = 0 then 'participants' else 'unit' end,
      case when n % 3 > 0 then null when n % 9 = 0 then '{}'::uuid[] else array[t.id] end, array[p.id], 'general', '5',
      date '2026-01-01', 'open', '팀-' || n, 'A', jsonb_build_object('id', p.id, 'name', p.name, 'title', null, 'unit', null), 1, 'import',
      s.at, s.at, s.at, s.at, s.at
    from generate_series(1, ${documents}) n
    cross join lateral (select timestamptz '2026-11-01 09:00+09' - n * interval '26 minutes' as at) s
    join unit t on t.tenant_id = ${tenantId} and t.code = 't' || (n * 37 % ${TEAMS})
    join person p on p.tenant_id = ${tenantId} and p.code = 'p' || (n * 37 % ${TEAMS} + ${TEAMS} * (n % 10))`
  await t.admin`analyze document`
}

async function kindKey(): Promise<string> {
  const { release } = await standardRelease()
  return release.work.documentKinds[0]?.key ?? ''
}

/** The same page as one statement: what nobody could leave out, and nothing else. */
function byHand({ t, hand, readerId, unitId }: Archive): () => Promise<unknown> {
  const tenantId = t.mogaha.id
  return async () =>
    JSON.stringify(
      await hand`
        select d.id, d.number, d.title, d.kind_key, d.release_hash, d.state, d.unit_id, d.drafter, d.approver, d.grade, d.disclosure,
          d.retention, d.knowledge_category, d.unit_task_id, d.listed_at, d.completed_at, d.superseded_by_id is not null as superseded,
          (select count(*)::int from document_file f where f.tenant_id = d.tenant_id and f.document_id = d.id) as files
        from document d
        where d.tenant_id = ${tenantId} and d.discarded_at is null and d.state <> 'draft'
          and (d.audience_unit_ids is null or d.audience_unit_ids && array[${unitId}::uuid] or d.audience_person_ids @> array[${readerId}::uuid])
        order by d.listed_at desc, d.id desc limit ${PAGE + 1}`,
    )
}

async function deepCursor(reader: Ctx): Promise<string> {
  let cursor: string | null = null
  for (let page = 0; page < 25; page += 1) {
    cursor = (await listDocuments(reader, { limit: 100, ...(cursor === null ? {} : { cursor }) })).nextCursor
  }
  return cursor ?? ''
}

/** Prints what `documentLists` measured. */
export async function reportDocuments(): Promise<void> {
  const figures = await documentLists()
  for (const [name, { perSecond, median, p95 }] of Object.entries(figures)) {
    console.log(`${name.padEnd(30)} ${String(perSecond).padStart(6)}/s   median ${median} ms   p95 ${p95} ms`)
  }
  const product = figures['list 25, product']?.perSecond ?? 0
  const hand = figures['list 25, by hand']?.perSecond ?? 1
  console.log(`list 25 of 100,000: ${Math.round((product / hand) * 100)} % of the list by hand (at least 50 %)`)
}
