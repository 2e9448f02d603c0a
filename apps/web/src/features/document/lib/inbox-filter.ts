import type { InboxRow, Role } from '../api.ts'

export const BOXES = ['waiting', 'upcoming', 'returned', 'held', 'in-progress', 'drafts', 'done'] as const
export type Box = (typeof BOXES)[number]

/** What the 결재함 shows, as the address holds it. */
export interface InboxFilter {
  readonly box: Box
  readonly role: Role | null
  readonly kindKey: string
  readonly search: string
}

/** The filter in an address; anything unknown falls back to the usual. */
export function readInboxFilter(search: Readonly<Record<string, string | undefined>>): InboxFilter {
  return {
    box: BOXES.find((box) => box === search['box']) ?? 'waiting',
    role: (['review', 'consent', 'approve'] as const).find((role) => role === search['role']) ?? null,
    kindKey: search['kind'] ?? '',
    search: search['q'] ?? '',
  }
}

/** The filter as an address's query, the usual values left out. */
export function writeInboxFilter(filter: InboxFilter): Record<string, string | undefined> {
  return {
    box: filter.box === 'waiting' ? undefined : filter.box,
    role: filter.role ?? undefined,
    kind: filter.kindKey || undefined,
    q: filter.search || undefined,
  }
}

/** Whether anything but the box narrows the list. */
export const isNarrowed = (filter: InboxFilter): boolean =>
  filter.role !== null || filter.kindKey !== '' || filter.search !== ''

/** What bulk approval takes and what it leaves out, and why. */
export function sortForApproval(rows: readonly InboxRow[]) {
  const mine = rows.filter((row) => row.step !== null && row.state === 'in-review')
  return {
    taken: mine.filter((row) => !row.needsGrade),
    graded: mine.filter((row) => row.needsGrade),
    notMine: rows.filter((row) => !mine.includes(row)),
  }
}
