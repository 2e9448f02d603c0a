import { randomInt } from 'node:crypto'
import { pause, until } from './processes.ts'
import type { Site } from './site.ts'

/** Kills api, worker and Postgres at random, so many times in all, and delivers events again now and then. */
export async function killAtRandom(site: Site, kills: number): Promise<Record<'api' | 'worker' | 'postgres', number>> {
  const killed = { api: 0, worker: 0, postgres: 0 }
  for (let n = 0; n < kills; n += 1) {
    await pause(randomInt(300, 1_300))
    // Postgres takes longest to come back: a fifth of the kills.
    const target = n % 5 === 4 ? 'postgres' : randomInt(2) === 0 ? 'api' : 'worker'
    site[target].kill()
    killed[target] += 1
    // Some kills meet a product that is up, some one that is still coming back.
    if (n % 2 === 0) await ready(site, 3_000).catch(() => undefined)
    if (target === 'postgres') await until(30_000, () => deliverAgain(site, 0.3))
  }
  await ready(site, 60_000)
  return killed
}

function ready(site: Site, limitMs: number): Promise<void> {
  return until(limitMs, async () => {
    if (!(await fetch(`${site.base}/readyz`)).ok) throw new Error('not ready')
  })
}

/** Puts consumed events back in line, as a restored backup or an operator's replay would. */
export async function deliverAgain({ admin }: Site, share: number): Promise<void> {
  await admin`update outbox set state = 'pending', attempts = 0, next_attempt_at = clock_timestamp()
    where state = 'done' and random() < ${share}`
}
