import { outgoingOf, timersOn } from './graph.ts'
import type { Process, ProcessFlow, ProcessNode } from './schema.ts'

/** Where the tokens are, between and within steps. */
export interface Marking {
  /** Flows with a token that still moves. */
  readonly moving: readonly string[]
  readonly waiting: readonly string[]
  readonly joins: readonly string[]
  readonly timers: readonly string[]
}

export const empty: Marking = { moving: [], waiting: [], joins: [], timers: [] }

/** One token arrives over a flow: the node it enters, and for each way it may go on the marking after that. */
export interface Arrival {
  readonly element: string
  readonly node: ProcessNode
  readonly ways: readonly { readonly flow: ProcessFlow | undefined; readonly marking: Marking }[]
}

/** Moves the first moving token one node on. An exclusive gateway has one way per flow, anything else exactly one. */
export function arrive(process: Process, marking: Marking): Arrival | undefined {
  const [flowId, ...moving] = marking.moving
  if (flowId === undefined) return undefined
  const element = targetOf(process, flowId)
  const node = nodeAt(process, element)
  const rest = { ...marking, moving }
  if (node.kind === 'exclusive') {
    const ways = node.outgoing.map((flow) => ({ flow, marking: { ...rest, moving: [...moving, flow.id] } }))
    return { element, node, ways }
  }
  return { element, node, ways: [{ flow: undefined, marking: enter(process, rest, flowId, element, node) }] }
}

function enter(process: Process, marking: Marking, flowId: string, element: string, node: ProcessNode): Marking {
  if (node.kind === 'user' || node.kind === 'automatic') {
    const timers = [...marking.timers, ...timersOn(process, element)]
    return { ...marking, waiting: [...marking.waiting, element], timers }
  }
  if (node.kind !== 'parallel') return go(marking, node)
  const joins = [...marking.joins, flowId]
  if (!node.incoming.every((flow) => joins.includes(flow))) return { ...marking, joins }
  return go({ ...marking, joins: joins.filter((flow) => !node.incoming.includes(flow)) }, node)
}

/** A waiting task ends: its token moves on and its timers are disarmed. */
export function complete(process: Process, marking: Marking, element: string): Marking {
  return go(leave(process, marking, element), nodeAt(process, element))
}

/** An armed timer fires: once, and with its task's end when it interrupts. */
export function fire(process: Process, marking: Marking, timer: string): Marking {
  const node = nodeAt(process, timer)
  if (node.kind !== 'timer') throw new TypeError(`${timer} is no timer`)
  const left = node.interrupting
    ? leave(process, marking, node.attachedTo)
    : { ...marking, timers: marking.timers.filter((id) => id !== timer) }
  return go(left, node)
}

/** The token machine starts. */
export function begin(process: Process): Marking {
  return go(empty, nodeAt(process, process.start))
}

/** The node of that id. @throws TypeError when the process has none: a compiled process always has. */
export function nodeAt(process: Process, element: string): ProcessNode {
  const node = process.nodes[element]
  if (!node) throw new TypeError(`process ${process.id} has no element ${element}`)
  return node
}

function leave(process: Process, marking: Marking, element: string): Marking {
  const own = timersOn(process, element)
  return {
    ...marking,
    waiting: marking.waiting.filter((id) => id !== element),
    timers: marking.timers.filter((id) => !own.includes(id)),
  }
}

function go(marking: Marking, node: ProcessNode): Marking {
  return { ...marking, moving: [...marking.moving, ...outgoingOf(node).map((flow) => flow.id)] }
}

function targetOf(process: Process, flowId: string): string {
  for (const node of Object.values(process.nodes)) {
    const flow = outgoingOf(node).find((one) => one.id === flowId)
    if (flow) return flow.to
  }
  throw new TypeError(`process ${process.id} has no flow ${flowId}`)
}
