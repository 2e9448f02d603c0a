/** A cause → effect arrow between two objectives, by key. */
export interface CauseLink {
  readonly from: string
  readonly to: string
}

/** Everything an objective leads to (`effects`) or comes from (`causes`), however far. */
export function reach(
  links: readonly CauseLink[],
  start: string,
  direction: 'causes' | 'effects',
): ReadonlySet<string> {
  const seen = new Set<string>()
  const queue = [start]
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    for (const link of links) {
      const [here, there] = direction === 'effects' ? [link.from, link.to] : [link.to, link.from]
      if (here === at && there !== start && !seen.has(there)) {
        seen.add(there)
        queue.push(there)
      }
    }
  }
  return seen
}

/** How an arrow is drawn for the chosen objective. */
export type EdgeKind = 'cause' | 'effect' | 'missed' | 'other'

/**
 * An arrow on the way to the chosen objective is a cause, one that leads on from it an effect:
 * `missed` when the chosen objective is red and drags the others down.
 */
export function edgeKind(
  link: CauseLink,
  chosen: { key: string; causes: ReadonlySet<string>; effects: ReadonlySet<string>; missed: boolean },
): EdgeKind {
  const onward = link.from === chosen.key || chosen.effects.has(link.from)
  if (onward && chosen.effects.has(link.to)) return chosen.missed ? 'missed' : 'effect'
  const leading = link.to === chosen.key || chosen.causes.has(link.to)
  if (leading && chosen.causes.has(link.from)) return 'cause'
  return 'other'
}

/** Where the arrow keys lead on the grid of objectives: rows are bands, top first. */
export function gridMove(rows: readonly (readonly string[])[], from: string, key: string): string | undefined {
  const row = rows.findIndex((keys) => keys.includes(from))
  const current = rows[row]
  if (!current) return undefined
  const column = current.indexOf(from)
  if (key === 'Home') return current[0]
  if (key === 'End') return current.at(-1)
  if (key === 'ArrowLeft') return current[column - 1]
  if (key === 'ArrowRight') return current[column + 1]
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return undefined
  const step = key === 'ArrowUp' ? -1 : 1
  for (let next = row + step; next >= 0 && next < rows.length; next += step) {
    const keys = rows[next]
    if (keys && keys.length > 0) return keys[Math.min(column, keys.length - 1)]
  }
  return undefined
}
