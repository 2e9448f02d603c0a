import type { Problem } from '../problem.ts'
import { arrive, begin, complete, fire, type Marking } from './machine.ts'
import type { Process } from './schema.ts'

const MAX_MARKINGS = 20_000

/**
 * Walks every marking the process can come into, whatever its conditions say and its timers do, and refuses a process
 * that can stand still for ever (a join that never fills) or bring two tokens to one place.
 */
export function soundnessProblems(process: Process): Problem[] {
  const first = begin(process)
  const seen = new Map<string, Marking>([[keyOf(first), first]])
  for (const marking of seen.values()) {
    const found = standstill(process, marking) ?? collision(marking)
    if (found) return [found]
    if (seen.size > MAX_MARKINGS) return [{ path: '', code: 'process.too-tangled', params: { allowed: MAX_MARKINGS } }]
    for (const after of steps(process, marking)) {
      const key = keyOf(after)
      if (!seen.has(key)) seen.set(key, after)
    }
  }
  return []
}

function steps(process: Process, marking: Marking): Marking[] {
  const arrival = arrive(process, marking)
  if (arrival) return arrival.ways.map((way) => way.marking)
  return [
    ...marking.waiting.map((element) => complete(process, marking, element)),
    ...marking.timers.map((timer) => fire(process, marking, timer)),
  ]
}

function standstill(process: Process, marking: Marking): Problem | undefined {
  if (marking.moving.length > 0 || marking.waiting.length > 0 || marking.joins.length === 0) return undefined
  const [join] = Object.entries(process.nodes).find(([, node]) => node.incoming.includes(marking.joins[0] ?? '')) ?? [
    '',
  ]
  return { path: join, code: 'process.deadlock', params: { id: join } }
}

function collision(marking: Marking): Problem | undefined {
  const places = [...marking.waiting, ...marking.joins, ...marking.moving]
  const twice = places.find((place, i) => places.indexOf(place) !== i)
  return twice === undefined ? undefined : { path: twice, code: 'process.unsafe', params: { id: twice } }
}

/** The order of moving tokens does not matter to where they can come, only to the order of effects. */
function keyOf(marking: Marking): string {
  return [marking.moving, marking.waiting, marking.joins, marking.timers]
    .map((ids) => [...ids].sort().join(' '))
    .join('|')
}
