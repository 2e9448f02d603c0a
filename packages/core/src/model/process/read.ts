/// <reference path="./bpmn-moddle.d.ts" />
import { BpmnModdle, type ModdleElement } from 'bpmn-moddle'
import type { Problem } from '../problem.ts'
import { HARMONY_NAMESPACE } from './schema.ts'

const text = (name: string) => ({ name, isAttr: true, type: 'String' })

const moddle = new BpmnModdle({
  harmony: {
    name: 'Harmony',
    uri: HARMONY_NAMESPACE,
    prefix: 'harmony',
    types: [
      {
        name: 'Step',
        extends: ['bpmn:FlowNode'],
        properties: ['stage', 'action', 'performer', 'handler', 'message', 'results'].map(text),
      },
      { name: 'Lane', extends: ['bpmn:Lane'], properties: [text('performer')] },
    ],
  },
})

/** The parts of a BPMN file that matter here, still as written. */
export interface BpmnDocument {
  readonly process: ModdleElement
  readonly elements: readonly ModdleElement[]
  readonly lanes: readonly ModdleElement[]
}

/**
 * Reads BPMN 2.0 XML. A file that cannot be read, unresolved references, unknown elements and attributes, more than
 * one process, pools that exchange messages: all come back as problems that name the element.
 */
export async function readBpmn(xml: string): Promise<{ document?: BpmnDocument; problems: Problem[] }> {
  const parsed = await parse(xml)
  if ('problem' in parsed) return { problems: [parsed.problem] }
  const problems = parsed.warnings
    .filter((warning) => !warning.message.startsWith('unsupported document encoding'))
    .map((warning) => problem('', 'process.xml', { found: firstLine(warning.message) }))
  const roots = elementsOf(parsed.rootElement, 'rootElements')
  problems.push(...roots.filter((root) => root.$type === 'bpmn:Collaboration').flatMap(collaborationProblems))
  const [process, ...others] = roots.filter((root) => root.$type === 'bpmn:Process')
  problems.push(...others.map((other) => problem(idOf(other), 'process.several', { id: idOf(other) })))
  if (!process) return { problems: [...problems, problem('', 'process.none', {})] }
  const lanes = elementsOf(process, 'laneSets').flatMap((set) => elementsOf(set, 'lanes'))
  return { document: { process, elements: elementsOf(process, 'flowElements'), lanes }, problems }
}

type Parsed = { rootElement: ModdleElement; warnings: readonly { message: string }[] } | { problem: Problem }

async function parse(xml: string): Promise<Parsed> {
  try {
    return await moddle.fromXML(xml)
  } catch (error) {
    return {
      problem: problem('', 'process.xml', { found: firstLine(error instanceof Error ? error.message : String(error)) }),
    }
  }
}

function collaborationProblems(collaboration: ModdleElement): Problem[] {
  const flows = elementsOf(collaboration, 'messageFlows')
  const pools = elementsOf(collaboration, 'participants').slice(1)
  return [
    ...flows.map((flow) => unsupported(flow)),
    ...pools.map((pool) => problem(idOf(pool), 'process.several', { id: idOf(pool) })),
  ]
}

/** The refusal of an element outside the supported part of BPMN; it names the element and what may stand there. */
export function unsupported(element: ModdleElement, found = element.$type): Problem {
  return problem(idOf(element), 'process.element', {
    id: idOf(element),
    found: found.replace('bpmn:', ''),
    allowed:
      'StartEvent, EndEvent, UserTask, ServiceTask, SendTask, IntermediateThrowEvent (message), ExclusiveGateway, ParallelGateway, BoundaryEvent (timer), SequenceFlow, Lane',
  })
}

export function problem(path: string, code: string, params: Problem['params']): Problem {
  return { path, code, params }
}

/** The element's id; BPMN lets it out, so its type stands in. */
export function idOf(element: ModdleElement): string {
  return element.id ?? element.$type
}

/** A property that holds elements, as a list; empty when absent. */
export function elementsOf(element: ModdleElement, property: string): ModdleElement[] {
  const value = element.get(property)
  if (Array.isArray(value)) return value as ModdleElement[]
  return value ? [value as ModdleElement] : []
}

export function textOf(element: ModdleElement, property: string): string | undefined {
  const value = element.get(property)
  return typeof value === 'string' ? value.trim() : undefined
}

function firstLine(message: string): string {
  return message.split('\n', 1)[0] ?? message
}
