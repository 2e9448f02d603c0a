import { describe, expect, it } from 'vitest'
import { hiddenNodes, type Publishable } from './suppress.ts'

const leaf = (count: number): Publishable => ({ score: count === 0 ? null : '80.000000', count, children: [] })
const parent = (...children: Publishable[]): Publishable => ({ score: '80.000000', count: null, children })

describe('what an agency publishes', () => {
  it('hides figures of fewer than five answers', () => {
    const few = leaf(4)
    const many = leaf(5)
    const hidden = hiddenNodes(parent(few, leaf(1), many))
    expect([hidden.has(few), hidden.has(many)]).toEqual([true, false])
  })

  it('hides a parent from which one hidden child could be worked out, all the way up', () => {
    const objective = parent(leaf(3), leaf(50))
    const perspective = parent(objective, parent(leaf(9)))
    const root = parent(perspective, parent(leaf(20)))
    const hidden = hiddenNodes(root)
    expect([objective, perspective, root].map((node) => hidden.has(node))).toEqual([true, true, true])
  })

  it('shows a parent of two hidden children: neither can be worked out', () => {
    const objective = parent(leaf(3), leaf(2))
    expect(hiddenNodes(parent(objective)).has(objective)).toBe(false)
  })

  it('does not count a child without data as hidden', () => {
    const objective = parent(leaf(0), leaf(12))
    expect(hiddenNodes(objective).size).toBe(0)
  })
})
