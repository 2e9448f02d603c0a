import type { TaskHistoryOutput } from '@harmony/core/work/schemas'
import type { Translate } from '@harmony/ui'
import { historyWords } from '../history-words.ts'
import { dotted, isDay } from './days.ts'

export type HistoryRow = TaskHistoryOutput['rows'][number]
type Word = keyof (typeof historyWords)['ko']
type HistoryTranslate = Translate<Word>
/** Names behind the ids in a history. */
export type Names = ReadonlyMap<string, string>

interface OldPhase {
  readonly id: string
  readonly name: string
  readonly activity: string
  readonly plannedWeight: number
  readonly dueDate: string
  readonly completedDate: string | null
}

function isWord(key: string): key is Word {
  return Object.hasOwn(historyWords.ko, key)
}

/** What was done, in two or three words. */
export function actionText(action: string, t: HistoryTranslate): string {
  const key = `a-${action}`
  return t(isWord(key) ? key : 'a-other')
}

/** What a line of the history changed, a sentence a change; parts without a word of their own stay out. */
export function changeTexts(row: HistoryRow, names: Names, t: HistoryTranslate): string[] {
  const before = row.before ?? {}
  const after = row.after ?? {}
  if (Array.isArray(after.phases)) return phaseTexts(phasesOf(before.phases), phasesOf(after.phases), t)
  if (row.action.startsWith('phase-')) return [doneText(before, after, t)]
  const stage = typeof after.key === 'string' ? names.get(after.key) : undefined
  const head = stage === undefined ? [] : [stage]
  if (typeof after.itemNumber === 'string') {
    return [...head, t('item', { number: after.itemNumber, n: Number(after.revision) })]
  }
  return [...head, ...partTexts(before, after, names, t)]
}

type Parts = NonNullable<HistoryRow['after']>

/** A phase done, or open again: its name and the day. */
function doneText(before: Parts, after: Parts, t: HistoryTranslate): string {
  const day = (value: unknown) => (typeof value === 'string' ? dotted(value) : t('empty'))
  const name = String(after.name ?? before.name ?? '')
  return t('phaseDone', { name, before: day(before.completedDate), after: day(after.completedDate) })
}

function partTexts(before: Parts, after: Parts, names: Names, t: HistoryTranslate): string[] {
  return Object.keys(after).flatMap((key) => {
    const word = `f-${key}`
    if (!isWord(word) || key === 'computed') return []
    const shown = (value: unknown) => valueText(value, names, t)
    const [from, to] = [shown(before[key]), shown(after[key])]
    return from === to ? [] : [t('changed', { label: t(word), before: from, after: to })]
  })
}

function valueText(value: unknown, names: Names, t: HistoryTranslate): string {
  if (value === null || value === undefined || value === '') return t('empty')
  if (typeof value === 'boolean') return t(value ? 'yes' : 'no')
  if (Array.isArray(value)) return value.map((one) => valueText(one, names, t)).join(', ') || t('empty')
  if (typeof value === 'object') {
    return Object.values(value)
      .filter((one) => one !== null && one !== '')
      .map((one) => valueText(one, names, t))
      .join(', ')
  }
  const text = String(value)
  return isDay(text) ? dotted(text) : (names.get(text) ?? text)
}

function phasesOf(value: unknown): OldPhase[] {
  return Array.isArray(value) ? value.filter((one): one is OldPhase => typeof one === 'object' && one !== null) : []
}

function phaseTexts(before: readonly OldPhase[], after: readonly OldPhase[], t: HistoryTranslate): string[] {
  const old = new Map(before.map((phase) => [phase.id, phase]))
  const kept = new Set(after.map((phase) => phase.id))
  const day = (value: string | null) => dotted(value) || t('empty')
  const lines = after.flatMap((phase) => {
    const was = old.get(phase.id)
    const { name } = phase
    if (was === undefined) return [t('phaseAdded', { name, weight: phase.plannedWeight, due: day(phase.dueDate) })]
    return [
      was.name !== name && t('phaseName', { before: was.name, after: name }),
      was.plannedWeight !== phase.plannedWeight &&
        t('phaseWeight', { name, before: was.plannedWeight, after: phase.plannedWeight }),
      was.dueDate !== phase.dueDate && t('phaseDue', { name, before: day(was.dueDate), after: day(phase.dueDate) }),
      was.completedDate !== phase.completedDate &&
        t('phaseDone', { name, before: day(was.completedDate), after: day(phase.completedDate) }),
      was.activity !== phase.activity &&
        t('phaseActivity', { name, before: was.activity || t('empty'), after: phase.activity || t('empty') }),
    ].filter((line) => line !== false)
  })
  const removed = before.filter((phase) => !kept.has(phase.id)).map((phase) => t('phaseRemoved', { name: phase.name }))
  const order = (phases: readonly OldPhase[]) => phases.map((phase) => phase.id).join()
  const reordered =
    lines.length + removed.length === 0 && order(before) !== order(after) && before.length > 0 ? [t('phaseOrder')] : []
  return [...lines, ...removed, ...reordered]
}
