import type { Agency } from './agency.ts'
import type { Answer, Door } from './door.ts'
import { idsIn, type Twins, twinsOf } from './ids.ts'
import { comparable } from './outcome.ts'
import { procedures } from './procedures.ts'
import type { Plan } from './sample.ts'
import { plans } from './samples/index.ts'
import type { World } from './world.ts'

/** A procedure with the inputs made for both agencies, in the same order. */
export interface Prepared {
  readonly path: string
  readonly type: 'query' | 'mutation' | 'subscription'
  /** Anyone may call it. */
  readonly open: boolean
  readonly plan: Plan
  readonly own: readonly unknown[]
  readonly other: readonly unknown[]
}

interface Report {
  readonly procedures: number
  readonly roles: number
  readonly probes: number
  /** What one could tell of the other agency, a line each. */
  readonly leaks: readonly string[]
  /** Procedures that nobody could use with their own data: a probe of those proves nothing. */
  readonly idle: readonly string[]
  /** Calls that ended in a failure of the server. */
  readonly failures: readonly string[]
  /** Procedures whose answers carried the own agency's mark: canaries do reach answers. */
  readonly marked: readonly string[]
}

const AT_ONCE = 6

/** Makes the samples of the procedures, for both agencies. */
export async function prepare(world: World, only?: readonly string[]): Promise<Prepared[]> {
  const prepared: Prepared[] = []
  const chosen = Object.entries(plans).filter(([path]) => only === undefined || only.includes(path))
  await eachOf(chosen, async ([path, plan]) => {
    const own: unknown[] = []
    const other: unknown[] = []
    for (const sample of plan.samples) {
      own.push(await sample(world.own))
      other.push(await sample(world.other))
    }
    const { type = 'query', meta } = procedures.get(path) ?? {}
    prepared.push({ path, type, open: meta?.permission === 'guest', plan, own, other })
  })
  return prepared.sort((a, b) => a.path.localeCompare(b.path))
}

/** Every id that the other agency's tables hold, and its own. */
export async function idsOfOther({ t, other }: World): Promise<Set<string>> {
  const { tenantId } = other.ctx()
  const columns = await t.admin<{ table_name: string; column_name: string }[]>`
    select table_name, column_name from information_schema.columns
    where table_schema = 'public' and data_type = 'uuid' and column_name <> 'tenant_id'
      and table_name in (select table_name from information_schema.columns where column_name = 'tenant_id')`
  const parts = columns.map(({ table_name: table, column_name: column }) => {
    return `select "${column}" as id from public."${table}" where tenant_id = '${tenantId}' and "${column}" is not null`
  })
  const rows = await t.admin.unsafe<{ id: string }[]>(parts.join(' union '))
  const shared = new Set<string>([t.bureau.id, t.mogaha.id])
  return new Set(rows.map((row) => row.id).filter((id) => !shared.has(id)))
}

/**
 * Gate G2: tries every procedure as every role with the other agency's ids in place of one's own, and in the other
 * agency itself; a foreign id must look exactly like one that nobody has.
 */
export async function probe(world: World, prepared: readonly Prepared[], door: Door = world.door): Promise<Report> {
  const run = new Run(world, door, await idsOfOther(world))
  const queries = prepared.filter((one) => one.type === 'query')
  const acts = prepared.filter((one) => one.type !== 'query')
  await eachOf(queries, (one) => run.tryAll(one))
  await eachOf(acts, (one) => run.tryAll(one))
  const { probes, leaks, idle, failures, marked } = run
  return { procedures: prepared.length, roles: run.roles.length, probes, leaks, idle, failures, marked: [...marked] }
}

interface Role {
  readonly name: string
  readonly home: Agency
  readonly token: string | null
}

class Run {
  readonly leaks: string[] = []
  readonly idle: string[] = []
  readonly failures: string[] = []
  readonly marked = new Set<string>()
  readonly roles: readonly Role[]
  probes = 0
  private turn = 0
  private readonly world: World
  private readonly door: Door
  private readonly foreign: ReadonlySet<string>
  private readonly guests = new Map<string, [Answer, unknown]>()

  constructor(world: World, door: Door, foreign: ReadonlySet<string>) {
    this.world = world
    this.door = door
    this.foreign = foreign
    const { own, bureau } = world
    const of = (home: Agency, names: readonly string[]) =>
      names.map((name) => ({ name, home, token: home.person(name).token }))
    const officers = Object.keys(own.cast.officers)
    this.roles = [
      { name: 'guest', home: own, token: null },
      ...of(own, ['citizen', 'other-citizen', ...officers]),
      ...of(bureau, ['bureau-admin']),
    ]
  }

  async tryAll(one: Prepared): Promise<void> {
    const roles = one.plan.spends ? this.roles.filter((role) => role.name.endsWith('citizen')).slice(0, 1) : this.roles
    const twins = one.own.flatMap((own, i) => twinsOf(own, one.other[i]))
    this.turn += 1
    for (const role of roles) {
      await this.foreignIds(one, role, twins)
      if (this.goesAbroad(role)) await this.abroad(one, role)
    }
    await this.control(one, roles)
  }

  /** Every officer is a guest abroad: for each change one of them goes, by turns; in the long form all. */
  private goesAbroad(role: Role): boolean {
    if (process.env.HARMONY_LONG === '1' || role.token === null || role.name.endsWith('citizen')) return true
    const officers = this.roles.filter((one) => one.token !== null && !one.name.endsWith('citizen'))
    return officers[this.turn % officers.length] === role
  }

  /** A foreign id ends like an id of nobody. */
  private async foreignIds(one: Prepared, role: Role, twins: readonly Twins[]): Promise<void> {
    for (const { foreign, unknown } of twins) {
      const [seen, expected] = [await this.call(one, role, foreign), await this.call(one, role, unknown)]
      this.compare(one, `${role.name} with a foreign id`, [seen, foreign], [expected, unknown])
    }
  }

  /**
   * In the other agency an officer is a guest. A citizen is a citizen there who has nothing: another's records end
   * like those of nobody.
   */
  private async abroad(one: Prepared, role: Role): Promise<void> {
    const { other } = this.world
    if (role.token === null) return
    for (const [i, sample] of one.plan.samples.entries()) {
      const fresh = async () => (one.plan.fresh ? await sample(other) : one.other[i])
      const asked = await fresh()
      if (role.name.endsWith('citizen') && !one.open) {
        for (const { unknown } of twinsOf(one.own[i], asked).slice(0, 1)) {
          const [seen, expected] = [
            await this.call(one, role, asked, other),
            await this.call(one, role, unknown, other),
          ]
          this.compare(one, `${role.name} abroad`, [seen, asked], [expected, unknown])
        }
        continue
      }
      const seen = await this.call(one, role, asked, other)
      if (one.plan.holder) continue
      const [expected, again] = await this.guestAbroad(one, i, fresh)
      this.compare(one, `${role.name} abroad`, [seen, asked], [expected, again])
    }
  }

  /** What a guest is told in the other agency; asked once where asking changes nothing. */
  private async guestAbroad(one: Prepared, i: number, sample: () => Promise<unknown>): Promise<[Answer, unknown]> {
    const key = `${one.path} ${i}`
    const told = this.guests.get(key)
    if (told !== undefined) return told
    const input = await sample()
    const guest = { name: 'guest', home: this.world.own, token: null }
    const answer: [Answer, unknown] = [await this.call(one, guest, input, this.world.other), input]
    if (!one.plan.fresh) this.guests.set(key, answer)
    return answer
  }

  /** With one's own data somebody can use it; otherwise the refusals above prove nothing. */
  private async control(one: Prepared, roles: readonly Role[]): Promise<void> {
    for (const own of one.own) {
      let worked = false
      for (const role of roles) {
        if (worked && one.type !== 'query') break
        const { outcome, text } = await this.call(one, role, own)
        const hasIds = idsIn(JSON.stringify(own) ?? '').length > 0
        if (outcome.ok && (role.home === this.world.own || !hasIds)) worked = true
        if (text.includes(this.world.own.mark)) this.marked.add(one.path)
      }
      if (!worked) this.idle.push(one.path)
    }
  }

  private async call(one: Prepared, role: Role, input: unknown, agency: Agency = role.home): Promise<Answer> {
    this.probes += 1
    const spare = one.plan.spends && role.token !== null
    const token = spare ? (await this.world.own.addCitizen(`spare-${this.world.own.next()}`)).token : role.token
    const answer = await this.door({ token, agency: agency.slug, path: one.path, input })
    const { outcome, text } = answer
    const where = `${one.path}: ${role.name} in ${agency.slug}`
    const asked = JSON.stringify(input) ?? ''
    if (!outcome.ok && outcome.status >= 500) this.failures.push(`${where} ${JSON.stringify(outcome)}`)
    const { mark } = this.world.other
    // what a caller has just made over there is the caller's own
    const theirs = agency === this.world.other && one.plan.fresh
    if (text.includes(mark) && !asked.includes(mark) && !theirs) this.leaks.push(`${where} shows its words`)
    if (agency === this.world.other) return answer
    const known = new Set(idsIn(asked))
    const shown = idsIn(text).filter((id) => this.foreign.has(id) && !known.has(id))
    if (shown.length > 0) this.leaks.push(`${where} shows its ids ${shown.slice(0, 3).join(' ')}`)
    return answer
  }

  private compare(one: Prepared, what: string, seen: readonly [Answer, unknown], expected: readonly [Answer, unknown]) {
    const loose = one.type !== 'query'
    const [is, should] = [seen, expected].map(([answer, asked]) => comparable((answer as Answer).outcome, asked, loose))
    if (is === should) return
    this.leaks.push(`${one.path}: ${what} ends ${is?.slice(0, 200)} instead of ${should?.slice(0, 200)}`)
  }
}

/** Does them all, a few at once. */
async function eachOf<T>(list: readonly T[], act: (one: T) => Promise<void>): Promise<void> {
  const left = [...list]
  const lane = async () => {
    for (let one = left.shift(); one !== undefined; one = left.shift()) await act(one)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, lane))
}
