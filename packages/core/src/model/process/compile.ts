/// <reference path="./bpmn-moddle.d.ts" />
import type { ModdleElement } from 'bpmn-moddle'
import { checkCondition } from '../cel/condition.ts'
import { type Problem, under } from '../problem.ts'
import { toNode } from './elements.ts'
import { graphProblems } from './graph.ts'
import { type BpmnDocument, elementsOf, idOf, problem, readBpmn, textOf } from './read.ts'
import { PROCESS_INPUTS, type Process, type ProcessFlow, performerPattern } from './schema.ts'
import { soundnessProblems } from './soundness.ts'

const MAX_ELEMENTS = 300

/**
 * Compiles BPMN 2.0 XML into the token machine. Only the part of BPMN named in `unsupported` is accepted; every
 * problem names the element's id, and a compiled process cannot deadlock or run two tokens into one place.
 */
export async function compileBpmn(xml: string): Promise<{ process?: Process; problems: Problem[] }> {
  const { document, problems } = await readBpmn(xml)
  if (!document) return { problems }
  if (document.elements.length > MAX_ELEMENTS) {
    return { problems: [problem('', 'process.too-large', { found: document.elements.length, allowed: MAX_ELEMENTS })] }
  }
  const nameless = document.elements.filter((element) => !element.id)
  problems.push(...nameless.map((element) => problem('', 'process.id-missing', { found: idOf(element) })))
  const process = assemble(document, problems)
  if (problems.length === 0) problems.push(...graphProblems(process))
  if (problems.length === 0) problems.push(...conditionProblems(process))
  if (problems.length === 0) problems.push(...soundnessProblems(process))
  return problems.length === 0 ? { process, problems } : { problems }
}

const variablesOf = new WeakMap<Process, Record<string, 'string' | 'double' | 'bool'>>()

/** The results that any task of the process may bring, with their types: what its conditions may read. */
export function processVariables(process: Process): Record<string, 'string' | 'double' | 'bool'> {
  const known = variablesOf.get(process)
  if (known) return known
  const variables: Record<string, 'string' | 'double' | 'bool'> = { ...PROCESS_INPUTS }
  for (const node of Object.values(process.nodes)) {
    if (node.kind === 'user' || node.kind === 'automatic') Object.assign(variables, node.results)
  }
  variablesOf.set(process, variables)
  return variables
}

const IGNORED = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference'])

function assemble(document: BpmnDocument, problems: Problem[]): Process {
  const lanes = document.lanes.map((lane) => toLane(lane, problems))
  const laneOf = new Map<string, (typeof lanes)[number]>()
  document.lanes.forEach((lane, i) => {
    for (const node of elementsOf(lane, 'flowNodeRef')) {
      const target = lanes[i]
      if (target) laneOf.set(idOf(node), target)
    }
  })
  const flows = document.elements.filter((element) => element.$type === 'bpmn:SequenceFlow')
  const nodes: Process['nodes'] = {}
  let start = ''
  for (const element of document.elements) {
    if (element.$type === 'bpmn:SequenceFlow' || IGNORED.has(element.$type)) continue
    const id = idOf(element)
    const outgoing = flows.filter((flow) => endOf(flow, 'sourceRef') === id).map((flow) => toFlow(flow, element))
    const incoming = flows.filter((flow) => endOf(flow, 'targetRef') === id).map(idOf)
    const made = toNode(element, { incoming, outgoing, lane: laneOf.get(id) })
    problems.push(...made.problems)
    if (made.node) nodes[id] = made.node
    if (made.node?.kind === 'start') {
      if (start) problems.push(problem(id, 'process.start', { id }))
      start = id
    }
  }
  if (!start && problems.length === 0) problems.push(problem(idOf(document.process), 'process.start', { id: '' }))
  problems.push(...flows.filter((flow) => !endOf(flow, 'sourceRef') || !endOf(flow, 'targetRef')).map(dangling))
  return { id: idOf(document.process), name: document.process.name ?? idOf(document.process), start, lanes, nodes }
}

function toLane(lane: ModdleElement, problems: Problem[]): Process['lanes'][number] {
  const performer = textOf(lane, 'harmony:performer') ?? ''
  if (!performerPattern.test(performer)) {
    const allowed = 'unit:<code>, unit:duty, unit:reception, role:<role>'
    problems.push(problem(idOf(lane), 'process.performer', { id: idOf(lane), found: performer, allowed }))
  }
  return { id: idOf(lane), name: lane.name ?? idOf(lane), performer }
}

function toFlow(flow: ModdleElement, source: ModdleElement): ProcessFlow {
  const [expression] = elementsOf(flow, 'conditionExpression')
  const condition = expression && textOf(expression, 'body')
  const [defaultFlow] = elementsOf(source, 'default')
  return {
    id: idOf(flow),
    to: endOf(flow, 'targetRef') ?? '',
    ...(condition === undefined ? {} : { condition }),
    ...(defaultFlow && idOf(defaultFlow) === flow.id ? { otherwise: true } : {}),
  }
}

function endOf(flow: ModdleElement, end: 'sourceRef' | 'targetRef'): string | undefined {
  const [element] = elementsOf(flow, end)
  return element && idOf(element)
}

function dangling(flow: ModdleElement): Problem {
  return problem(idOf(flow), 'process.dangling-flow', { id: idOf(flow) })
}

function conditionProblems(process: Process): Problem[] {
  const variables = processVariables(process)
  const flows = Object.values(process.nodes).flatMap((node) => ('outgoing' in node ? node.outgoing : []))
  return flows.flatMap((flow) =>
    flow.condition === undefined ? [] : under(flow.id, checkCondition(flow.condition, variables)),
  )
}
