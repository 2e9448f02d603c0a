import type { LocalizedText } from '../../kernel/index.ts'
import { isObject, type Plain } from '../layers/merge.ts'
import { VALUES } from './labels.ts'

type Language = keyof LocalizedText

/** A text in both languages. */
export function isText(value: Plain | undefined): value is { readonly ko: string; readonly en: string } {
  return (
    isObject(value) && typeof value.ko === 'string' && typeof value.en === 'string' && Object.keys(value).length === 2
  )
}

/** A value in words: texts in their language, the values of known fields by their word, routes and phases as lines. */
export function show(language: Language, value: Plain, field = ''): string {
  if (isText(value)) return `‘${value[language]}’`
  if (Array.isArray(value)) return showList(language, value)
  if (typeof value === 'boolean') return VALUES['*']?.[String(value)]?.[language] ?? String(value)
  if (typeof value === 'string') return VALUES[field]?.[value]?.[language] ?? value
  return JSON.stringify(value)
}

function showList(language: Language, list: readonly Plain[]): string {
  const isRoute = list.length > 0 && list.every((one) => isObject(one) && 'role' in one && 'order' in one)
  if (!isRoute) return list.map((one) => showEntry(language, one)).join(', ')
  const orders = [...new Set(list.map(orderOf))].sort((a, b) => a - b)
  const stepsOf = (order: number) => list.filter((one) => orderOf(one) === order).map((one) => showStep(language, one))
  return orders.map((order) => stepsOf(order).join('·')).join(' › ')
}

function orderOf(step: Plain): number {
  return isObject(step) && typeof step.order === 'number' ? step.order : 0
}

function showStep(language: Language, step: Plain): string {
  if (!isObject(step)) return ''
  const who = step.who === 'unit' ? String(step.unit) : show(language, step.who ?? '', 'who')
  return `${who} ${step.delegated === true ? show(language, 'delegated', 'role') : show(language, step.role ?? '', 'role')}`
}

function showEntry(language: Language, entry: Plain): string {
  if (!isObject(entry) || !isText(entry.name)) return show(language, entry)
  return typeof entry.weight === 'number' ? `${entry.name[language]} ${entry.weight}%` : entry.name[language]
}
