import type { WorkingCalendar } from '@harmony/core/platform'
import { type Random, randomOf } from './random.ts'
import { gangnamMatters } from './texts/gangnam.ts'
import { mogahaMatters } from './texts/mogaha.ts'
import type { Matter } from './texts/text.ts'
import {
  COMMENTS,
  EXTENSION_REASONS,
  REOPEN_REASONS,
  SUPPLEMENTS,
  TALKS,
  TRANSFER_REASONS,
  WITHDRAW_REASONS,
} from './texts/voices.ts'

export interface Stars {
  readonly promptness: number
  readonly kindness: number
  readonly attitude: number
  readonly overall: number
}

/** One invented petition: what will happen to it, as far as its time has come. */
export interface Script {
  readonly ref: string
  readonly serviceKey: string
  /** Place in the list of citizens; 0 is the demo's own. */
  readonly citizen: number
  readonly filedAt: Date
  readonly matter: Matter
  readonly channel: string
  /** How long the work takes, as a share of the service's period. */
  readonly share: number
  readonly supplement: { readonly ask: string; readonly reply: string; readonly answered: boolean } | null
  readonly talk: readonly [string, string] | null
  readonly unread: string | null
  readonly moveReason: string | null
  readonly extendReason: string | null
  readonly withdrawReason: string | null
  readonly toAgency: string | null
  readonly leaveUnassigned: boolean
  readonly rating: (Stars & { readonly comment: string | null; readonly afterHours: number }) | null
  readonly reopenReason: string | null
}

/** How an agency's demo looks: its texts, how often each service is asked for, how well each does. */
interface Character {
  readonly matters: Readonly<Record<string, readonly Matter[]>>
  readonly weights: Readonly<Record<string, number>>
  /** By service: share of the period the work takes on average, and the mean satisfaction of 5. */
  readonly teams: Readonly<Record<string, readonly [pace: number, stars: number]>>
  readonly perDay: number
  readonly other: string
}

const CHARACTERS: Readonly<Record<string, Character>> = {
  mogaha: {
    matters: mogahaMatters,
    weights: {
      'innovation-inquiry': 8,
      'performance-inquiry': 5,
      'e-government-inquiry': 4,
      'local-tax-law': 3,
      'resident-grievance': 4,
    },
    teams: {
      'innovation-inquiry': [0.34, 4.2],
      'performance-inquiry': [0.42, 4.0],
      'organisation-law': [0.6, 3.7],
      'e-government-inquiry': [0.45, 3.9],
      'e-government-suggestion': [0.5, 3.8],
      'local-autonomy-law': [0.62, 3.5],
      'local-tax-law': [0.8, 3.2],
      'local-finance-inquiry': [0.7, 3.4],
      'resident-grievance': [0.82, 3.1],
      'civil-service-inquiry': [0.5, 3.8],
      'honours-inquiry': [0.3, 4.3],
      'safety-grievance': [0.75, 3.3],
      'record-access': [0.55, 3.7],
      'buildings-suggestion': [0.4, 3.9],
    },
    perDay: 4.6,
    other: 'gangnam',
  },
  gangnam: {
    matters: gangnamMatters,
    weights: {
      'street-report': 8,
      'road-traffic': 4,
      'certificate-help': 5,
      'welfare-inquiry': 3,
      'permit-inquiry': 3,
    },
    teams: {
      'street-report': [0.45, 3.9],
      'road-traffic': [0.75, 3.2],
      'permit-inquiry': [0.7, 3.4],
      'welfare-inquiry': [0.5, 4.1],
      'certificate-help': [0.5, 4.2],
    },
    perDay: 4.2,
    other: 'mogaha',
  },
}

const HOUR = 3_600_000
const CHANNELS = [
  ['web', 70],
  ['phone', 14],
  ['visit', 10],
  ['mail', 6],
] as const

/** The petitions filed on one day, the same whenever they are planned. */
export function planDay(
  agency: string,
  date: string,
  now: Date,
  calendar: WorkingCalendar,
  citizens: number,
): Script[] {
  const character = CHARACTERS[agency]
  if (character === undefined) return []
  const random = randomOf(`${agency}:${date}`)
  const working = calendar.officeHours(date).length > 0
  const n = Math.max(0, Math.round((working ? character.perDay : character.perDay / 5) + random.bell()))
  return Array.from({ length: n }, (_, i) => {
    const filedAt = new Date(
      calendar.startOf(date).getTime() + random.int(7 * 60, 22 * 60) * 60_000 + random.int(0, 59_000),
    )
    return script(character, `demo-${date}-${i + 1}`, filedAt, random.int(1, citizens - 1), now, random)
  })
}

function script(character: Character, ref: string, filedAt: Date, citizen: number, now: Date, random: Random): Script {
  const serviceKey = random.weighted(
    Object.keys(character.matters).map((key) => [key, character.weights[key] ?? 1.6] as const),
  )
  const [pace, stars] = character.teams[serviceKey] ?? [0.5, 4]
  // Teams get a little better as the weeks go by.
  const months = (filedAt.getTime() - Date.parse('2026-09-01T00:00:00+09:00')) / (30 * 24 * HOUR)
  const share = Math.max(
    0.04,
    0.62 * pace * Math.exp(0.38 * random.bell()) * (1 - 0.03 * Math.max(-2, Math.min(4, months))),
  )
  const overall = points(stars + 0.12 * Math.max(-2, Math.min(3, months)) + 0.75 * random.bell() - (share > 1 ? 1 : 0))
  const near = () => points(overall + 0.6 * random.bell())
  const [ask, reply] = random.pick(SUPPLEMENTS)
  const rated = random.chance(0.64)
  const recent = now.getTime() - filedAt.getTime() < 8 * 24 * HOUR
  const misdirected = random.chance(0.012)
  const elsewhere =
    CHARACTERS[character.other]?.matters[character.other === 'mogaha' ? 'innovation-inquiry' : 'street-report']
  return {
    ref,
    serviceKey,
    citizen,
    filedAt,
    matter: random.pick((misdirected ? elsewhere : character.matters[serviceKey]) ?? []),
    channel: random.weighted(CHANNELS),
    share,
    supplement: random.chance(0.09) ? { ask, reply, answered: recent ? random.chance(0.3) : true } : null,
    talk: random.chance(0.24) ? random.pick(TALKS) : null,
    unread: random.chance(0.18) ? random.pick(TALKS)[0] : null,
    moveReason: random.chance(0.04) ? random.pick(TRANSFER_REASONS) : null,
    extendReason: share > 0.95 && random.chance(0.3) ? random.pick(EXTENSION_REASONS) : null,
    withdrawReason: random.chance(0.02) ? random.pick(WITHDRAW_REASONS) : null,
    toAgency: misdirected ? character.other : null,
    leaveUnassigned: random.chance(0.22),
    rating: rated
      ? {
          promptness: near(),
          kindness: points(overall + 0.3 + 0.5 * random.bell()),
          attitude: near(),
          overall,
          comment: random.chance(0.5) ? random.pick(COMMENTS[overall] ?? []) : null,
          afterHours: 1 + 60 * random.next() * random.next(),
        }
      : null,
    reopenReason: rated && overall <= 2 && random.chance(0.35) ? random.pick(REOPEN_REASONS) : null,
  }
}

function points(value: number): number {
  return Math.max(1, Math.min(5, Math.round(value)))
}

/** What the demo's own citizen has in an agency: a request at every stage. */
export function planOwn(agency: string, now: Date, calendar: WorkingCalendar): Script[] {
  const character = CHARACTERS[agency]
  if (character === undefined) return []
  const random = randomOf(`${agency}:own`)
  const today = calendar.dayOf(now)
  const back = (days: number, hour: number) => {
    const date = calendar.addDays(today, -days)
    return new Date(Math.min(calendar.startOf(date).getTime() + hour * HOUR, now.getTime() - 20 * 60_000))
  }
  const own = (name: string, filedAt: Date, change: Partial<Script>): Script => ({
    ...script(character, `demo-own-${name}`, filedAt, 0, now, random),
    supplement: null,
    moveReason: null,
    extendReason: null,
    withdrawReason: null,
    toAgency: null,
    leaveUnassigned: false,
    rating: null,
    reopenReason: null,
    unread: null,
    channel: 'web',
    ...change,
  })
  const rating = {
    promptness: 5,
    kindness: 5,
    attitude: 4,
    overall: 5,
    comment: COMMENTS[5]?.[1] ?? null,
    afterHours: 3,
  }
  return [
    own('new', back(0, 9), { share: 3 }),
    own('review', back(4, 10), { share: 1.6, talk: TALKS[1] ?? null }),
    own('supplement', back(5, 11), {
      share: 1.4,
      supplement: { ask: SUPPLEMENTS[0]?.[0] ?? '', reply: '', answered: false },
    }),
    own('answered', back(11, 14), { share: 0.25 }),
    own('rated', back(24, 15), { share: 0.3, rating }),
    own('reopened', back(16, 10), {
      share: 0.3,
      rating: { ...rating, overall: 2, promptness: 2, comment: COMMENTS[2]?.[1] ?? null },
      reopenReason: REOPEN_REASONS[0] ?? '',
    }),
  ]
}
