import type { ModdleElement } from 'bpmn-moddle'
import type { Problem } from '../problem.ts'
import { elementsOf, idOf, problem, textOf, unsupported } from './read.ts'
import {
  AUTOMATIC_HANDLERS,
  PROCESS_STAGES,
  type ProcessFlow,
  type ProcessNode,
  performerPattern,
  USER_ACTIONS,
} from './schema.ts'

/** What a node knows of its place: its flows and its lane. */
export interface Surroundings {
  readonly incoming: string[]
  readonly outgoing: ProcessFlow[]
  readonly lane: { id: string; performer: string } | undefined
}

/** One BPMN element as a node of the token machine; anything outside the supported part is a problem. */
export function toNode(element: ModdleElement, around: Surroundings): { node?: ProcessNode; problems: Problem[] } {
  const build = BUILDERS[element.$type]
  if (!build) return { problems: [unsupported(element)] }
  const odd = oddities(element)
  if (odd) return { problems: [odd] }
  const problems: Problem[] = []
  const node = build(new Reader(element, around, problems))
  return problems.length === 0 && node ? { node, problems } : { problems }
}

const EVENT_DEFINITION: Readonly<Record<string, string>> = {
  'bpmn:IntermediateThrowEvent': 'bpmn:MessageEventDefinition',
  'bpmn:BoundaryEvent': 'bpmn:TimerEventDefinition',
}

function oddities(element: ModdleElement): Problem | undefined {
  const [loop] = elementsOf(element, 'loopCharacteristics')
  if (loop) return unsupported(element, `${element.$type} with ${loop.$type}`)
  const found = elementsOf(element, 'eventDefinitions').map((definition) => definition.$type)
  const wanted = EVENT_DEFINITION[element.$type]
  const fits = wanted ? found.length === 1 && found[0] === wanted : found.length === 0
  return fits ? undefined : unsupported(element, `${element.$type} with ${found.join(' + ') || 'no event definition'}`)
}

const BUILDERS: Readonly<Record<string, (read: Reader) => ProcessNode | undefined>> = {
  'bpmn:StartEvent': (read) => ({ kind: 'start', ...read.common(), outgoing: read.outgoing }),
  'bpmn:EndEvent': (read) => ({ kind: 'end', ...read.common(), ...read.stage() }),
  'bpmn:UserTask': (read) => ({
    kind: 'user',
    ...read.common(),
    outgoing: read.outgoing,
    performer: read.performer(),
    ...read.stage(),
    action: read.oneOf('action', USER_ACTIONS),
    results: read.results(),
  }),
  'bpmn:ServiceTask': (read) => ({
    kind: 'automatic',
    ...read.common(),
    outgoing: read.outgoing,
    ...read.stage(),
    handler: read.oneOf('handler', AUTOMATIC_HANDLERS),
    results: read.results(),
  }),
  'bpmn:SendTask': message,
  'bpmn:IntermediateThrowEvent': message,
  'bpmn:ExclusiveGateway': (read) => ({ kind: 'exclusive', ...read.common(), outgoing: read.outgoing }),
  'bpmn:ParallelGateway': (read) => ({ kind: 'parallel', ...read.common(), outgoing: read.outgoing }),
  'bpmn:BoundaryEvent': (read) => ({
    kind: 'timer',
    ...read.common(),
    outgoing: read.outgoing,
    attachedTo: read.attachedTo(),
    interrupting: read.element.get('cancelActivity') !== false,
    duration: read.duration(),
  }),
}

function message(read: Reader): ProcessNode {
  return { kind: 'message', ...read.common(), outgoing: read.outgoing, ...read.stage(), message: read.text('message') }
}

/** Reads one element's attributes and collects what is wrong with them. */
class Reader {
  readonly element: ModdleElement
  readonly around: Surroundings
  readonly problems: Problem[]

  constructor(element: ModdleElement, around: Surroundings, problems: Problem[]) {
    this.element = element
    this.around = around
    this.problems = problems
  }

  get outgoing() {
    return this.around.outgoing
  }

  common() {
    const name = this.element.name?.trim() ?? ''
    return { name, incoming: this.around.incoming, ...(this.around.lane ? { lane: this.around.lane.id } : {}) }
  }

  refuse(code: string, params: Problem['params'] = {}): void {
    this.problems.push(problem(idOf(this.element), code, { id: idOf(this.element), ...params }))
  }

  text(attribute: string): string {
    const value = textOf(this.element, `harmony:${attribute}`)
    if (!value) this.refuse('process.attribute', { attribute: `harmony:${attribute}`, found: '', allowed: '…' })
    return value ?? ''
  }

  oneOf<T extends string>(attribute: string, allowed: readonly [T, ...T[]]): T {
    const value = textOf(this.element, `harmony:${attribute}`)
    const known = allowed.find((word) => word === value)
    if (!known) {
      this.refuse('process.attribute', {
        attribute: `harmony:${attribute}`,
        found: value ?? '',
        allowed: allowed.join(', '),
      })
    }
    return known ?? allowed[0]
  }

  stage() {
    return textOf(this.element, 'harmony:stage') === undefined ? {} : { stage: this.oneOf('stage', PROCESS_STAGES) }
  }

  performer(): string {
    const value = textOf(this.element, 'harmony:performer') ?? this.around.lane?.performer
    if (value && performerPattern.test(value)) return value
    this.refuse('process.performer', {
      found: value ?? '',
      allowed: 'unit:<code>, unit:duty, unit:reception, role:<role>',
    })
    return ''
  }

  attachedTo(): string {
    const [host] = elementsOf(this.element, 'attachedToRef')
    if (host?.$type === 'bpmn:UserTask') return idOf(host)
    this.refuse('process.timer-host', { found: host ? idOf(host) : '' })
    return ''
  }

  /** `decision:string, onSite:bool` → names and CEL types. */
  results(): Record<string, 'string' | 'double' | 'bool'> {
    const declared: Record<string, 'string' | 'double' | 'bool'> = {}
    for (const part of (textOf(this.element, 'harmony:results') ?? '').split(',').filter((p) => p.trim())) {
      const [, name, type] = /^\s*([a-z][A-Za-z0-9]*)\s*:\s*(string|double|bool)\s*$/.exec(part) ?? []
      if (name) declared[name] = type as 'string' | 'double' | 'bool'
      else this.refuse('process.results', { found: part.trim(), allowed: 'name:string, name:double, name:bool' })
    }
    return declared
  }

  /** P<n>D, PT<n>H, PT<n>M. */
  duration(): { unit: 'days' | 'hours' | 'minutes'; amount: number } {
    const [definition] = elementsOf(this.element, 'eventDefinitions')
    const [expression] = definition ? elementsOf(definition, 'timeDuration') : []
    const body = (expression && textOf(expression, 'body')) ?? ''
    const [, days, hours, minutes] = /^P(?:([1-9]\d{0,3})D|T(?:([1-9]\d{0,3})H|([1-9]\d{0,3})M))$/.exec(body) ?? []
    if (days) return { unit: 'days', amount: Number(days) }
    if (hours) return { unit: 'hours', amount: Number(hours) }
    if (minutes) return { unit: 'minutes', amount: Number(minutes) }
    this.refuse('process.duration', { found: body, allowed: 'P14D, PT3H, PT30M' })
    return { unit: 'days', amount: 1 }
  }
}
