import { readFileSync } from 'node:fs'

const bpmn = (name: string) => readFileSync(new URL(`./processes/${name}.bpmn`, import.meta.url), 'utf8')

/** The courses of a local government's requests, as drawn in the BPMN files beside. */
export const processes = {
  'one-stop': { name: { ko: '원스톱 즉시 처리', en: 'One-stop service' }, bpmn: bpmn('one-stop') },
  'street-report': { name: { ko: '생활불편신고', en: 'Street report' }, bpmn: bpmn('street-report') },
  'permit-inquiry': { name: { ko: '인허가 문의', en: 'Permit inquiry' }, bpmn: bpmn('permit-inquiry') },
  'welfare-counsel': { name: { ko: '복지 상담', en: 'Welfare counsel' }, bpmn: bpmn('welfare-counsel') },
}
