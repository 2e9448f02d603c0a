import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { clusterHome, serverUser } from './home.ts'
import { acceptsConnections } from './postmaster.ts'
import { waitUntil } from './processes.ts'
import { joinServer, stopSharedTestServer } from './shared-test-server.ts'
import { launchElsewhere, processesWith } from './testing.ts'

let dir = ''

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'harmony-shared-')), 's')
})

afterEach(async () => {
  await waitUntil(() => processesWith(dir).length === 0, 20_000)
  rmSync(clusterHome(dir, serverUser()).folder, { recursive: true, force: true })
  rmSync(join(dir, '..'), { recursive: true, force: true })
})

describe('the server that all test processes share', () => {
  it('is one, however many start at once, and goes when it is told to', async () => {
    const joined = await Promise.all([1, 2, 3].map(() => launchElsewhere({ dir, join: true, end: 'stay' })))
    expect(new Set(joined.map((one) => one.port)).size).toBe(1)
    await stopSharedTestServer(dir)
    expect(await acceptsConnections(joined[0]?.port ?? 0)).toBe(true)
    for (const one of joined) one.process.kill('SIGKILL')
    const gone = async () => {
      await stopSharedTestServer(dir)
      return !(await acceptsConnections(joined[0]?.port ?? 0))
    }
    expect(await waitUntil(gone, 20_000)).toBe(true)
    expect(existsSync(join(clusterHome(dir, serverUser()).folder, 'data'))).toBe(false)
  })

  it('goes by itself some seconds after its last user, and comes again for the next', async () => {
    const first = await joinServer(dir, 500)
    first.release()
    expect(await waitUntil(() => processesWith(dir).length === 0, 25_000)).toBe(true)
    const second = await joinServer(dir, 500)
    expect(await acceptsConnections(second.port)).toBe(true)
    second.release()
  })

  it('leaves no server running when its keeper is killed', async () => {
    const server = await joinServer(dir, 500)
    for (const pid of processesWith(dir)) process.kill(pid, 'SIGKILL')
    expect(await waitUntil(async () => !(await acceptsConnections(server.port)), 20_000)).toBe(true)
  })
})
