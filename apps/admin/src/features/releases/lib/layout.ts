import { flowsOf, type Process, type ProcessNode } from './model.ts'

/** One element with its place, in px. */
export interface PlacedNode {
  readonly id: string
  readonly node: ProcessNode
  readonly x: number
  readonly y: number
}

export interface ProcessLayout {
  readonly nodes: readonly PlacedNode[]
  readonly edges: readonly { readonly key: string; readonly d: string }[]
  readonly lanes: readonly { readonly id: string; readonly name: string; readonly y: number; readonly height: number }[]
  readonly width: number
  readonly height: number
}

export const NODE_WIDTH = 128
export const NODE_HEIGHT = 48
const COLUMN = 168
const ROW = 72
const LEFT = 104

/** Columns by the longest way from the start; a flow back to something already passed does not push it further. */
function depths(process: Process): ReadonlyMap<string, number> {
  const depth = new Map<string, number>()
  const visit = (id: string, at: number, path: ReadonlySet<string>) => {
    const node = process.nodes[id]
    if (!node || path.has(id) || (depth.get(id) ?? -1) >= at) return
    depth.set(id, at)
    const next = new Set(path).add(id)
    for (const flow of flowsOf(node)) visit(flow.to, at + 1, next)
  }
  visit(process.start, 0, new Set())
  for (const [id, node] of Object.entries(process.nodes)) {
    if (node.kind === 'timer') visit(id, (depth.get(node.attachedTo) ?? 0) + 1, new Set())
  }
  return depth
}

/**
 * Places a process as swim lanes: a row for each lane that has elements, elements from left to right, arrows with right
 * angles.
 * @param systemLane name of the row for elements without a lane
 */
export function layoutProcess(process: Process, systemLane: string): ProcessLayout {
  const depth = depths(process)
  const entries = Object.entries(process.nodes)
  const laneIds = [...process.lanes.map((lane) => lane.id), '']
  const names = new Map(process.lanes.map((lane) => [lane.id, lane.name]))
  const places = new Map<string, PlacedNode>()
  const lanes: { id: string; name: string; y: number; height: number }[] = []
  let top = 0
  for (const laneId of laneIds) {
    const own = entries.filter(
      ([, node]) => (node.lane ?? '') === laneId || (laneId === '' && !names.has(node.lane ?? '')),
    )
    if (own.length === 0) continue
    const stacked = new Map<number, number>()
    for (const [id, node] of own) {
      const column = depth.get(id) ?? 0
      const row = stacked.get(column) ?? 0
      stacked.set(column, row + 1)
      places.set(id, { id, node, x: LEFT + 20 + column * COLUMN, y: top + 12 + row * ROW })
    }
    const height = Math.max(...stacked.values()) * ROW
    lanes.push({ id: laneId, name: names.get(laneId) ?? systemLane, y: top, height })
    top += height
  }
  const edges = [...places.values()].flatMap((from) =>
    flowsOf(from.node).flatMap((flow) => {
      const to = places.get(flow.to)
      return to ? [{ key: flow.id, d: edgePath(from, to) }] : []
    }),
  )
  const width = Math.max(LEFT, ...[...places.values()].map((place) => place.x + NODE_WIDTH)) + 20
  return { nodes: [...places.values()], edges, lanes, width, height: top + 4 }
}

function edgePath(from: PlacedNode, to: PlacedNode): string {
  const y1 = from.y + NODE_HEIGHT / 2
  const y2 = to.y + NODE_HEIGHT / 2
  const x1 = from.x + NODE_WIDTH
  const x2 = to.x - 6
  if (to.x > from.x) {
    const middle = x2 - 14
    return y1 === y2 ? `M${x1} ${y1}H${x2}` : `M${x1} ${y1}H${middle}V${y2}H${x2}`
  }
  const below = Math.max(from.y, to.y) + NODE_HEIGHT + 10
  return `M${from.x + NODE_WIDTH / 2} ${from.y + NODE_HEIGHT}V${below}H${to.x + NODE_WIDTH / 2}V${to.y + NODE_HEIGHT + 6}`
}
