import type { ModelPatch } from '../layers/layer.ts'

type Kinds = NonNullable<NonNullable<ModelPatch['work']>['documentKinds']>
type Route = NonNullable<NonNullable<Kinds[string]>['route']>

/** 팀장 검토 → 본부장 검토 → 차관 검토 → 장관 결재. */
const toTheTop: Route = [
  { role: 'review', who: 'team-head', order: 1 },
  { role: 'review', who: 'bureau-head', order: 2 },
  { role: 'review', who: 'vice-minister', order: 3 },
  { role: 'approve', who: 'minister', order: 4 },
]

/** 팀장 검토 → 본부장 전결. */
const toTheBureau: Route = [
  { role: 'review', who: 'team-head', order: 1 },
  { role: 'approve', who: 'bureau-head', delegated: true, order: 2 },
]

/** 팀장 전결. */
const toTheTeamHead: Route = [{ role: 'approve', who: 'team-head', delegated: true, order: 1 }]

/**
 * The kinds of document every agency begins with (R4–R7). Retention follows 공공기록물법 시행령 별표 1: law-making is
 * kept for ever, meetings of decision 10 years, plans and reports of a unit 5, daily business 3. Open is the rule
 * (정보공개법 §3); who closes a document names the ground.
 */
export const standardDocumentKinds: Kinds = {
  'report-plan': {
    name: { ko: '계획 기안문', en: 'Draft of a plan' },
    description: {
      ko: '정책이나 사업의 추진계획을 보고하고 시행합니다.',
      en: 'Reports the plan of a policy or project and carries it out.',
    },
    fields: {
      background: { name: { ko: '추진배경', en: 'Background' }, type: 'long-text', required: true },
      'effective-date': { name: { ko: '시행 예정일', en: 'To take effect on' }, type: 'date', required: false },
      budget: { name: { ko: '소요예산(천원)', en: 'Budget (1,000 won)' }, type: 'number', required: false },
    },
    route: toTheTop,
    retention: '5',
    disclosure: 'open',
    accessScope: 'bureau',
    graded: true,
    dispatched: true,
  },
  report: {
    name: { ko: '보고서', en: 'Report' },
    description: {
      ko: '현안이나 추진결과를 보고합니다. 시행문은 만들지 않습니다.',
      en: 'Reports on a matter or a result. No dispatch is made.',
    },
    fields: {
      'report-type': {
        name: { ko: '보고 구분', en: 'Type of report' },
        type: 'choice',
        required: true,
        choices: {
          issue: { ko: '현안보고', en: 'On a present matter' },
          progress: { ko: '추진상황 보고', en: 'On progress' },
          result: { ko: '결과보고', en: 'On a result' },
        },
      },
    },
    route: toTheBureau,
    retention: '5',
    disclosure: 'open',
    accessScope: 'bureau',
    graded: true,
    dispatched: false,
  },
  bill: {
    name: { ko: '법령안', en: 'Draft of a law' },
    description: { ko: '법령·행정규칙의 제정·개정안입니다.', en: 'A law, decree or rule to be made or changed.' },
    fields: {
      'law-type': {
        name: { ko: '법령 구분', en: 'Rank' },
        type: 'choice',
        required: true,
        choices: {
          act: { ko: '법률', en: 'Act' },
          decree: { ko: '대통령령', en: 'Presidential decree' },
          rule: { ko: '부령', en: 'Ministerial rule' },
          directive: { ko: '훈령·예규', en: 'Directive or regulation' },
        },
      },
      'change-type': {
        name: { ko: '제·개정 구분', en: 'Change' },
        type: 'choice',
        required: true,
        choices: {
          enact: { ko: '제정', en: 'New' },
          amend: { ko: '개정', en: 'Amendment' },
          repeal: { ko: '폐지', en: 'Repeal' },
        },
      },
      'notice-until': { name: { ko: '입법예고 종료일', en: 'Public notice until' }, type: 'date', required: false },
      'regulates-people': {
        name: { ko: '국민에 대한 규제 포함', en: 'Contains regulation of citizens' },
        type: 'yes-no',
        required: true,
      },
    },
    route: toTheTop,
    retention: 'permanent',
    disclosure: 'open',
    accessScope: 'agency',
    graded: true,
    dispatched: true,
  },
  outgoing: {
    name: { ko: '시행문', en: 'Outgoing letter' },
    description: {
      ko: '다른 부서나 기관에 알리거나 요청합니다.',
      en: 'Tells or asks other units or agencies.',
    },
    fields: {
      'reply-by': { name: { ko: '회신 기한', en: 'Reply by' }, type: 'date', required: false },
    },
    route: toTheTeamHead,
    retention: '3',
    disclosure: 'open',
    accessScope: 'agency',
    graded: false,
    dispatched: true,
  },
  internal: {
    name: { ko: '내부결재', en: 'Internal approval' },
    description: {
      ko: '부서 안에서 처리하고 끝나는 결재입니다.',
      en: 'Approved and settled within the unit.',
    },
    fields: {},
    route: toTheTeamHead,
    retention: '3',
    disclosure: 'open',
    accessScope: 'unit',
    graded: false,
    dispatched: false,
  },
  'meeting-result': {
    name: { ko: '회의결과 보고', en: 'Result of a meeting' },
    description: {
      ko: '회의의 안건과 결정, 후속조치를 보고합니다.',
      en: 'Reports agenda, decisions and what follows.',
    },
    fields: {
      'held-on': { name: { ko: '회의 일자', en: 'Held on' }, type: 'date', required: true },
      'follow-up': { name: { ko: '후속조치', en: 'Follow-up' }, type: 'long-text', required: false },
    },
    route: toTheBureau,
    retention: '10',
    disclosure: 'open',
    accessScope: 'bureau',
    graded: true,
    dispatched: false,
  },
}
