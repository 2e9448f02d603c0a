import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { binaries, clusterHome, serverUser } from './home.ts'
import { ClusterInUseError } from './launcher-lock.ts'
import { isRunning, waitUntil } from './processes.ts'
import { type EmbeddedPostgres, startEmbeddedPostgres } from './start.ts'
import { ask, launchElsewhere, processesWith } from './testing.ts'

let dir = ''
let running: EmbeddedPostgres | undefined

beforeEach(() => {
  dir = join(mkdtempSync(join(tmpdir(), 'harmony-launcher-')), 'postgres')
})

afterEach(async () => {
  await running?.stop()
  running = undefined
  rmSync(clusterHome(dir, serverUser()).folder, { recursive: true, force: true })
  rmSync(join(dir, '..'), { recursive: true, force: true })
})

async function start(options: { persistent?: boolean; port?: number } = {}): Promise<EmbeddedPostgres> {
  running = await startEmbeddedPostgres({ dir, persistent: true, fast: true, ...options })
  return running
}

describe('an embedded server', () => {
  it('is PostgreSQL 18 and sorts Korean words', async () => {
    const { superuserUrl } = await start()
    const [row] = await ask(
      superuserUrl(),
      `select current_setting('server_version_num')::int / 10000 as major, current_user as who,
      (select datlocale from pg_database where datname = 'postgres') as locale,
      (select array_agg(word order by word) from unnest(array['하모니', '가나', 'zebra', '까치']) word) as words`,
    )
    expect(row).toEqual({ major: 18, who: 'postgres', locale: 'ko-KR', words: ['가나', '까치', '하모니', 'zebra'] })
  })

  it('runs from a folder that only its owner may enter', async () => {
    chmodSync(join(dir, '..'), 0o700)
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('keeps its data from one start to the next', async () => {
    const first = await start()
    await ask(first.superuserUrl(), 'create table kept as select 7 as number')
    await first.stop()
    const second = await start()
    expect(await ask(second.superuserUrl(), 'select number from kept')).toEqual([{ number: 7 }])
  })

  it('leaves nothing behind when it is not to persist', async () => {
    const { folder, stop } = await start({ persistent: false })
    await stop()
    expect(existsSync(folder)).toBe(false)
  })

  it('refuses strangers without the password', async () => {
    const { port } = await start()
    await expect(ask(`postgres://postgres:guess@127.0.0.1:${port}/postgres`, 'select 1')).rejects.toThrow(/password/)
  })

  it('says what is wrong when its port is taken', async () => {
    const { port } = await start()
    const other = join(dir, '../other')
    await expect(startEmbeddedPostgres({ dir: other, persistent: false, fast: true, port })).rejects.toThrow(
      /could not bind/,
    )
    rmSync(clusterHome(other, serverUser()).folder, { recursive: true, force: true })
  })
})

describe('the end of the launching process', () => {
  it.each(['exit', 'throw'] as const)('ends the server: %s', async (end) => {
    const launched = await launchElsewhere({ dir, end })
    expect(await waitUntil(() => !isRunning(launched.pid), 20_000)).toBe(true)
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGKILL'] as const)('ends the server: %s', async (name) => {
    const launched = await launchElsewhere({ dir, end: 'stay' })
    launched.process.kill(name)
    expect(await waitUntil(() => !isRunning(launched.pid), 20_000)).toBe(true)
  })

  it('is survived by data that were committed', async () => {
    const launched = await launchElsewhere({ dir, end: 'stay' })
    await ask(launched.url, 'create table kept as select 7 as number')
    launched.process.kill('SIGKILL')
    await waitUntil(() => !isRunning(launched.process.pid ?? 0), 5_000)
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl(), 'select number from kept')).toEqual([{ number: 7 }])
  })
})

describe('what an earlier launch left behind', () => {
  it('is adopted when the server still runs', async () => {
    const launched = await launchElsewhere({ dir, end: 'stay' })
    for (const watchdog of processesWith(`kill -INT ${launched.pid}`)) process.kill(watchdog, 'SIGKILL')
    launched.process.kill('SIGKILL')
    await waitUntil(() => !isRunning(launched.process.pid ?? 0), 5_000)
    const adopted = await start()
    expect({ pid: adopted.pid, port: adopted.port }).toEqual({ pid: launched.pid, port: launched.port })
    await adopted.stop()
    expect(isRunning(adopted.pid)).toBe(false)
  })

  it('is replaced when the server that still runs is not the one wanted', async () => {
    const launched = await launchElsewhere({ dir, end: 'stay' })
    for (const watchdog of processesWith(`kill -INT ${launched.pid}`)) process.kill(watchdog, 'SIGKILL')
    launched.process.kill('SIGKILL')
    await waitUntil(() => !isRunning(launched.process.pid ?? 0), 5_000)
    running = await startEmbeddedPostgres({ dir, persistent: true, fast: false })
    expect(running.pid).not.toBe(launched.pid)
    expect(isRunning(launched.pid)).toBe(false)
  })

  it('is cleared when its pid belongs to another process since a reboot', async () => {
    const { folder, stop } = await start()
    await stop()
    const stale = join(folder, 'data/postmaster.pid')
    writeFileSync(stale, `${process.pid}\n${folder}/data\n1\n5432\n\n127.0.0.1\n\nready\n`)
    const again = await start()
    expect(readFileSync(stale, 'utf8')).toContain(String(again.pid))
  })

  it('is cleared when the first start was cut off half-way', async () => {
    const { folder, stop } = await start()
    await stop()
    rmSync(join(folder, 'data'), { recursive: true })
    writeFileSync(join(folder, 'data.new'), 'half')
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }])
  })

  it('does not matter when it is a lock of a process that is gone', async () => {
    const home = clusterHome(dir, serverUser())
    writeFileSync(home.lock, JSON.stringify({ pid: process.pid, identity: 'an earlier boot:1' }))
    const { superuserUrl } = await start()
    expect(await ask(superuserUrl(), 'select 1 as one')).toEqual([{ one: 1 }])
  })
})

describe('a cluster that root keeps elsewhere', () => {
  it('goes with its temporary folder, at the next start of any', async () => {
    const first = await start()
    await first.stop()
    rmSync(dir, { recursive: true })
    const other = await startEmbeddedPostgres({ dir: `${dir}-2`, persistent: false, fast: true })
    await other.stop()
    expect(existsSync(first.folder)).toBe(false)
  })

  it('stays as long as its folder does', async () => {
    const first = await start()
    await first.stop()
    const other = await startEmbeddedPostgres({ dir: `${dir}-2`, persistent: false, fast: true })
    await other.stop()
    expect(existsSync(join(first.folder, 'data'))).toBe(true)
  })
})

describe('a second launcher on the same folder', () => {
  it('is told who is already there', async () => {
    const launched = await launchElsewhere({ dir, end: 'stay' })
    const refused = await startEmbeddedPostgres({ dir, persistent: true }).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(ClusterInUseError)
    expect((refused as ClusterInUseError).launcherPid).toBe(launched.process.pid)
    expect(await ask(launched.url, 'select 1 as one')).toEqual([{ one: 1 }])
    launched.process.kill('SIGTERM')
    await waitUntil(() => !isRunning(launched.pid), 20_000)
  })

  it('wins alone when several start at once', async () => {
    const attempts = await Promise.allSettled([1, 2, 3].map(() => launchElsewhere({ dir, end: 'stay' })))
    const winners = attempts.flatMap((attempt) => (attempt.status === 'fulfilled' ? [attempt.value] : []))
    expect(winners).toHaveLength(1)
    winners[0]?.process.kill('SIGKILL')
    await waitUntil(() => !isRunning(winners[0]?.pid ?? 0), 20_000)
  })
})

describe('a user who is not root', () => {
  it('runs the server itself, in the folder it names', async () => {
    if (process.getuid?.() !== 0) {
      expect((await start()).folder).toBe(dir)
      return
    }
    const daemon = 1
    chmodSync(join(dir, '..'), 0o777)
    const launched = await launchElsewhere({ dir, end: 'stay', user: daemon, programs: binaries(serverUser()) })
    expect(existsSync(join(dir, 'data/PG_VERSION'))).toBe(true)
    expect(await ask(launched.url, 'select 1 as one')).toEqual([{ one: 1 }])
    launched.process.kill('SIGTERM')
    expect(await waitUntil(() => !isRunning(launched.pid), 20_000)).toBe(true)
  })
})
