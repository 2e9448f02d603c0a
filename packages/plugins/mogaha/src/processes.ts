import { readFileSync } from 'node:fs'

const bpmn = (name: string) => readFileSync(new URL(`./processes/${name}.bpmn`, import.meta.url), 'utf8')

/** The courses the ministry's petitions take, as drawn in the BPMN files beside. */
export const processes = {
  'general-inquiry': { name: { ko: '일반 질의', en: 'General inquiry' }, bpmn: bpmn('general-inquiry') },
  'legal-inquiry': { name: { ko: '법령 질의', en: 'Legal inquiry' }, bpmn: bpmn('legal-inquiry') },
  suggestion: { name: { ko: '건의', en: 'Suggestion' }, bpmn: bpmn('suggestion') },
  grievance: { name: { ko: '고충민원', en: 'Grievance' }, bpmn: bpmn('grievance') },
  'record-request': { name: { ko: '기록물 열람', en: 'Access to records' }, bpmn: bpmn('record-request') },
}
