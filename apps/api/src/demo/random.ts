/** A small seeded generator (mulberry32 over an FNV hash): the demo is the same on every machine. */
export interface Random {
  /** 0 ≤ n < 1. */
  next(): number
  chance(share: number): boolean
  int(from: number, to: number): number
  pick<T>(list: readonly T[]): T
  /** One of the entries, each with its weight. */
  weighted<T>(entries: readonly (readonly [T, number])[]): T
  /** About normal around 0 with deviation 1, never beyond ±3. */
  bell(): number
}

/** A generator whose stream depends on the seed only. */
export function randomOf(seed: string): Random {
  let state = 2166136261
  for (const letter of seed) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 16777619)
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const pick = <T>(list: readonly T[]): T => {
    const found = list[Math.floor(next() * list.length)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    chance: (share) => next() < share,
    int: (from, to) => from + Math.floor(next() * (to - from + 1)),
    pick,
    weighted(entries) {
      let left = next() * entries.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of entries) {
        left -= weight
        if (left < 0) return value
      }
      return pick(entries)[0]
    },
    bell: () => Math.max(-3, Math.min(3, next() + next() + next() + next() + next() + next() - 3) * 1.4),
  }
}
