import type { CauseLink } from './graph.ts'

/** A card's place on the canvas, in px. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly w: number
  readonly h: number
  /** Index of its band, top first. */
  readonly band: number
}

/** One arrow as SVG path data. */
export interface Route {
  readonly link: CauseLink
  readonly d: string
}

type Point = readonly [number, number]
const LANE = 9
const CORNER = 6
const HEAD = 7

/**
 * Draws cause → effect arrows from a card's top to the next card's foot with right angles and round corners.
 * Arrows that share a gap and overlap get lanes of their own; one that skips a band runs through the gutter between cards.
 */
export function routeLinks(links: readonly CauseLink[], boxes: ReadonlyMap<string, Box>): Route[] {
  const known = links.flatMap((link) => {
    const from = boxes.get(link.from)
    const to = boxes.get(link.to)
    return from && to ? [{ link, from, to }] : []
  })
  const centre = (key: string) => {
    const box = boxes.get(key)
    return box ? box.x + box.w / 2 : 0
  }
  const port = (box: Box, others: readonly string[], other: string) => {
    const sorted = [...others].sort((a, b) => centre(a) - centre(b))
    return (
      box.x + box.w * (0.5 + (sorted.indexOf(other) - (sorted.length - 1) / 2) * Math.min(0.22, 0.8 / sorted.length))
    )
  }
  const plain = known.map(({ link, from, to }) => {
    const rising = from.band >= to.band
    return {
      link,
      from,
      to,
      x1: port(
        from,
        links.filter((one) => one.from === link.from).map((one) => one.to),
        link.to,
      ),
      y1: rising ? from.y : from.y + from.h,
      x2: port(
        to,
        links.filter((one) => one.to === link.to).map((one) => one.from),
        link.from,
      ),
      y2: from.band === to.band ? to.y - HEAD : rising ? to.y + to.h + HEAD : to.y - HEAD,
      lane: 0,
    }
  })
  const lanes = new Map<number, [number, number][][]>()
  for (const edge of [...plain].sort((a, b) => Math.abs(a.x2 - a.x1) - Math.abs(b.x2 - b.x1))) {
    if (Math.abs(edge.x1 - edge.x2) < 3) continue
    const taken = lanes.get(edge.from.band) ?? []
    lanes.set(edge.from.band, taken)
    const low = Math.min(edge.x1, edge.x2) - 6
    const high = Math.max(edge.x1, edge.x2) + 6
    while (taken[edge.lane]?.some(([a, b]) => low < b && high > a)) edge.lane += 1
    const lane = taken[edge.lane] ?? []
    lane.push([low, high])
    taken[edge.lane] = lane
  }
  return plain.map((edge) => {
    const count = lanes.get(edge.from.band)?.length ?? 1
    const offset = (edge.lane - (count - 1) / 2) * -LANE
    return { link: edge.link, d: pathOf(pointsOf(edge, offset, boxes)) }
  })
}

interface Edge {
  readonly from: Box
  readonly to: Box
  readonly x1: number
  readonly y1: number
  readonly x2: number
  readonly y2: number
}

function pointsOf({ from, to, x1, y1, x2, y2 }: Edge, offset: number, boxes: ReadonlyMap<string, Box>): Point[] {
  if (from.band === to.band) {
    const level = Math.min(y1, y2) - 9
    return [
      [x1, y1],
      [x1, level],
      [x2, level],
      [x2, y2],
    ]
  }
  if (from.band - to.band <= 1) {
    if (Math.abs(x1 - x2) < 3)
      return [
        [x1, y1],
        [x1, y2],
      ]
    const level = (y1 + y2) / 2 + offset
    return [
      [x1, y1],
      [x1, level],
      [x2, level],
      [x2, y2],
    ]
  }
  const between = [...boxes.values()].filter((box) => box.band > to.band && box.band < from.band)
  const gutter = nearestGutter(between, (x1 + x2) / 2)
  const low = y1 - 20 + offset
  const high = y2 + 14 + offset
  return [
    [x1, y1],
    [x1, low],
    [gutter, low],
    [gutter, high],
    [x2, high],
    [x2, y2],
  ]
}

function nearestGutter(between: readonly Box[], x: number): number {
  const gutters = between.flatMap((box) => [box.x - 12, box.x + box.w + 12])
  const free = gutters.filter((at) => between.every((box) => at < box.x || at > box.x + box.w))
  return free.reduce((best, at) => (Math.abs(at - x) < Math.abs(best - x) ? at : best), free[0] ?? x)
}

function pathOf(points: readonly Point[]): string {
  const [first, ...rest] = points
  if (!first) return ''
  let d = `M${round(first)}`
  rest.forEach((point, index) => {
    const before = points[index] ?? first
    const after = rest[index + 1]
    if (!after) {
      d += `L${round(point)}`
      return
    }
    const radius = Math.min(CORNER, distance(before, point) / 2, distance(point, after) / 2)
    d += `L${round(towards(point, before, radius))}Q${round(point)} ${round(towards(point, after, radius))}`
  })
  return d
}

function distance([ax, ay]: Point, [bx, by]: Point): number {
  return Math.hypot(bx - ax, by - ay)
}

function towards(from: Point, to: Point, by: number): Point {
  const length = distance(from, to) || 1
  return [from[0] + ((to[0] - from[0]) / length) * by, from[1] + ((to[1] - from[1]) / length) * by]
}

function round([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`
}
