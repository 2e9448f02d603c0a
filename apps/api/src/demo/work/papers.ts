import type { Id } from '@harmony/core/kernel'
import type { DocumentScript } from './play-documents.ts'
import { type WorkStage, workday } from './work-stage.ts'

/** A paper as it is written down in the texts: what it says, when it was begun, and how it goes on. */
export interface Paper extends Omit<DocumentScript, 'at' | 'lines' | 'tasks'> {
  /** Working days before today. */
  readonly days: number
  readonly time?: string
  /** Keys of this year's task cards. */
  readonly cards?: readonly string[]
  readonly why: string
  readonly what: readonly string[]
  readonly next?: readonly string[]
}

/** A paper as a script, its parts under the headings of an official report. */
export function scriptOf(stage: WorkStage, cards: ReadonlyMap<string, Id>, paper: Paper): DocumentScript {
  const { days, time = '09:40', cards: keys = [], why, what, next = [], fields, ...rest } = paper
  const tasks = keys.flatMap((key) => cards.get(`now-${key}`) ?? [])
  return {
    ...rest,
    ...(fieldsOf(rest.kind, why, fields) ?? {}),
    at: new Date(Math.min(workday(stage, -days, time).getTime(), stage.now.getTime() - 90 * 60_000)),
    tasks,
    lines: [
      '# 1. 보고 배경',
      why,
      '# 2. 주요 내용',
      ...what.map((line) => `- ${line}`),
      ...(next.length > 0 ? ['# 3. 앞으로의 계획', ...next.map((line) => `- ${line}`)] : []),
    ],
  }
}

/** What a kind asks for and the text does not say: the background of a plan, the type of a report. */
function fieldsOf(kind: string, why: string, fields: DocumentScript['fields']) {
  if (kind === 'report-plan') return { fields: { background: why, ...fields } }
  if (kind === 'report') return { fields: { 'report-type': 'progress', ...fields } }
  return fields === undefined ? undefined : { fields }
}
