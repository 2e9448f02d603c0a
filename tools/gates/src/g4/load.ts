import { randomInt, randomUUID } from 'node:crypto'
import type { OfficerPetition } from '@harmony/core/customer/schemas'
import { Browser, type Outcome } from './browser.ts'
import { pause, until } from './processes.ts'
import { CITIZENS, OFFICERS, PASSWORD } from './site.ts'

/** What the citizens and officers were told is done. */
export interface Journal {
  /** By the key that is also the petition's title. */
  readonly filed: Map<string, string>
  readonly answered: Set<string>
  readonly rated: Map<string, number>
  /** Calls that ended in silence, to see that the kills bite. */
  silences: number
  /** Refusals nobody expected. */
  readonly surprises: string[]
}

const LINES_AT_LEAST = 8

interface Officer {
  readonly browser: Browser
  readonly personId: string
}

/** Files, works and rates petitions over HTTP, four lines at once, until stopped; each line ends what it began. */
export async function openLoad(base: string): Promise<{ journal: Journal; stop(): Promise<void> }> {
  const journal: Journal = { filed: new Map(), answered: new Set(), rated: new Map(), silences: 0, surprises: [] }
  const officers: Officer[] = []
  for (const email of OFFICERS) {
    const browser = new Browser(base)
    await browser.signIn(email, PASSWORD)
    const me = await browser.ask<{ personId: string }>('identity.me', {})
    if (me.kind === 'done') officers.push({ browser, personId: me.data.personId })
  }
  let running = true
  const citizens = await Promise.all(
    CITIZENS.map(async (email) => {
      const citizen = new Browser(base)
      await citizen.signIn(email, PASSWORD)
      return citizen
    }),
  )
  const line = async (citizen: Browser) => {
    while (running) await onePetition(citizen, officers, journal)
  }
  const lines = citizens.map(line)
  return {
    journal,
    /** Lets the lines go on until some petitions are through, then ends. */
    async stop() {
      await until(60_000, async () => {
        if (journal.rated.size < LINES_AT_LEAST) throw new Error('hardly anything was rated')
      })
      running = false
      await Promise.all(lines)
    },
  }
}

async function onePetition(citizen: Browser, officers: readonly Officer[], journal: Journal): Promise<void> {
  const key = randomUUID()
  const input = { serviceKey: 'street-report', title: key, body: '가로등이 꺼졌습니다.', idempotencyKey: key }
  const filed = await insist<{ petitionId: string }>(journal, () => citizen.act('customer.file', input))
  if (filed === undefined) return
  journal.filed.set(key, filed.petitionId)
  if (!(await work(filed.petitionId, officers, journal))) return
  const overall = randomInt(1, 6)
  const stars = { promptness: overall, kindness: 3, attitude: 4, overall }
  const rating = { petitionId: filed.petitionId, ...stars, idempotencyKey: key }
  if (await insist(journal, () => citizen.act('customer.rate', rating))) journal.rated.set(filed.petitionId, overall)
}

/** Ends the petition's tasks one by one. After silence the officer looks again, as a person would. */
async function work(petitionId: string, officers: readonly Officer[], journal: Journal): Promise<boolean> {
  const [head] = officers
  if (head === undefined) return false
  for (let step = 0; step < 100; step += 1) {
    const read = await untilRead(() => head.browser.ask<OfficerPetition>('customer.petition', { petitionId }))
    const petition = read
    const [task] = petition.workItems
    if (petition.status === 'completed') return true
    if (petition.person === null) {
      await head.browser.act('customer.assign', { petitionId, personId: officers[1]?.personId })
      continue
    }
    if (task === undefined) return false
    const forHead = task.performer.startsWith('role:') && task.performer !== 'role:petition-handler'
    const owner = officers.find((officer) => officer.personId === petition.person?.id) ?? head
    const outcome = await finish((forHead ? head : owner).browser, petition, task)
    if (outcome.kind === 'unknown') journal.silences += 1
    if (outcome.kind === 'refused' && !EXPECTED.has(outcome.code))
      journal.surprises.push(`${task.action}: ${outcome.code}`)
    if (outcome.kind === 'done' && outcome.data.status === 'completed') journal.answered.add(petitionId)
  }
  journal.surprises.push('a petition that never ends')
  return false
}

async function untilRead<T>(ask: () => Promise<Outcome<T>>): Promise<T> {
  for (;;) {
    const outcome = await ask()
    if (outcome.kind === 'done') return outcome.data
    await pause(100)
  }
}

/** What a second try after silence may meet. */
const EXPECTED = new Set([
  'petition.already-completed',
  'petition.task-not-open',
  'petition.changed-meanwhile',
  'petition.wrong-state',
])

function finish(browser: Browser, petition: OfficerPetition, task: OfficerPetition['workItems'][number]) {
  const { id: petitionId, version } = petition
  if (task.action === 'answer') {
    return browser.act<{ status: string }>('customer.answer', { petitionId, version, body: '고쳤습니다.' })
  }
  const result = Object.fromEntries(
    Object.entries(task.results).map(([name, type]) => [
      name,
      type === 'bool' ? name === 'approved' : type === 'double' ? 1 : 'accept',
    ]),
  )
  return browser.act<{ status: string }>('customer.completeTask', {
    petitionId,
    version,
    element: task.element,
    result,
  })
}

/** Repeats a call under its idempotency key until there is an answer. */
async function insist<T>(journal: Journal, call: () => Promise<Outcome<T>>): Promise<T | undefined> {
  for (;;) {
    const outcome = await call()
    if (outcome.kind === 'done') return outcome.data
    if (outcome.kind === 'refused') {
      journal.surprises.push(outcome.code)
      return undefined
    }
    journal.silences += 1
    await pause(100)
  }
}
