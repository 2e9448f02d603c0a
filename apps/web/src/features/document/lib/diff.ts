/** A stretch of a line: as before, only in the new, only in the old. */
export interface Part {
  readonly kind: 'same' | 'added' | 'removed'
  readonly text: string
}

/** A line of the comparison; a changed line holds both its old and its new words. */
export interface DiffLine {
  readonly kind: 'same' | 'added' | 'removed' | 'changed'
  readonly parts: readonly Part[]
}

type Edit<T> = readonly ['same' | 'added' | 'removed', T]

/** Beyond this many comparisons two texts count as wholly different: nobody reads such a comparison. */
const MOST = 4_000_000

/** The shortest edits that lead from one list to the other (longest common subsequence). */
function edits<T>(before: readonly T[], after: readonly T[]): Edit<T>[] {
  if (before.length * after.length > MOST) {
    return [...before.map((one) => ['removed', one] as const), ...after.map((one) => ['added', one] as const)]
  }
  const width = after.length + 1
  const longest = new Uint32Array((before.length + 1) * width)
  const at = (i: number, j: number) => longest[i * width + j] ?? 0
  for (let i = before.length - 1; i >= 0; i -= 1) {
    for (let j = after.length - 1; j >= 0; j -= 1) {
      longest[i * width + j] = before[i] === after[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const result: Edit<T>[] = []
  let i = 0
  let j = 0
  while (i < before.length || j < after.length) {
    const [old, next] = [before[i], after[j]]
    if (old !== undefined && next !== undefined && old === next) {
      result.push(['same', next])
      i += 1
      j += 1
    } else if (old !== undefined && (next === undefined || at(i + 1, j) >= at(i, j + 1))) {
      result.push(['removed', old])
      i += 1
    } else if (next !== undefined) {
      result.push(['added', next])
      j += 1
    }
  }
  return result
}

/** Words and the space between them; Korean is compared word by word, not letter by letter. */
const wordsOf = (line: string): string[] => line.match(/\s+|[^\s]+/g) ?? []

function merged(parts: readonly Part[]): Part[] {
  const result: Part[] = []
  for (const part of parts) {
    const last = result.at(-1)
    if (last?.kind === part.kind) result[result.length - 1] = { kind: part.kind, text: last.text + part.text }
    else result.push(part)
  }
  return result
}

function changed(before: string, after: string): DiffLine {
  const parts = edits(wordsOf(before), wordsOf(after)).map(([kind, text]) => ({ kind, text }))
  return { kind: 'changed', parts: merged(parts) }
}

/** A removed and an added line are one changed line only when words remain between them. */
function alike(before: string, after: string): boolean {
  const old = new Set(wordsOf(before).filter((word) => word.trim() !== ''))
  return wordsOf(after).some((word) => old.has(word))
}

/**
 * Compares two texts line by line, changed lines word by word.
 * @param before lines of the older version
 * @param after lines of the newer one
 */
export function diffLines(before: readonly string[], after: readonly string[]): DiffLine[] {
  const result: DiffLine[] = []
  let removed: string[] = []
  let added: string[] = []
  const flush = () => {
    const pairs = Math.min(removed.length, added.length)
    for (let n = 0; n < pairs; n += 1) {
      const [old = '', next = ''] = [removed[n], added[n]]
      if (alike(old, next)) result.push(changed(old, next))
      else result.push(whole('removed', old), whole('added', next))
    }
    for (const line of removed.slice(pairs)) result.push(whole('removed', line))
    for (const line of added.slice(pairs)) result.push(whole('added', line))
    removed = []
    added = []
  }
  for (const [kind, line] of edits(before, after)) {
    if (kind === 'removed') removed.push(line)
    else if (kind === 'added') added.push(line)
    else {
      flush()
      result.push(whole('same', line))
    }
  }
  flush()
  return result
}

const whole = (kind: Part['kind'], text: string): DiffLine => ({ kind, parts: [{ kind, text }] })

/** One side of the comparison: the parts that stood in it. */
export function sideOf(line: DiffLine, side: 'before' | 'after'): readonly Part[] {
  const hidden = side === 'before' ? 'added' : 'removed'
  return line.parts.filter((part) => part.kind !== hidden)
}
