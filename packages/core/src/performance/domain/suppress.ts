/** Fewer answers than this are not shown outside the agency (R54). */
export const SMALLEST_CELL = 5

/** A published node before suppression: leaves have a count, parents have children. */
export interface Publishable {
  readonly score: string | null
  readonly count: number | null
  readonly children: readonly Publishable[]
}

/**
 * Which nodes must not be shown: leaves of 1 to 4 answers, and every parent of exactly one hidden child, because that
 * child could be worked out from the parent and the others. Nodes without data hide nothing.
 */
export function hiddenNodes(root: Publishable): Set<Publishable> {
  const hidden = new Set<Publishable>()
  const visit = (node: Publishable): void => {
    for (const child of node.children) visit(child)
    const few = node.count !== null && node.count > 0 && node.count < SMALLEST_CELL
    const hiddenChildren = node.children.filter((child) => hidden.has(child)).length
    if (node.score !== null && (few || hiddenChildren === 1)) hidden.add(node)
  }
  visit(root)
  return hidden
}
