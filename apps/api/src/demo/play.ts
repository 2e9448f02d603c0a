import {
  answerPetition,
  assignPetition,
  completeTask,
  extendDeadline,
  filePetition,
  getPetition,
  markRead,
  ratePetition,
  reopenPetition,
  requestSupplement,
  sendMessage,
  submitSupplement,
  takePetition,
  transferPetition,
  transferToAgency,
  withdrawPetition,
} from '@harmony/core/customer'
import type { OfficerPetition } from '@harmony/core/customer/schemas'
import { type Actor, type Ctx, fixedClock, HarmonyError, type Id } from '@harmony/core/kernel'
import { type TxCtx, type WorkingCalendar, withTenant } from '@harmony/core/platform'
import type { DemoCitizen } from './accounts.ts'
import type { Script } from './plan.ts'
import type { Staff } from './staff.ts'

const HOUR = 3_600_000
const MAX_TASKS = 12

/** What all scripts of an agency are played with. */
export interface Stage {
  readonly ctx: Ctx
  readonly staff: Staff
  readonly calendar: WorkingCalendar
  readonly citizens: readonly DemoCitizen[]
  readonly now: Date
}

/**
 * Plays one petition through the real commands, each act by its own person at its own time, as far as its time has
 * come; all of it or nothing. A script that was played before is left alone.
 * @returns whether it was played now
 */
export async function play(stage: Stage, script: Script): Promise<boolean> {
  const citizen = stage.citizens[script.citizen]
  if (citizen === undefined || script.filedAt > stage.now) return false
  try {
    await withTenant(stage.ctx, (tx) => new Performance(stage, script, tx, { kind: 'citizen', ...citizen }).run())
    return true
  } catch (error) {
    if (error instanceof HarmonyError && error.code === 'petition.number-taken') return false
    throw error
  }
}

class Performance {
  private readonly stage: Stage
  private readonly script: Script
  private readonly tx: TxCtx
  private readonly citizen: Actor
  private petitionId: Id = ''
  private time: Date

  constructor(stage: Stage, script: Script, tx: TxCtx, citizen: Actor) {
    this.stage = stage
    this.script = script
    this.tx = tx
    this.citizen = citizen
    this.time = script.filedAt
  }

  async run(): Promise<void> {
    const { script } = this
    const { title, body } = script.matter
    const filed = await filePetition(this.as(this.citizen), {
      serviceKey: script.serviceKey,
      title,
      body,
      channel: script.channel,
      externalRef: script.ref,
    })
    this.petitionId = filed.petitionId
    const { service } = await this.look()
    const hours = service.period.unit === 'hours' ? service.period.amount : service.period.amount * 8
    if (await this.sideways(hours)) return
    await this.work(hours * script.share, script.matter.answer)
    await this.afterwards(hours)
  }

  /** What may happen instead of an answer, or on the way to it. True when nothing more will happen. */
  private async sideways(hours: number): Promise<boolean> {
    const { script, petitionId } = this
    const owner = await this.owner()
    if (owner === undefined || !this.after(0.5)) return this.leaveOpen()
    if (script.withdrawReason !== null) {
      await withdrawPetition(this.as(this.citizen), { petitionId, reason: script.withdrawReason })
      return true
    }
    if (script.toAgency !== null) {
      await transferToAgency(this.as(owner), {
        petitionId,
        agency: script.toAgency,
        reason: '소관 기관이 달라 이송합니다.',
      })
      return true
    }
    if (script.moveReason !== null) await this.move(owner, script.moveReason)
    if (script.talk !== null) await this.talk(script.talk)
    if (script.supplement !== null && !(await this.supplement(script.supplement))) return true
    if (script.extendReason !== null && script.share * hours > 8) {
      const now = await this.owner()
      if (now !== undefined && this.after(4))
        await extendDeadline(this.as(now), { petitionId, reason: script.extendReason })
    }
    return false
  }

  /** Nobody has begun: some of these are left without a person. */
  private async leaveOpen(): Promise<boolean> {
    const petition = await this.look()
    const head = this.stage.staff.head(petition.unit.id)
    if (this.script.leaveUnassigned && head !== undefined && petition.person !== null) {
      await assignPetition(this.as(head), { petitionId: this.petitionId, personId: null })
    }
    return true
  }

  private async move(owner: Actor, reason: string): Promise<void> {
    const { unit } = await this.look()
    const unitId = this.stage.staff.neighbour(unit.id)
    if (unitId === undefined || !this.after(0.7)) return
    await transferPetition(this.as(owner), { petitionId: this.petitionId, unitId, reason })
  }

  private async talk([question, reply]: readonly [string, string]): Promise<void> {
    const { petitionId } = this
    await sendMessage(this.as(this.citizen), { petitionId, body: question })
    const owner = await this.owner()
    if (owner === undefined || !this.after(1.2)) return
    await markRead(this.as(owner), { petitionId })
    await sendMessage(this.as(owner), { petitionId, body: reply })
  }

  /** Asks for what is missing; false while the citizen has not answered. */
  private async supplement({ ask, reply, answered }: NonNullable<Script['supplement']>): Promise<boolean> {
    const { petitionId } = this
    const owner = await this.owner()
    if (owner === undefined || !this.after(1)) return false
    await requestSupplement(this.as(owner), { petitionId, request: ask, days: 7 })
    if (!answered || !this.later(26 * HOUR)) return false
    await submitSupplement(this.as(this.citizen), { petitionId, reply })
    return true
  }

  /** Ends task after task, the answer where it is due, as far as the time has come. */
  private async work(hours: number, answer: string): Promise<void> {
    const { petitionId } = this
    for (let step = 0; step < MAX_TASKS; step += 1) {
      const petition = await this.look()
      const [task] = petition.workItems
      if (petition.status !== 'open' || task === undefined) return
      const answering = task.action === 'answer'
      if (!this.after(hours * (answering ? 0.5 : 0.22))) return this.unread(petition)
      const actor = await this.performer(petition, task)
      if (answering) await answerPetition(this.as(actor), { petitionId, body: answer })
      else await completeTask(this.as(actor), { petitionId, element: task.element, result: this.results(task) })
    }
  }

  /** A last line of the citizen that nobody has read yet. */
  private async unread(petition: OfficerPetition): Promise<void> {
    if (this.script.unread === null || petition.person === null) return
    await sendMessage(this.as(this.citizen), { petitionId: this.petitionId, body: this.script.unread })
  }

  private async afterwards(hours: number): Promise<void> {
    const { script, petitionId } = this
    if (script.rating === null || (await this.look()).status !== 'completed') return
    const { comment, afterHours, ...stars } = script.rating
    if (!this.later(afterHours * HOUR)) return
    await ratePetition(this.as(this.citizen), { petitionId, ...stars, ...(comment === null ? {} : { comment }) })
    if (script.reopenReason === null || !this.later(5 * HOUR)) return
    await reopenPetition(this.as(this.citizen), { petitionId, reason: script.reopenReason })
    await this.work(hours * 0.4, '빠뜨린 점을 다시 확인하여 답변드립니다. 불편을 드려 죄송합니다.')
  }

  private look(): Promise<OfficerPetition> {
    return getPetition(this.as({ kind: 'system', name: 'demo' }), { petitionId: this.petitionId })
  }

  /** The person in charge; a member of the unit takes it when nobody is. */
  private async owner(): Promise<Actor | undefined> {
    const { unit, person } = await this.look()
    if (person !== null) return this.stage.staff.person(person.id)
    const taker = this.stage.staff.members(unit.id)[0]
    if (taker !== undefined && this.time.getTime() > this.script.filedAt.getTime()) {
      await takePetition(this.as(taker), { petitionId: this.petitionId })
    }
    return taker
  }

  /** Whose turn a task is. */
  private async performer(petition: OfficerPetition, task: OfficerPetition['workItems'][number]): Promise<Actor> {
    const { staff } = this.stage
    const [kind, name] = task.performer.split(':')
    const head = staff.head(petition.unit.id)
    if (kind === 'role' && name !== 'petition-handler' && head !== undefined) return head
    const asked = kind === 'unit' && name !== undefined ? staff.unitId(name) : undefined
    const colleague = asked === undefined ? undefined : staff.members(asked)[0]
    if (colleague !== undefined) return colleague
    return (await this.owner()) ?? { kind: 'system', name: 'demo' }
  }

  private results(task: OfficerPetition['workItems'][number]): Record<string, string | number | boolean> {
    const value = (name: string, type: string) => {
      if (type === 'string') return 'accept'
      if (type === 'double') return 1
      return name === 'approved' || name === 'found' || (name !== 'restricted' && this.script.share > 0.7)
    }
    return Object.fromEntries(Object.entries(task.results).map(([name, type]) => [name, value(name, type)]))
  }

  /** Moves on by working hours; false, and nothing moved, when that is still to come. */
  private after(hours: number): boolean {
    const next = this.stage.calendar.addWorkingMs(this.time, Math.max(60_000, Math.round(hours * HOUR)))
    return this.reach(next)
  }

  private later(ms: number): boolean {
    return this.reach(new Date(this.time.getTime() + Math.round(ms)))
  }

  private reach(next: Date): boolean {
    if (next > this.stage.now) return false
    this.time = next
    return true
  }

  private as(actor: Actor): TxCtx {
    return { ...this.tx, actor, clock: fixedClock(this.time) }
  }
}
