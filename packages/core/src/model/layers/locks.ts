import type { Problem } from '../problem.ts'
import { at, differences, isObject, type Plain } from './merge.ts'

/** What a layer forbids or allows the layers below it. Paths are dotted; `*` stands for any one key. */
export interface Protection {
  readonly layer: string
  /** What stands at these paths stays as it is. Taking away the whole entry that holds it is another matter. */
  readonly locked: readonly string[]
  /** When given, layers below may change these paths and nothing else. */
  readonly overridable: readonly string[] | undefined
}

/** The changes from `before` to `after` that the layers above do not allow. */
export function lockProblems(before: Plain, after: Plain, above: readonly Protection[]): Problem[] {
  const locked = above.flatMap(({ layer, locked: locks }) =>
    locks.flatMap((lock) => lockedChanges(before, after, lock, layer)),
  )
  const closed = above.flatMap((protection) => closedChanges(before, after, protection))
  return [...locked, ...closed.filter(({ path }) => !locked.some((one) => one.path === path))]
}

function lockedChanges(before: Plain, after: Plain, lock: string, by: string): Problem[] {
  return expand(before, lock.split('.')).flatMap((path) => {
    const wholeEntryGone = path.length > 1 && at(after, path.slice(0, -1)) === undefined
    if (wholeEntryGone) return []
    return differences(at(before, path), at(after, path)).map((rest) => {
      const full = [...path, ...rest]
      return problem(full, 'model.locked', { by, allowed: show(at(before, full)) })
    })
  })
}

function closedChanges(before: Plain, after: Plain, { layer, overridable }: Protection): Problem[] {
  if (!overridable) return []
  const patterns = overridable.map((path) => path.split('.'))
  return differences(before, after)
    .filter((path) => !patterns.some((pattern) => covers(pattern, path)))
    .map((path) => problem(path, 'model.not-overridable', { by: layer, allowed: overridable.join(', ') }))
}

function covers(pattern: readonly string[], path: readonly string[]): boolean {
  return pattern.every((key, i) => (key === '*' ? path[i] !== undefined : key === path[i]))
}

/** The paths that exist and fit a pattern. */
function expand(value: Plain, pattern: readonly string[], path: readonly string[] = []): string[][] {
  const [key, ...rest] = pattern
  if (key === undefined) return [[...path]]
  if (!isObject(value)) return []
  const keys = key === '*' ? Object.keys(value) : Object.hasOwn(value, key) ? [key] : []
  return keys.flatMap((one) => expand(value[one] ?? null, rest, [...path, one]))
}

function problem(path: readonly string[], code: string, params: Problem['params']): Problem {
  return { path: path.join('.'), code, params }
}

function show(value: Plain | undefined): string {
  return value === undefined ? '' : typeof value === 'string' ? value : JSON.stringify(value)
}
