import {
  answerPetition,
  assignPetition,
  completeTask,
  filePetition,
  getPetition,
  ratePetition,
} from '@harmony/core/customer'
import { createDemoAccounts, personByCode, signIn, unitByCode } from '@harmony/core/identity'
import { type Actor, type Ctx, fixedClock, type Id } from '@harmony/core/kernel'
import { storeFile, withTenant } from '@harmony/core/platform'
import type { TestDatabase, TestSlug } from '@harmony/core/testing'

const PASSWORD = 'nine gates of Hwaseong'
const DEMO = { userAgent: null, demoAccounts: true }
const DAY = 86_400_000

/** Where an agency's petitions of these tests go, and who its people are, by personnel number. */
export interface Cast {
  readonly slug: TestSlug
  readonly service: string
  readonly unit: string
  readonly otherUnit: string
  readonly officers: Readonly<Record<string, string>>
}

/** One who signs in. */
interface Person {
  readonly role: string
  readonly token: string
  readonly accountId: Id
  readonly personId: Id | null
  readonly actor: Actor
}

/** An agency with people and real petitions; every text it writes carries its mark. */
export class Agency {
  readonly t: TestDatabase
  readonly cast: Cast
  readonly mark: string
  readonly people = new Map<string, Person>()
  /** Filled by the world: what a sample cannot make for itself. */
  readonly kept: { inbound: Id; evidence: Id; closedMonth: string; openMonth: string; month: string } = {
    inbound: '',
    evidence: '',
    closedMonth: '',
    openMonth: '',
    month: '',
  }
  #count = 0

  constructor(t: TestDatabase, cast: Cast, mark: string) {
    this.t = t
    this.cast = cast
    this.mark = mark
  }

  get slug(): TestSlug {
    return this.cast.slug
  }

  /** Words nobody else writes. */
  text(words: string): string {
    return `${words} ${this.mark}`
  }

  next(): number {
    this.#count += 1
    return this.#count
  }

  /** A ctx of the system or of one of its people, so many days ago. */
  ctx(role = 'system', daysAgo = 0): Ctx {
    const actor: Actor = role === 'system' ? { kind: 'system', name: 'g2' } : this.person(role).actor
    const clock = daysAgo === 0 ? {} : { clock: fixedClock(new Date(Date.now() - daysAgo * DAY).toISOString()) }
    return { ...this.t.ctx(this.slug, actor, clock), source: `10.200.${this.next() & 255}.1` }
  }

  person(role: string): Person {
    const person = this.people.get(role)
    if (person === undefined) throw new Error(`${this.slug} has no ${role}`)
    return person
  }

  /** Opens accounts and sessions for citizens and the cast's officers. */
  async signAllIn(citizens: readonly string[]): Promise<void> {
    for (const role of citizens) await this.addCitizen(role)
    for (const [role, personCode] of Object.entries(this.cast.officers)) {
      const email = `${role}.${this.slug}@g2.example`
      const [made] = await createDemoAccounts(this.ctx(), [{ kind: 'officer', email, personCode }], PASSWORD, DEMO)
      if (made === undefined || made.personId === null) throw new Error(`${personCode} of ${this.slug} has no account`)
      const { accountId, personId } = made
      const actor: Actor = { kind: 'officer', accountId, personId, roles: [], unitIds: [], headOf: [] }
      this.people.set(role, { role, accountId, personId, actor, token: await this.session(email) })
    }
  }

  /** A citizen with a session. */
  async addCitizen(role: string): Promise<Person> {
    const email = `${role}.${this.mark}@g2.example`
    const account = { kind: 'citizen' as const, email, name: this.text('시민') }
    const [made] = await createDemoAccounts(this.ctx(), [account], PASSWORD, DEMO)
    if (made === undefined || made.customerId === null) throw new Error('no account')
    const { accountId, customerId } = made
    const actor: Actor = { kind: 'citizen', accountId, customerId }
    const person = { role, accountId, personId: null, actor, token: await this.session(email) }
    this.people.set(role, person)
    return person
  }

  /** Another session of an account of these tests. */
  async session(email: string): Promise<string> {
    return (await signIn(this.ctx(), { email, password: PASSWORD }, DEMO)).token
  }

  get password(): string {
    return PASSWORD
  }

  emailOf(role: string): string {
    return role in this.cast.officers ? `${role}.${this.slug}@g2.example` : `${role}.${this.mark}@g2.example`
  }

  unitId(code: string): Promise<Id> {
    return withTenant(this.ctx(), async (tx) => found(await unitByCode(tx, code)).id)
  }

  personId(code: string): Promise<Id> {
    return withTenant(this.ctx(), async (tx) => found(await personByCode(tx, code)).id)
  }

  async upload(role: string): Promise<Id> {
    const words = this.text('붙임')
    async function* bytes() {
      yield new TextEncoder().encode(words)
    }
    return (await storeFile(this.ctx(role), { name: `${this.text('목록')}.txt`, bytes: bytes() })).id
  }

  /** A petition of the citizen with a file, in the hands of the officer. */
  async petition(daysAgo = 3): Promise<Id> {
    const filed = await filePetition(this.ctx('citizen', daysAgo), {
      serviceKey: this.cast.service,
      title: this.text('제목'),
      body: this.text('내용'),
      fileIds: [await this.upload('citizen')],
    })
    const { personId } = this.person('officer')
    if (filed.personId !== personId) {
      await assignPetition(this.ctx('system', daysAgo), { petitionId: filed.petitionId, personId })
    }
    return filed.petitionId
  }

  /** A petition whose next task is the answer. */
  async atAnswer(daysAgo = 3): Promise<Id> {
    const petitionId = await this.petition(daysAgo)
    for (;;) {
      const { workItems } = await getPetition(this.ctx(), { petitionId })
      if (workItems.some((item) => item.action === 'answer')) return petitionId
      await completeTask(this.ctx('system', daysAgo), { petitionId, ...taskOf(workItems), note: this.text('메모') })
    }
  }

  /** An answered petition. */
  async answered(daysAgo = 3): Promise<Id> {
    const petitionId = await this.atAnswer(daysAgo)
    const fileIds = [await this.upload('officer')]
    const answer = { petitionId, body: this.text('답변') }
    await answerPetition(
      { ...this.ctx('system', daysAgo), actor: this.person('officer').actor },
      { ...answer, fileIds },
    )
    return petitionId
  }

  /** An answered and rated petition. */
  async rated(daysAgo = 3): Promise<Id> {
    const petitionId = await this.answered(daysAgo)
    const stars = { promptness: 4, kindness: 5, attitude: 4, overall: 5 }
    await ratePetition(this.ctx('citizen', daysAgo), { petitionId, ...stars, comment: this.text('한마디') })
    return petitionId
  }

  /** The first waiting task of a petition with results it declares. */
  async task(petitionId: Id): Promise<{ element: string; result: Record<string, string | number | boolean> }> {
    return taskOf((await getPetition(this.ctx(), { petitionId })).workItems)
  }
}

function taskOf(items: Awaited<ReturnType<typeof getPetition>>['workItems']) {
  const item = found(items[0])
  const fitting = { bool: false, double: 1, string: '-' }
  const result = Object.fromEntries(Object.entries(item.results).map(([name, type]) => [name, fitting[type]]))
  return { element: item.element, result }
}

function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Error('not there')
  return value
}
