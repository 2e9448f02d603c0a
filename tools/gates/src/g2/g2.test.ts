import { touch, withTenant } from '@harmony/core/platform'
import { initTRPC } from '@trpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Agency } from './agency.ts'
import { undeclared, unfilled } from './contract.ts'
import type { Door } from './door.ts'
import { download, filesOf, probeFiles } from './files.ts'
import { type Prepared, prepare, probe } from './probe.ts'
import { declarations, procedures } from './procedures.ts'
import { plans } from './samples/index.ts'
import { follow } from './stream.ts'
import { strayRows, wordyLines, wordyPayloads } from './traces.ts'
import { openWorld, type World } from './world.ts'

let world: World
let prepared: Prepared[]
beforeAll(async () => {
  world = await openWorld()
  prepared = await prepare(world)
  await world.t.drain()
}, 120_000)
afterAll(() => world?.close())

/** Procedures that show texts: were the canaries not in them, finding none elsewhere would say nothing. */
const TELLING = [
  'identity.me',
  'identity.orgTree',
  'identity.members',
  'identity.personHistory',
  'customer.drafts',
  'customer.myPetition',
  'customer.myPetitions',
  'customer.petition',
  'customer.queue',
  'customer.voices',
  'mail.mailbox',
  'performance.scores',
]
const sampled = new Set(Object.keys(plans))

describe('G2: what one agency can learn of another', () => {
  it('knows every procedure: its permission, its output, a sample with every id', () => {
    expect(undeclared(procedures, sampled)).toEqual([])
    const missing = prepared.flatMap(({ path, own }) =>
      unfilled(procedures.get(path), own).map((field) => `${path} ${field}`),
    )
    expect(missing).toEqual([])
  })

  it('is nothing, whatever the procedure, role or id; and everyone can work with their own', async () => {
    const report = await probe(world, prepared)
    expect(report.leaks).toEqual([])
    expect(report.failures).toEqual([])
    expect(report.idle).toEqual([])
    expect(report.marked).toEqual(expect.arrayContaining(TELLING))
    const { roles, probes, leaks } = report
    console.log(`G2: ${report.procedures} procedures × ${roles} roles, ${probes} probes, ${leaks.length} leaks`)
  }, 240_000)

  it('is no file', async () => {
    const { leaks, probes } = await probeFiles(world)
    expect(leaks).toEqual([])
    const [id = ''] = await filesOf(world.own)
    const given = await download(world, world.own, id, world.own.person('citizen').token)
    expect(given).toMatchObject({ status: 200, text: expect.stringContaining(world.own.mark) })
    console.log(`G2: files, ${probes} probes, 0 leaks`)
  })

  it('is no word in its rows, events, jobs', async () => {
    await world.t.drain()
    expect(await strayRows(world)).toEqual([])
    expect(await wordyPayloads(world)).toEqual([])
  })

  it('is no word in the log, also when a query fails over one', async () => {
    const { t, own, door } = world
    await t.admin`alter table petition_draft rename column title to heading`
    const input = { title: own.text('초안'), body: own.text('본문') }
    const call = { token: own.person('citizen').token, agency: own.slug, path: 'customer.saveDraft', input }
    const { outcome, text } = await door(call)
    await t.admin`alter table petition_draft rename column heading to title`
    expect(outcome).toMatchObject({ ok: false, status: 500, error: { messageCode: 'service.failed' } })
    expect(text).not.toContain('petition_draft')
    expect(world.log.length).toBeGreaterThan(0)
    expect(wordyLines(world)).toEqual([])
  })

  it('is no frame of a stream', async () => {
    const { bureau, other, t } = world
    const stream = await follow(world, bureau.slug, bureau.person('bureau-admin').token, ['scores', 'jobs'])
    await other.rated()
    await t.drain()
    await stir(other, 'scores')
    await stir(bureau, 'jobs')
    expect(await stream.until('"topics":["jobs"')).not.toContain('scores')
    await stir(bureau, 'scores')
    await stream.until('scores')
    await stream.close()
  })
})

async function stir(agency: Agency, topic: string): Promise<void> {
  await withTenant(agency.ctx(), async (tx) => touch(tx, topic))
}

describe('G2 turns red', () => {
  const leaksOf = async (path: string, fault: (door: Door, world: World) => Door) => {
    const report = await probe(world, await prepare(world, [path]), fault(world.door, world))
    return report.leaks.join('\n')
  }

  it('when a query runs in the other agency', async () => {
    const leaks = await leaksOf('customer.petition', (door, { other }) => async (call) => {
      const { token } = other.person('performance-manager')
      const { outcome, text } = await door(call)
      return outcome.ok || call.token === null ? { outcome, text } : door({ ...call, token, agency: other.slug })
    })
    expect(leaks).toContain('shows its words')
    expect(leaks).toContain('shows its ids')
    expect(leaks).toContain('with a foreign id ends')
  })

  it('when a foreign record is refused and a missing one is not found', async () => {
    const leaks = await leaksOf('customer.take', (door, { other, own }) => async (call) => {
      const answer = await door(call)
      const { outcome } = answer
      if (outcome.ok || call.agency !== own.slug || outcome.error.kind !== 'not-found') return answer
      const there = await door({ ...call, token: other.person('officer').token, agency: other.slug })
      const known = there.outcome.ok || there.outcome.error.kind !== 'not-found'
      const error = { ...outcome.error, messageCode: 'policy.refused' }
      return known ? { ...answer, outcome: { ok: false, status: 403, error } } : answer
    })
    expect(leaks).toMatch(/officer with a foreign id ends .*policy\.refused.* instead of .*not-found/)
  })

  it('when a session counts in an agency it does not belong to', async () => {
    const leaks = await leaksOf('customer.queueCounts', (door, { other }) => (call) => {
      const abroad = call.agency === other.slug && call.token !== null
      return door(abroad ? { ...call, token: other.person('officer').token } : call)
    })
    expect(leaks).toMatch(/: (?!\S*citizen)\S+ abroad ends/)
  })

  it('when an answer carries a word of the other agency', async () => {
    const leaks = await leaksOf('tenancy.info', (door, { other }) => async (call) => {
      const answer = await door(call)
      return call.agency === other.slug ? answer : { ...answer, text: answer.text + other.mark }
    })
    expect(leaks).toContain('tenancy.info: guest in mogaha shows its words')
  })

  it('when a procedure works for nobody', async () => {
    const nobody: Door = (call) => world.door({ ...call, token: null })
    expect((await probe(world, await prepare(world, ['customer.agencies']), nobody)).idle).toEqual([
      'customer.agencies',
    ])
  })

  it('when a procedure has no output, no permission or no sample, or a sample lacks an id', () => {
    const t = initTRPC.create()
    const bare = t.router({ bare: t.procedure.query(() => 1) })
    expect(undeclared(declarations(bare), sampled)).toEqual(
      expect.arrayContaining(['bare declares no permission', 'bare declares no output', 'bare has no sample']),
    )
    expect(unfilled(procedures.get('customer.assign'), [{ petitionId: 'x' }])).toEqual(['personId'])
  })

  it('when a row of another agency holds a word', async () => {
    const { t, own, other } = world
    const change = (name: string) => t.admin`
      update person set name = ${name} where tenant_id = ${own.ctx().tenantId} and code = 'marked'`
    await change(other.text('이름'))
    expect(await strayRows(world)).toEqual(['person: 1 rows'])
    await change(own.text('이름'))
  })
})
