import { describe, expect, it } from 'vitest'
import { edgeKind, gridMove, reach } from './graph.ts'
import { type Box, routeLinks } from './routing.ts'

const links = [
  { from: 'learning', to: 'process' },
  { from: 'process', to: 'work' },
  { from: 'work', to: 'customer' },
  { from: 'other', to: 'customer' },
]
const rows = [['customer', 'speed'], ['work', 'other'], ['process'], ['learning']]

describe('cause and effect', () => {
  it('is followed to the end in both directions', () => {
    expect([...reach(links, 'process', 'effects')].sort()).toEqual(['customer', 'work'])
    expect([...reach(links, 'process', 'causes')]).toEqual(['learning'])
  })
  it('ends although links form a circle', () => {
    const circle = [...links, { from: 'customer', to: 'learning' }]
    expect(reach(circle, 'process', 'effects').size).toBe(3)
  })
  it('marks what a missed objective drags down, and what causes it', () => {
    const chosen = {
      key: 'process',
      causes: reach(links, 'process', 'causes'),
      effects: reach(links, 'process', 'effects'),
    }
    const kinds = links.map((link) => edgeKind(link, { ...chosen, missed: true }))
    expect(kinds).toEqual(['cause', 'missed', 'missed', 'other'])
    expect(edgeKind(links[1] ?? links[0] ?? { from: '', to: '' }, { ...chosen, missed: false })).toBe('effect')
  })
})

describe('arrow keys on the map', () => {
  it('move within a band and to the nearest card of the next', () => {
    expect(gridMove(rows, 'customer', 'ArrowRight')).toBe('speed')
    expect(gridMove(rows, 'speed', 'ArrowRight')).toBeUndefined()
    expect(gridMove(rows, 'other', 'ArrowDown')).toBe('process')
    expect(gridMove(rows, 'process', 'ArrowUp')).toBe('work')
    expect(gridMove(rows, 'speed', 'Home')).toBe('customer')
  })
})

describe('arrows on the canvas', () => {
  const box = (x: number, band: number): Box => ({ x, y: band * 130, w: 180, h: 94, band })
  const boxes = new Map([
    ['customer', box(0, 0)],
    ['speed', box(204, 0)],
    ['work', box(0, 1)],
    ['other', box(204, 1)],
    ['process', box(0, 2)],
    ['learning', box(0, 3)],
  ])
  it('start at the cause and end at the effect', () => {
    const [route] = routeLinks([{ from: 'work', to: 'customer' }], boxes)
    expect(route?.d).toBe('M90 130L90 101')
  })
  it('leave out links to objectives that are not on the map', () => {
    expect(routeLinks([{ from: 'work', to: 'gone' }], boxes)).toEqual([])
  })
  it('pass between cards when they skip a band', () => {
    const [route] = routeLinks([{ from: 'process', to: 'customer' }], boxes)
    const xs = [...(route?.d ?? '').matchAll(/[ML](-?[\d.]+) /g)].map((match) => Number(match[1]))
    expect(xs.some((x) => x < 0 || (x > 180 && x < 204) || x > 384)).toBe(true)
  })
  it('keep overlapping arrows of one gap apart', () => {
    const routes = routeLinks(
      [
        { from: 'work', to: 'speed' },
        { from: 'other', to: 'customer' },
      ],
      boxes,
    )
    expect(new Set(routes.map((route) => route.d.split('Q')[1]?.split(' ')[1])).size).toBe(2)
  })
})
