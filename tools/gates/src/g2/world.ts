import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createApp } from '@harmony/api/app'
import { readConfig } from '@harmony/api/config'
import { provision } from '@harmony/api/provision'
import { type ApiServices, openServices } from '@harmony/api/services'
import { workerParts } from '@harmony/api/worker-parts'
import { filePetition, transferToAgency } from '@harmony/core/customer'
import { addPerson, assignPost, renameUnit } from '@harmony/core/identity'
import { closePeriod } from '@harmony/core/performance'
import { openLog } from '@harmony/core/platform'
import { TEST_SECRET, type TestDatabase, testDatabase } from '@harmony/core/testing'
import { Agency, type Cast } from './agency.ts'
import { type Door, httpDoor } from './door.ts'

const MOGAHA: Cast = {
  slug: 'mogaha',
  service: 'innovation-inquiry',
  unit: 'innovation-strategy',
  otherUnit: 'honours-team',
  officers: {
    officer: 'innovation-strategy-2',
    'team-head': 'innovation-strategy-1',
    outsider: 'honours-team-2',
    'bureau-head': 'innovation-planning-head',
    minister: 'minister',
    'performance-manager': 'performance-management-2',
    'tenant-admin': 'operations-2',
    auditor: 'audit-team-2',
  },
}
const GANGNAM: Cast = {
  slug: 'gangnam',
  service: 'street-report',
  unit: 'cleaning',
  otherUnit: 'roads',
  officers: {
    officer: 'cleaning-2',
    'team-head': 'cleaning-1',
    'performance-manager': 'general-affairs-2',
    'tenant-admin': 'general-affairs-3',
  },
}
const BUREAU: Cast = {
  slug: 'bureau',
  service: 'rollout-inquiry',
  unit: 'rollout-team',
  otherUnit: 'consulting-team',
  officers: { 'bureau-admin': 'rollout-team-2', officer: 'rollout-team-3' },
}
const DAY = 86_400_000

/** Two agencies with petitions at every stage, the bureau, and the product in front of them. */
export interface World {
  readonly t: TestDatabase
  /** Whose sessions try. */
  readonly own: Agency
  /** Whose data must stay unseen; all its texts carry its mark. */
  readonly other: Agency
  readonly bureau: Agency
  readonly app: ReturnType<typeof createApp>
  readonly door: Door
  /** What the api logged. */
  readonly log: string[]
  close(): Promise<void>
}

/** Builds the world through the real commands. */
export async function openWorld(): Promise<World> {
  const { subscribers, envelopeHandlers } = workerParts
  const folder = await mkdtemp(join(tmpdir(), 'harmony-g2-'))
  process.env.FILES_DIR = join(folder, 'files')
  const t = await testDatabase({ subscribers, envelopeHandlers, poolSize: 8 })
  const base = { NODE_ENV: 'test', TRUST_PROXY: '1', HARMONY_DEMO: '1', FILES_DIR: process.env.FILES_DIR }
  await provision({ ...readConfig(base), DATABASE_URL: t.adminUrl, HARMONY_SECRET: TEST_SECRET })
  const own = new Agency(t, MOGAHA, 'ownmark5x')
  const other = new Agency(t, GANGNAM, 'canary7qz')
  const bureau = new Agency(t, BUREAU, 'thirdmark')
  await Promise.all([own.signAllIn(['citizen', 'other-citizen']), other.signAllIn(['citizen'])])
  await bureau.signAllIn(['citizen'])
  for (const agency of [own, other]) await furnish(agency, bureau)
  await t.drain()
  for (const agency of [own, other]) await settle(agency)

  const log: string[] = []
  const config = readConfig({ ...base, LOG_LEVEL: 'debug' })
  const destination = { write: (line: string) => void log.push(line) }
  const services: ApiServices = {
    ...openServices(t.app, config),
    log: openLog({ name: 'api', level: 'debug', destination }),
  }
  const pages = join(folder, 'pages')
  await mkdir(pages)
  await writeFile(join(pages, 'index.html'), '<!doctype html>')
  const app = createApp(t.app, config, { web: pages, admin: pages }, services)
  const close = async () => {
    await services.live.close()
    await t.close()
    await rm(folder, { recursive: true, force: true })
  }
  return { t, own, other, bureau, app, door: httpDoor(app), log, close }
}

/** Names with the mark, petitions of two past months and of this one, and one sent over by the bureau. */
async function furnish(agency: Agency, bureau: Agency): Promise<void> {
  const name = { ko: agency.text('과'), en: agency.text('Unit') }
  await renameUnit(agency.ctx(), { unitId: await agency.unitId(agency.cast.otherUnit), name })
  const person = await addPerson(agency.ctx(), { code: 'marked', name: agency.text('사람') })
  const unitId = await agency.unitId(agency.cast.unit)
  await assignPost(agency.ctx(), {
    personId: person.id,
    unitId,
    title: { ko: agency.text('직'), en: agency.text('post') },
  })
  for (const daysAgo of [75, 40, 2]) await agency.rated(daysAgo)
  const { petitionId } = await filePetition(bureau.ctx('citizen'), {
    serviceKey: bureau.cast.service,
    title: '이송할 문의',
    body: '소관이 아닙니다',
  })
  await transferToAgency(bureau.ctx(), { petitionId, agency: agency.slug, reason: '소관 이송' })
}

/** After the consumers: one closed month, and the rows that only consumers write. */
async function settle(agency: Agency): Promise<void> {
  const { t, kept } = agency
  const tenantId = agency.ctx().tenantId
  const [inbound] = await t.admin<{ id: string }[]>`
    select id from petition where tenant_id = ${tenantId} and from_petition_id is not null`
  const [evidence] = await t.admin<{ id: string }[]>`select id from evidence where tenant_id = ${tenantId} limit 1`
  kept.inbound = inbound?.id ?? ''
  kept.evidence = evidence?.id ?? ''
  kept.closedMonth = monthOf(75)
  kept.openMonth = monthOf(40)
  kept.month = monthOf(2)
  await closePeriod(agency.ctx(), { periodKey: kept.closedMonth, reason: agency.text('마감') })
}

function monthOf(daysAgo: number): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' })
  return day.format(new Date(Date.now() - daysAgo * DAY)).slice(0, 7)
}
