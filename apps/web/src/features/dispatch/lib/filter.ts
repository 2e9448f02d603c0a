type Search = Readonly<Record<string, string | undefined>>

export const BOXES = ['to-release', 'sent', 'received', 'returned'] as const
export type Box = (typeof BOXES)[number]
export const SENT_SCOPES = ['unit', 'mine', 'all'] as const
export const RECEIVED_SCOPES = ['unit', 'unassigned', 'mine'] as const
export const RECEIVED_STATES = ['open', 'arrived', 'received', 'assigned', 'closed'] as const
/** What has come back, on either side. */
export const RETURNS = ['sent-back', 'withdrawn', 'recalled', 'returned'] as const

/** What the boxes show; all of it stands in the address. */
export interface BoxFilter {
  readonly box: Box
  readonly sentScope: (typeof SENT_SCOPES)[number]
  readonly receivedScope: (typeof RECEIVED_SCOPES)[number]
  readonly receivedState: (typeof RECEIVED_STATES)[number] | ''
  readonly returned: (typeof RETURNS)[number]
  readonly search: string
  readonly from: string
  readonly to: string
}

const known = <K extends string>(value: string | undefined, all: readonly K[]): K | undefined =>
  all.find((one) => one === value)
const day = (value: string | undefined) => (value && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '')

/** The filter as the address holds it; anything unknown falls back to the usual. */
export function readFilter(search: Search): BoxFilter {
  return {
    box: known(search['box'], BOXES) ?? 'received',
    sentScope: known(search['scope'], SENT_SCOPES) ?? 'unit',
    receivedScope: known(search['scope'], RECEIVED_SCOPES) ?? 'unit',
    receivedState: known(search['state'], RECEIVED_STATES) ?? '',
    returned: known(search['which'], RETURNS) ?? 'sent-back',
    search: (search['q'] ?? '').slice(0, 100),
    from: day(search['from']),
    to: day(search['to']),
  }
}

/** What `dispatch.list` is asked for in a box of sent documents. */
export function sentInput(filter: BoxFilter) {
  const { box, sentScope, returned } = filter
  const scope = box === 'to-release' ? ('to-release' as const) : box === 'sent' ? sentScope : ('unit' as const)
  const state = box === 'sent' ? ('sent' as const) : returned === 'withdrawn' ? returned : ('sent-back' as const)
  return { scope, ...(box === 'to-release' ? {} : { state }), ...words(filter) }
}

/** What `dispatch.receptions` is asked for in a box of received documents. */
export function receivedInput(filter: BoxFilter) {
  const { box, receivedScope, receivedState, returned } = filter
  const state = box === 'received' ? receivedState : returned === 'recalled' ? returned : ('refused' as const)
  return {
    scope: box === 'received' ? receivedScope : ('unit' as const),
    ...(state === '' ? {} : { state }),
    ...words(filter),
  }
}

/** Whether the box lists what came in rather than what goes out. */
export function showsReceived({ box, returned }: BoxFilter): boolean {
  return box === 'received' || (box === 'returned' && (returned === 'recalled' || returned === 'returned'))
}

/** True when words or days narrow the box. */
export function isNarrowed({ search, from, to, receivedState }: BoxFilter): boolean {
  return Boolean(search || from || to || receivedState)
}

function words({ search, from, to }: BoxFilter) {
  return { ...(search ? { search } : {}), ...(from ? { from } : {}), ...(to ? { to } : {}) }
}
