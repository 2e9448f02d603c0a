import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { prepare } from '../g2/probe.ts'
import { procedures } from '../g2/procedures.ts'
import { openWorld, type World } from '../g2/world.ts'
import { type Fetch, type FuzzReport, fuzz } from './fuzz.ts'
import { hostileRequests, type Target } from './requests.ts'

const LONG = process.env.HARMONY_LONG === '1'
const COUNT = LONG ? 100_000 : 4_000
/** The quick form sends what fits into this time, in milliseconds. */
const WITHIN = LONG ? 3_600_000 : 35_000
const SEED = Number(process.env.HARMONY_SEED ?? 20_050_325)

let world: World
let targets: Target[]
/** They end the session they are called with: only one of its own, or the rest of the run would be guests'. */
const ENDING = new Set([
  'identity.signIn',
  'identity.signOut',
  'identity.signOutEverywhere',
  'identity.changePassword',
  'identity.revokeSession',
])
const strays: unknown[] = []
const onStray = (error: unknown) => strays.push(error)
beforeAll(async () => {
  process.on('unhandledRejection', onStray)
  world = await openWorld()
  const prepared = await prepare(world)
  await world.own.addCitizen('spare')
  targets = prepared.map(({ path, type, own }) => {
    const permission = ENDING.has(path) ? 'session' : procedures.get(path)?.meta?.permission
    return { path, type, inputs: own, permission }
  })
}, 120_000)
afterAll(async () => {
  process.off('unhandledRejection', onStray)
  await world?.close()
})

function run(count: number, fetch: Fetch = (url, init) => world.app.request(url, init)): Promise<FuzzReport> {
  const { own } = world
  const tokens = new Map([...own.people].map(([role, person]) => [role, person.token]))
  const requests = hostileRequests(own.slug, targets)
  return fuzz({ requests, fetch, tokens, count, within: WITHIN, seed: SEED })
}

describe('G7: malformed input over HTTP', () => {
  it(
    'never fails the server and never shows its inside',
    async () => {
      const report = await run(COUNT)
      const statuses = Object.entries(report.byStatus).map(([status, n]) => `${status}: ${n}`)
      console.log(
        `G7: ${report.requests} inputs, ${report.faults.length} failures (${statuses.join(', ')}; seed ${SEED})`,
      )
      expect(report.faults).toEqual([])
      expect(strays).toEqual([])
      expect(world.log.filter((line) => line.includes('failed'))).toEqual([])
      expect(report.requests).toBeGreaterThan(500)
      // the sessions live through the run
      expect(report.byStatus[401] ?? 0).toBeLessThan(report.requests / 3)
      // some get past the first look and do their work: hostile is not the same as refused
      expect(report.byStatus[200]).toBeGreaterThan(report.requests / 100)
      expect((await world.app.request('/healthz')).status).toBe(200)
    },
    WITHIN + 60_000,
  )

  it('turns red for a failure, a stack in an answer, a crash', async () => {
    const failing = await run(200, async (_url, init) => {
      return String(init.body).includes('\\u0000') ? new Response('{}', { status: 500 }) : new Response('{}')
    })
    expect(failing.faults.length).toBeGreaterThan(0)
    const stack = new Response('Error\n    at take (file:///app/take.ts:12:3)', { status: 400 })
    expect((await run(5, async () => stack.clone())).faults.length).toBe(5)
    const crash: Fetch = () => {
      throw new Error('crash')
    }
    expect((await run(5, crash)).faults.length).toBe(5)
  })
})
