import { withTenant } from '@harmony/core/platform'
import { testDatabase } from '@harmony/core/testing'
import { stress } from './tenants-under-stress.ts'

/** The long form: `pnpm --filter @harmony/gates g3 [transactions]`. */
async function main(): Promise<void> {
  const transactions = Number(process.argv[2] ?? 200_000)
  const seed = Number(process.argv[3] ?? Date.now() % 1_000_000)
  const t = await testDatabase({ poolSize: 3 })
  const started = performance.now()
  const report = await stress(t, { transactions, concurrency: 12, seed, door: withTenant, kills: true })
  await t.close()
  const seconds = Math.round((performance.now() - started) / 100) / 10
  console.log(JSON.stringify({ gate: 'G3', transactions, seed, seconds, ...report }))
  const { committed: _, disturbed: __, ...faults } = report
  process.exit(Object.values(faults).every((n) => n === 0) ? 0 : 1)
}

await main()
