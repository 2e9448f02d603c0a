import { unitTasksByCodes } from '@harmony/core/brm'
import { personByCode } from '@harmony/core/identity'
import { type Actor, fixedClock, type Id } from '@harmony/core/kernel'
import { claimRequest, type TxCtx, withTenant } from '@harmony/core/platform'
import { tenants } from '@harmony/tenants'
import type { Stage } from '../play.ts'
import type { Officer } from '../staff.ts'

const HOUR = 3_600_000

/** An agency's stage with its people, units and unit tasks by the codes its folder gives them. */
export interface WorkStage extends Stage {
  person(code: string): Officer
  /** Of everybody. */
  codes(): readonly string[]
  unit(code: string): Id
  unitTask(code: string): Id
  stopping(): boolean
}

/** Reads who and what the codes of an agency's folder stand for. */
export async function openWorkStage(stage: Stage, stopping: () => boolean): Promise<WorkStage> {
  const definition = tenants.find((one) => one.slug === stage.ctx.tenantSlug)
  if (definition === undefined) throw new Error(`no folder of ${stage.ctx.tenantSlug}`)
  const people = new Map<string, Officer>()
  const tasks = new Map<string, Id>()
  await withTenant(stage.ctx, async (tx) => {
    for (const { code, roles = [] } of definition.organisation.people) {
      const person = await personByCode(tx, code)
      const officer = person === null ? undefined : stage.staff.person(person.id)
      if (officer) people.set(code, { ...officer, roles: [...officer.roles, ...roles.map((one) => one.role)] })
    }
    const prefix = stage.ctx.tenantSlug === 'mogaha' ? 'MA' : 'GN'
    const codes = Array.from({ length: 100 }, (_, i) => `${prefix}-${String(i + 1).padStart(3, '0')}`)
    for (const task of await unitTasksByCodes(tx, codes)) tasks.set(task.code, task.id)
  })
  const found = <T>(what: string, code: string, value: T | undefined): T => {
    if (value === undefined) throw new Error(`${stage.ctx.tenantSlug} has no ${what} ${code}`)
    return value
  }
  return {
    ...stage,
    person: (code) => found('person', code, people.get(code)),
    codes: () => [...people.keys()],
    unit: (code) => found('unit', code, stage.staff.unitId(code)),
    unitTask: (code) => found('unit task', code, tasks.get(code)),
    stopping,
  }
}

/**
 * Plays one scene: all of it or nothing, and never twice. A scene played before answers what it answered then.
 * @param key names the scene in its agency
 */
export async function scene<T>(stage: WorkStage, key: string, play: (tx: TxCtx) => Promise<T>): Promise<T> {
  return withTenant(stage.ctx, async (tx) => {
    const claim = await claimRequest<{ kept: T }>(tx, { procedure: 'demo.scene', key: `demo-scene-${key}`, body: {} })
    if (claim.replayed) return claim.response.kept
    const kept = await play(tx)
    await claim.settle({ kept })
    return kept
  })
}

/** The transaction as one person sees it at one time. */
export function as(tx: TxCtx, actor: Actor, at: Date): TxCtx {
  return { ...tx, actor, clock: fixedClock(at) }
}

/** An instant of a Seoul day. */
export function on(day: string, time = '10:00'): Date {
  return new Date(`${day}T${time}:00+09:00`)
}

/** A day so many working days from today (before it when negative), at a time of day. */
export function workday(stage: WorkStage, days: number, time = '10:00'): Date {
  const { calendar, now } = stage
  let day = calendar.dayOf(now)
  const step = days < 0 ? -1 : 1
  for (let left = Math.abs(days); left > 0; ) {
    day = calendar.addDays(day, step)
    if (calendar.officeHours(day).length > 0) left -= 1
  }
  return on(day, time)
}

/** Working hours later; before the years whose holidays are known, by the clock of weekdays from 9 to 18. */
export function later(stage: WorkStage, at: Date, hours: number): Date {
  const ms = Math.round(hours * HOUR)
  return at < KNOWN_HOLIDAYS ? weekdayHours(at, ms) : stage.calendar.addWorkingMs(at, ms)
}

const KNOWN_HOLIDAYS = on('2018-01-01')
const QUARTER = HOUR / 4

function weekdayHours(from: Date, ms: number): Date {
  let at = from.getTime()
  for (let left = ms; left > 0; ) {
    at += QUARTER
    const seoul = new Date(at + 9 * HOUR)
    const weekend = seoul.getUTCDay() % 6 === 0
    if (!weekend && seoul.getUTCHours() >= 9 && seoul.getUTCHours() < 18) left -= QUARTER
  }
  return new Date(at)
}
