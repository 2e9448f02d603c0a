import { HARMONY_NAMESPACE } from './schema.ts'

/** BPMN XML around these flow elements, for tests: one lane `unit:duty` that holds every element. */
export function bpmn(elements: string, extra = ''): string {
  const ids = [...elements.matchAll(/<(?!sequenceFlow|timer|message|\/|conditionExpression)\w+ id="(\w+)"/g)].map(
    (m) => m[1],
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
  xmlns:harmony="${HARMONY_NAMESPACE}" id="definitions" targetNamespace="urn:test">
  <process id="process" name="시험" isExecutable="true">
    <laneSet id="lanes"><lane id="lane" name="처리팀" harmony:performer="unit:duty">${ids.map((id) => `<flowNodeRef>${id}</flowNodeRef>`).join('')}</lane></laneSet>
    ${elements}
  </process>${extra}
</definitions>`
}

export const start = '<startEvent id="start"/>'
export const end = (id = 'end') => `<endEvent id="${id}" harmony:stage="completed"/>`
export const user = (id: string, attributes = '') =>
  `<userTask id="${id}" name="${id}" harmony:action="handle" ${attributes}/>`
export const automatic = (id: string, handler = 'receive') => `<serviceTask id="${id}" harmony:handler="${handler}"/>`
export const send = (id: string) => `<sendTask id="${id}" harmony:message="${id}"/>`
export const throwing = (id: string) =>
  `<intermediateThrowEvent id="${id}" harmony:message="${id}"><messageEventDefinition/></intermediateThrowEvent>`
export const gateway = (kind: 'exclusive' | 'parallel', id: string, otherwise?: string) =>
  `<${kind}Gateway id="${id}"${otherwise ? ` default="${otherwise}"` : ''}/>`
export const flow = (from: string, to: string, condition?: string, id = `${from}_${to}`) =>
  condition === undefined
    ? `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`
    : `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"><conditionExpression xsi:type="tFormalExpression" language="cel"><![CDATA[${condition}]]></conditionExpression></sequenceFlow>`
export const timer = (id: string, host: string, span: string, interrupting = true) =>
  `<boundaryEvent id="${id}" attachedToRef="${host}" cancelActivity="${interrupting}"><timerEventDefinition><timeDuration xsi:type="tFormalExpression">${span}</timeDuration></timerEventDefinition></boundaryEvent>`
