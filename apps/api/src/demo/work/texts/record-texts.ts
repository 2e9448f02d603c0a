/** An entry: working days from today, from and to, whose, what. */
export interface ScheduleText {
  readonly days: number
  readonly from: string
  readonly to?: string
  readonly by: string
  readonly title: string
  readonly place?: string
  readonly note?: string
  readonly with?: readonly string[]
  readonly cards?: readonly string[]
  readonly result?: string
  readonly cancelled?: string
  readonly scope?: 'participants' | 'unit' | 'bureau' | 'agency'
}

/** A memo: working days ago; `read` is the reader's opinion, empty for a mere acknowledgement. */
export interface MemoText {
  readonly days: number
  readonly time: string
  readonly by: string
  readonly to: string
  readonly copies?: readonly string[]
  readonly title: string
  readonly body: string
  readonly cards?: readonly string[]
  readonly read?: string
}

export interface MeetingText {
  readonly days: number
  readonly from: string
  readonly to: string
  readonly name: string
  readonly place: string
  readonly chair: string
  readonly recorder: string
  readonly attendees: readonly string[]
  readonly observers?: readonly string[]
  readonly scope?: 'participants' | 'unit' | 'bureau' | 'agency'
  readonly confirmed?: boolean
  readonly agenda: readonly {
    readonly title: string
    readonly by: string
    readonly cards?: readonly string[]
    readonly said?: string
    readonly result?: 'passed' | 'amended' | 'reported' | 'deferred' | 'rejected'
    readonly decision?: string
  }[]
}

export type ByAgency<T> = Readonly<Record<'mogaha' | 'gangnam', readonly T[]>>
