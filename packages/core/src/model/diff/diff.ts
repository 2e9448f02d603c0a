import type { LocalizedText } from '../../kernel/index.ts'
import { at, isObject, type Plain } from '../layers/merge.ts'
import { LABELS } from './labels.ts'
import { isText, show } from './show.ts'

/** One difference between two releases, with words for the console: 고객 관점 가중치 35 → 40. */
export interface ReleaseChange {
  /** As in `performance.perspectives.customer.weight`. */
  readonly path: string
  /** Absent where the entry is new. */
  readonly before?: Plain
  /** Absent where the entry is gone. */
  readonly after?: Plain
  readonly words: LocalizedText
}

/**
 * What differs between two releases, in the order of the content. Entries of a collection are matched by key, a text in
 * both languages is one value, and a process counts as one value too: its drawing.
 */
export function diffContents(before: Plain, after: Plain): ReleaseChange[] {
  const [from, to] = [byKey(before), byKey(after)]
  return inReadingOrder(changes(from, to, [])).map(({ path, ...values }) => ({
    path: path.join('.'),
    ...values,
    words: { ko: describe('ko', path, values, from, to), en: describe('en', path, values, from, to) },
  }))
}

const PARTS = ['key', 'version', 'name', 'chain', 'strategy', 'terms', 'performance', 'customer', 'work']

/** What the release is, then its strategy and scoring, then its services; canonical JSON stands in the alphabet's order. */
function inReadingOrder(all: Change[]): Change[] {
  const place = ({ path: [part = ''] }: Change) => (PARTS.includes(part) ? PARTS.indexOf(part) : PARTS.length)
  return all.toSorted((a, b) => place(a) - place(b))
}

type Change = { path: string[]; before?: Plain; after?: Plain }

function changes(before: Plain | undefined, after: Plain | undefined, path: string[]): Change[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return []
  const whole = isText(before) || isText(after) || !isObject(before) || !isObject(after)
  if (whole) return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }]
  const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])]
  return keys.flatMap((key) => changes(before[key], after[key], [...path, key]))
}

/** Lists of entries with keys or printed numbers become objects, links are named by both ends; what follows from the drawing is left out. */
function byKey(value: Plain): Plain {
  if (isObject(value)) {
    const entries = Object.entries(value).filter(([key]) => key !== 'compiled' && key !== 'hash')
    return Object.fromEntries(entries.map(([key, one]) => [key, byKey(one)]))
  }
  if (!Array.isArray(value)) return value
  const keyed = value.map((one): [string, Plain] | undefined => {
    if (!isObject(one)) return undefined
    const { key, number, from, to, ...rest } = one
    if (typeof key === 'string') return [key, byKey(rest)]
    if (typeof number === 'string') return [number, byKey(rest)]
    return typeof from === 'string' && typeof to === 'string' ? [`${from}→${to}`, true] : undefined
  })
  return keyed.every((one) => one !== undefined) ? Object.fromEntries(keyed) : value
}

function describe(
  language: 'ko' | 'en',
  path: readonly string[],
  { before, after }: Omit<Change, 'path'>,
  from: Plain,
  to: Plain,
): string {
  const subject = label(language, path, from, to)
  const field = path.at(-1)
  if (path.at(-1) === 'bpmn') return `${subject} ${language === 'ko' ? '바뀜' : 'changed'}`
  if (before === undefined) return `${subject} ${language === 'ko' ? '추가' : 'added'}${tail(language, after, field)}`
  if (after === undefined) return `${subject} ${language === 'ko' ? '삭제' : 'removed'}`
  return `${subject} ${show(language, before, field)} → ${show(language, after, field)}`
}

/** 고객 관점 가중치: entries by their name with the word for their collection, fields by their word. */
function label(language: 'ko' | 'en', path: readonly string[], from: Plain, to: Plain): string {
  const words: string[] = []
  for (const [i, key] of path.entries()) {
    const entry = at(to, path.slice(0, i + 1)) ?? at(from, path.slice(0, i + 1))
    const collection = path[i - 1]
    const name = isObject(entry) && isText(entry.name) ? entry.name[language] : undefined
    const noun = collection === undefined ? undefined : nounOf(path, collection)?.[language]
    if (name !== undefined)
      words.push(
        noun && !isPart(collection)
          ? language === 'ko'
            ? `${numbered(key, name)} ${noun}`
            : `${noun} “${numbered(key, name)}”`
          : String(name),
      )
    else if (!hasNamedEntries(at(to, path.slice(0, i + 1)) ?? at(from, path.slice(0, i + 1))) && !isPart(key))
      words.push(nounOf(path, key)?.[language] ?? key)
  }
  return words.join(' ')
}

/** Some words mean another thing in another part: the items of a survey and of a checklist. */
function nounOf([part = '']: readonly string[], key: string) {
  return LABELS[`${part}.${key}`] ?? LABELS[key]
}

/** An item of a checklist goes by its printed number too. */
function numbered(key: string, name: string): string {
  return /^\d/.test(key) ? `${key} ${name}` : name
}

function isPart(key: string | undefined): boolean {
  return key === 'performance' || key === 'customer' || key === 'strategy' || key === 'work'
}

function hasNamedEntries(value: Plain | undefined): boolean {
  return isObject(value) && !isText(value) && Object.values(value).some((one) => isObject(one) && isText(one.name))
}

function tail(language: 'ko' | 'en', value: Plain | undefined, field?: string): string {
  return value === undefined || isObject(value) || typeof value === 'boolean' ? '' : `: ${show(language, value, field)}`
}
