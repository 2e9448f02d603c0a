import type { DocumentRow, Grade } from '../api.ts'
import { DISCLOSURES, GRADES, RETENTIONS, STATES } from '../vocabulary.ts'

/** What 문서함 shows, as the address holds it; empty texts narrow nothing. */
export interface ListFilter {
  readonly search: string
  readonly kindKey: string
  readonly unitId: string
  readonly mine: boolean
  readonly state: DocumentRow['state'] | null
  readonly grade: Grade | null
  readonly disclosure: DocumentRow['disclosure'] | null
  readonly retention: DocumentRow['retention'] | null
  readonly knowledge: string
  readonly unitTaskId: string
  readonly taskCardId: string
  readonly from: string
  readonly to: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/** The filter in an address; anything unknown narrows nothing. */
export function readListFilter(search: Readonly<Record<string, string | undefined>>): ListFilter {
  const day = (key: string) => (DAY.test(search[key] ?? '') ? (search[key] ?? '') : '')
  return {
    search: search['q'] ?? '',
    kindKey: search['kind'] ?? '',
    unitId: search['unit'] ?? '',
    mine: search['mine'] === '1',
    state: STATES.find((one) => one === search['state']) ?? null,
    grade: GRADES.find((one) => one === search['grade']) ?? null,
    disclosure: DISCLOSURES.find((one) => one === search['open']) ?? null,
    retention: RETENTIONS.find((one) => one === search['keep']) ?? null,
    knowledge: search['topic'] ?? '',
    unitTaskId: search['unitTask'] ?? '',
    taskCardId: search['task'] ?? '',
    from: day('from'),
    to: day('to'),
  }
}

/** The filter as an address's query, what narrows nothing left out. */
export function writeListFilter(filter: ListFilter): Record<string, string | undefined> {
  return {
    q: filter.search || undefined,
    kind: filter.kindKey || undefined,
    unit: filter.unitId || undefined,
    mine: filter.mine ? '1' : undefined,
    state: filter.state ?? undefined,
    grade: filter.grade ?? undefined,
    open: filter.disclosure ?? undefined,
    keep: filter.retention ?? undefined,
    topic: filter.knowledge || undefined,
    unitTask: filter.unitTaskId || undefined,
    task: filter.taskCardId || undefined,
    from: filter.from || undefined,
    to: filter.to || undefined,
  }
}

/** The filter as the api takes it. */
export function listInput(filter: ListFilter, personId: string | null) {
  return {
    ...(filter.search ? { search: filter.search } : {}),
    ...(filter.kindKey ? { kindKey: filter.kindKey } : {}),
    ...(filter.unitId ? { unitId: filter.unitId, below: true } : {}),
    ...(filter.mine && personId ? { drafterId: personId } : {}),
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.grade ? { grade: filter.grade } : {}),
    ...(filter.disclosure ? { disclosure: filter.disclosure } : {}),
    ...(filter.retention ? { retention: filter.retention } : {}),
    ...(filter.knowledge ? { knowledgeCategory: filter.knowledge } : {}),
    ...(filter.unitTaskId ? { unitTaskId: filter.unitTaskId } : {}),
    ...(filter.taskCardId ? { taskCardId: filter.taskCardId } : {}),
    ...(filter.from ? { from: filter.from } : {}),
    ...(filter.to ? { to: filter.to } : {}),
  }
}
