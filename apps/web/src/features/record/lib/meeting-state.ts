import type { Tone, Translate } from '@harmony/ui'
import type { Meeting, MeetingLine } from '../api.ts'
import type { meetingWords } from '../meeting-words.ts'

type Word = keyof (typeof meetingWords)['ko']
export type MeetingStatus = MeetingLine['status']
export type AgendaResult = NonNullable<Meeting['agenda'][number]['result']>

const STATUSES = {
  planned: ['statusPlanned', 'blue'],
  held: ['statusHeld', 'amber'],
  confirmed: ['statusConfirmed', 'green'],
  cancelled: ['statusCancelled', 'gray'],
} as const
const RESULTS = {
  passed: ['resultPassed', 'green'],
  amended: ['resultAmended', 'green'],
  reported: ['resultReported', 'blue'],
  deferred: ['resultDeferred', 'amber'],
  rejected: ['resultRejected', 'red'],
} as const

/** Where a meeting stands, in a word and its tone. */
export function meetingState(status: MeetingStatus, t: Translate<Word>): { text: string; tone: Tone } {
  const [word, tone] = STATUSES[status]
  return { text: t(word), tone }
}

/** What came of an item, in a word and its tone. */
export function resultWord(result: AgendaResult, t: Translate<Word>): { text: string; tone: Tone } {
  const [word, tone] = RESULTS[result]
  return { text: t(word), tone }
}

/** Every state, and every result, as choices. */
export const MEETING_STATES = Object.keys(STATUSES) as MeetingStatus[]
export const AGENDA_RESULTS = Object.keys(RESULTS) as AgendaResult[]
