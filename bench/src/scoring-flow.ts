import { petitionCompleted, petitionRated } from '@harmony/core/customer'
import { createOrganisation } from '@harmony/core/identity'
import { newId } from '@harmony/core/kernel'
import { performanceSubscribers, verifyScores } from '@harmony/core/performance'
import { emit, withTenant } from '@harmony/core/platform'
import { activateRelease, publishRelease } from '@harmony/core/tenancy'
import { type TestDatabase, testDatabase } from '@harmony/core/testing'
import { standardRelease } from './standard-release.ts'

const TEAMS = 100
const BUREAUS = 12

/**
 * Events → evidence → sums → scores in Postgres, for one ministry of 12 bureaus and 100 teams.
 * @returns events per second through the consumer, outbox included
 */
export async function scoringFlow(
  events = 20_000,
): Promise<{ eventsPerSecond: number; milliseconds: number; equal: boolean }> {
  const t = await testDatabase({ subscribers: performanceSubscribers })
  try {
    const teams = await ministry(t)
    await fill(t, teams, events)
    const start = performance.now()
    await t.drain()
    const milliseconds = performance.now() - start
    const { equal } = await verifyScores(t.ctx('mogaha'), {})
    return {
      eventsPerSecond: Math.round((events / milliseconds) * 1000),
      milliseconds: Math.round(milliseconds),
      equal,
    }
  } finally {
    await t.close()
  }
}

async function ministry(t: TestDatabase): Promise<string[]> {
  const name = (text: string) => ({ ko: text, en: text })
  const bureaus = Array.from({ length: BUREAUS }, (_, index) => `b${index}`)
  const teams = Array.from({ length: TEAMS }, (_, index) => `t${index}`)
  const { units } = await createOrganisation(t.ctx('mogaha'), {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [
      { code: 'agency', kind: 'agency', name: name('agency') },
      ...bureaus.map((code) => ({ code, kind: 'bureau' as const, name: name(code), parent: 'agency' })),
      ...teams.map((code, index) => ({ code, kind: 'team' as const, name: name(code), parent: `b${index % BUREAUS}` })),
    ],
    people: [],
  })
  const { canonical } = await standardRelease()
  const { hash } = await publishRelease(t.workerCtx('mogaha'), { canonical })
  await activateRelease(t.ctx('mogaha'), { hash, reason: 'bench' })
  return teams.map((code) => units.get(code) ?? code)
}

/** Half completions, half ratings, of all teams, within one month. */
async function fill(t: TestDatabase, teams: readonly string[], events: number): Promise<void> {
  const completedAt = '2026-11-03T01:00:00.000Z'
  const base = { personId: null, serviceKey: 'other', completedAt, sequence: 1 }
  for (let done = 0; done < events; done += 1_000) {
    await withTenant(t.ctx('mogaha'), async (tx) => {
      for (let index = done; index < Math.min(events, done + 1_000); index += 2) {
        const petition = { ...base, petitionId: newId(), unitId: teams[(index * 7) % TEAMS] ?? '' }
        const stars = 1 + (index % 5)
        await emit(
          tx,
          petitionCompleted.of({
            ...petition,
            receivedAt: completedAt,
            dueAt: completedAt,
            withinDeadline: index % 9 > 0,
            workingMinutes: 600,
            statutoryDays: String(1 + (index % 50) / 10),
          }),
        )
        await emit(
          tx,
          petitionRated.of({
            ...petition,
            ratedAt: completedAt,
            promptness: stars,
            kindness: stars,
            attitude: stars,
            overall: stars,
          }),
        )
      }
    })
  }
}

/** Prints what `scoringFlow` measured. */
export async function reportScoringFlow(): Promise<void> {
  const { eventsPerSecond, milliseconds, equal } = await scoringFlow()
  console.log(`event → evidence → sums → scores: ${eventsPerSecond} events/s in ${milliseconds} ms (at least 5,000)`)
  console.log(`stored scores equal a computation from zero: ${equal}`)
}
