import { type Ctx, HarmonyError } from '@harmony/core/kernel'
import { closePeriod, publishScores } from '@harmony/core/performance'
import { calendarFor, type Database, openDatabase, systemCtx, withTenant } from '@harmony/core/platform'
import { getTenantBySlug } from '@harmony/core/tenancy'
import { readConfig } from '../config.ts'
import { roleUrls } from '../role-urls.ts'
import { openDemoAccounts } from './accounts.ts'
import { planDay, planOwn, type Script } from './plan.ts'
import { play, type Stage } from './play.ts'
import { untilQuiet } from './quiet.ts'
import { readStaff } from './staff.ts'
import { loadReceptions, loadWork, openDesk } from './work/load.ts'

const AGENCIES = ['mogaha', 'gangnam'] as const

/** Loads the demo's history behind the running product; what is there already stays as it is. */
async function main(): Promise<void> {
  const config = readConfig()
  if (config.HARMONY_DEMO !== '1') throw new Error('the demo belongs on the embedded database only')
  const db = await openDatabase({ url: roleUrls(config).app, role: 'app', poolSize: 4 })
  let stopping = false
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.on(signal, () => (stopping = true))
  try {
    const now = new Date()
    const stages = await Promise.all(AGENCIES.map((slug) => openStage(db, slug, now)))
    for (const stage of stages) await openDesk(stage)
    await Promise.all(
      stages.map(async (stage) => {
        await loadWork(stage, () => stopping)
        for (const script of scriptsOf(stage, config.DEMO_DAYS)) {
          if (stopping) return
          await play(stage, script)
        }
      }),
    )
    for (const stage of stages) await untilQuiet(stage.ctx, () => stopping)
    for (const stage of stages) if (!stopping) await loadReceptions(stage, () => stopping)
    for (const stage of stages) await publishPast(stage, () => stopping)
    if (!stopping) console.log('[harmony] demo loaded')
  } finally {
    await db.close()
    // Listening for it keeps the channel to the supervisor, and with it this process, open.
    process.removeAllListeners('disconnect')
    process.channel?.unref()
  }
}

async function openStage(db: Database, slug: string, now: Date): Promise<Stage> {
  const ctx = await demoCtx(db, slug)
  const citizens = await openDemoAccounts(ctx)
  const calendar = await withTenant(ctx, calendarFor)
  return { ctx, staff: await readStaff(ctx), calendar, citizens, now }
}

async function demoCtx(db: Database, slug: string): Promise<Ctx> {
  const tenant = await getTenantBySlug(db, slug)
  if (tenant === undefined) throw new Error(`the agency ${slug} is missing`)
  return systemCtx(db, tenant, 'demo', 'demo')
}

/** Newest first within reason: what a visitor looks at first is there first, the past follows. */
function* scriptsOf(stage: Stage, days: number): Generator<Script> {
  const { calendar, now, ctx, citizens } = stage
  yield* planOwn(ctx.tenantSlug, now, calendar)
  const today = calendar.dayOf(now)
  for (let back = 0; back <= days; back += 1) {
    yield* planDay(ctx.tenantSlug, calendar.addDays(today, -back), now, calendar, citizens.length)
  }
}

/** Closes and publishes the months that are over, once their events have been scored. */
async function publishPast(stage: Stage, stopping: () => boolean): Promise<void> {
  await untilQuiet(stage.ctx, stopping)
  if (stopping()) return
  const { calendar, now, ctx } = stage
  for (const back of [2, 1]) {
    const periodKey = monthBefore(calendar.dayOf(now), back)
    const reason = `${periodKey} 정기 공개`
    await once(() => closePeriod(ctx, { periodKey, reason }))
    await once(() => publishScores(ctx, { periodKey, reason }))
  }
}

async function once(act: () => Promise<unknown>): Promise<void> {
  await act().catch((error: unknown) => {
    if (!(error instanceof HarmonyError)) throw error
  })
}

function monthBefore(date: string, back: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number)
  const index = year * 12 + month - 1 - back
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}

await main()
