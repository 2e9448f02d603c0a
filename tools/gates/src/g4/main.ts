import { atRest, check, isClean } from './check.ts'
import { killAtRandom } from './kill.ts'
import { openLoad } from './load.ts'
import { openSite } from './site.ts'

/** The long form: `pnpm --filter @harmony/gates g4 [kills]`, 200 by default. */
async function main(): Promise<void> {
  const kills = Number(process.argv[2] ?? 200)
  const started = performance.now()
  const site = await openSite()
  const load = await openLoad(site.base)
  const killed = await killAtRandom(site, kills)
  await load.stop()
  await atRest(site, 120_000)
  const verdict = await check(site, load.journal)
  const { silences, surprises } = load.journal
  await site.close()
  const seconds = Math.round((performance.now() - started) / 1000)
  console.log(
    JSON.stringify({ gate: 'G4', kills, seconds, ...killed, silences, ...verdict, surprises: surprises.slice(0, 5) }),
  )
  process.exit(isClean(verdict) && surprises.length === 0 ? 0 : 1)
}

await main()
