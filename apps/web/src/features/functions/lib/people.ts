/** Who has done a unit task, from its cards and documents. */
export interface Doer {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly years: readonly number[]
  readonly cards: number
  readonly documents: number
}

/** A card or document: whose, of which unit, when. */
export interface Deed {
  readonly person: { readonly id: string; readonly name: string }
  readonly unit: string
  readonly year: number
  readonly kind: 'card' | 'document'
}

/** One line a person: latest years first, then by how much; the unit is that of the latest deed. */
export function doersOf(deeds: readonly Deed[]): Doer[] {
  const people = new Map<string, Doer>()
  for (const { person, unit, year, kind } of [...deeds].sort((a, b) => a.year - b.year)) {
    const known = people.get(person.id)
    people.set(person.id, {
      id: person.id,
      name: person.name,
      unit,
      years: [...new Set([...(known?.years ?? []), year])],
      cards: (known?.cards ?? 0) + (kind === 'card' ? 1 : 0),
      documents: (known?.documents ?? 0) + (kind === 'document' ? 1 : 0),
    })
  }
  const last = (doer: Doer) => doer.years.at(-1) ?? 0
  return [...people.values()].sort(
    (a, b) =>
      last(b) - last(a) || b.cards + b.documents - (a.cards + a.documents) || a.name.localeCompare(b.name, 'ko'),
  )
}

/** Years as ranges: 2004–2006, 2008. */
export function yearRanges(years: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const year of [...years].sort((a, b) => a - b)) {
    const open = ranges.at(-1)
    if (open !== undefined && open[1] === year - 1) open[1] = year
    else ranges.push([year, year])
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)).join(', ')
}
