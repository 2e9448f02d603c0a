import { describe, expect, it } from 'vitest'
import { borderAt, giveRest, moveBorder, readWeight, remainderOf } from './weights.ts'

const plan = [20, 40, 30, 10]

describe('weights of a plan', () => {
  it('say what is left', () => {
    expect(remainderOf(plan)).toBe(0)
    expect(remainderOf([20, 40])).toBe(40)
    expect(remainderOf([80, 40])).toBe(-20)
  })

  it('move between neighbours only and stay 100 in all', () => {
    expect(moveBorder(plan, 0, 25)).toEqual([25, 35, 30, 10])
    expect(moveBorder(plan, 1, 50)).toEqual([20, 30, 40, 10])
    for (let border = -1; border < 5; border += 1) {
      for (let to = -20; to <= 120; to += 7) {
        const moved = moveBorder(plan, border, to)
        expect(remainderOf(moved)).toBe(0)
        expect(Math.min(...moved)).toBeGreaterThanOrEqual(1)
      }
    }
  })

  it('never push a neighbour under the least', () => {
    expect(moveBorder(plan, 0, 0)).toEqual([1, 59, 30, 10])
    expect(moveBorder(plan, 2, 100)).toEqual([20, 40, 39, 1])
  })

  it('keep a sum that is not 100 while somebody still types', () => {
    expect(remainderOf(moveBorder([20, 30], 0, 25))).toBe(50)
  })

  it('know where each border stands', () => {
    expect([0, 1, 2, 3].map((border) => borderAt(plan, border))).toEqual([20, 60, 90, 100])
  })

  it('give the rest to one phase', () => {
    expect(giveRest([20, 40, 30, 5], 3)).toEqual([20, 40, 30, 10])
    expect(giveRest([60, 40, 30, 10], 0)).toEqual([20, 40, 30, 10])
    expect(giveRest([10, 100], 0)).toEqual([1, 100])
  })

  it.each([
    ['40', 40],
    [' 40% ', 40],
    ['0', 0],
    ['100', 100],
    ['101', undefined],
    ['4.5', undefined],
    ['-1', undefined],
    ['', undefined],
  ])('typed %j is %j', (typed, weight) => expect(readWeight(typed)).toBe(weight))
})
