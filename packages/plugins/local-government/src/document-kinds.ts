import type { WorkPatch } from '@harmony/core/contract'

const budgetConsent = { role: 'consent', who: 'unit', unit: 'planning-budget', order: 2 } as const

/** 과장 → 국장 전결. */
const toTheBureau = [
  { role: 'review', who: 'team-head', order: 1 },
  { role: 'approve', who: 'bureau-head', delegated: true, order: 2 },
] as const

/** 위임전결: what residents meet ends with 과장 or 국장, money with 부구청장, only a 방침 goes up to the head. */
export const documentKinds: NonNullable<WorkPatch['documentKinds']> = {
  'report-plan': {
    name: { ko: '방침 결재', en: 'Decision of policy' },
    description: {
      ko: '사업의 방침을 정합니다. 예산부서의 협조를 받아 단체장이 결재합니다.',
      en: 'Settles a project. The budget division consents and the head of government approves.',
    },
    fields: {
      'effective-date': null,
      'target-area': { name: { ko: '대상 지역(동)', en: 'Wards concerned' }, type: 'text', required: false },
    },
    route: [
      { role: 'review', who: 'team-head', order: 1 },
      budgetConsent,
      { role: 'review', who: 'bureau-head', order: 3 },
      { role: 'review', who: 'vice-minister', order: 4 },
      { role: 'approve', who: 'minister', order: 5 },
    ],
    accessScope: 'agency',
  },
  report: { route: toTheBureau },
  bill: null,
  ordinance: {
    name: { ko: '조례·규칙안', en: 'Draft of an ordinance' },
    description: { ko: '조례와 규칙의 제·개정안입니다.', en: 'An ordinance or rule to be made or changed.' },
    fields: {
      'ordinance-type': {
        name: { ko: '구분', en: 'Rank' },
        type: 'choice',
        required: true,
        choices: { ordinance: { ko: '조례', en: 'Ordinance' }, rule: { ko: '규칙', en: 'Rule' } },
      },
      'notice-until': { name: { ko: '입법예고 종료일', en: 'Public notice until' }, type: 'date', required: true },
      'council-session': { name: { ko: '상정할 의회 회기', en: 'Council session' }, type: 'text', required: false },
    },
    route: [
      { role: 'review', who: 'team-head', order: 1 },
      budgetConsent,
      { role: 'review', who: 'bureau-head', order: 3 },
      { role: 'review', who: 'vice-minister', order: 4 },
      { role: 'approve', who: 'minister', order: 5 },
    ],
    retention: 'permanent',
    disclosure: 'open',
    accessScope: 'agency',
    graded: true,
    dispatched: true,
  },
  notice: {
    name: { ko: '고시·공고', en: 'Public notice' },
    description: { ko: '법령에 따라 주민에게 알립니다.', en: 'Tells residents, as a law requires.' },
    fields: {
      'notice-type': {
        name: { ko: '구분', en: 'Type' },
        type: 'choice',
        required: true,
        choices: { gosi: { ko: '고시', en: 'Official notice' }, gonggo: { ko: '공고', en: 'Announcement' } },
      },
      'legal-basis': { name: { ko: '근거 법령', en: 'Legal basis' }, type: 'text', required: true },
      'posted-from': { name: { ko: '게시 시작일', en: 'Posted from' }, type: 'date', required: true },
      'posted-until': { name: { ko: '게시 종료일', en: 'Posted until' }, type: 'date', required: true },
    },
    route: toTheBureau,
    retention: '30',
    disclosure: 'open',
    accessScope: 'agency',
    graded: false,
    dispatched: true,
  },
  'permit-review': {
    name: { ko: '인허가 검토', en: 'Review of a permit' },
    description: {
      ko: '건축·영업 허가 신청을 관련 과의 협조를 받아 검토합니다.',
      en: 'Examines an application together with the divisions concerned.',
    },
    fields: {
      'permit-type': {
        name: { ko: '허가 종류', en: 'Permit' },
        type: 'choice',
        required: true,
        choices: {
          building: { ko: '건축허가', en: 'Building' },
          business: { ko: '영업허가', en: 'Business' },
          road: { ko: '도로점용', en: 'Use of road' },
        },
      },
      site: { name: { ko: '소재지', en: 'Site' }, type: 'text', required: true },
      'filed-on': { name: { ko: '접수일', en: 'Filed on' }, type: 'date', required: true },
      finding: {
        name: { ko: '검토결과', en: 'Finding' },
        type: 'choice',
        required: true,
        choices: {
          fit: { ko: '적합', en: 'Fit' },
          conditional: { ko: '조건부 적합', en: 'Fit under conditions' },
          unfit: { ko: '부적합', en: 'Unfit' },
        },
      },
    },
    route: [
      { role: 'consent', who: 'unit', unit: 'building', order: 1 },
      { role: 'consent', who: 'unit', unit: 'environment', order: 1 },
      { role: 'approve', who: 'team-head', delegated: true, order: 2 },
    ],
    retention: '10',
    disclosure: 'partial',
    accessScope: 'bureau',
    graded: false,
    dispatched: true,
  },
  subsidy: {
    name: { ko: '보조금 교부결정', en: 'Grant of a subsidy' },
    description: {
      ko: '단체와 주민사업에 보조금을 교부합니다. 부단체장이 전결합니다.',
      en: 'Grants money to a body or residents’ project; the deputy head approves.',
    },
    fields: {
      recipient: { name: { ko: '교부대상', en: 'Recipient' }, type: 'text', required: true },
      amount: { name: { ko: '교부액(천원)', en: 'Amount (1,000 won)' }, type: 'number', required: true },
      'legal-basis': { name: { ko: '근거 조례', en: 'Ordinance' }, type: 'text', required: true },
    },
    route: [
      { role: 'review', who: 'team-head', order: 1 },
      budgetConsent,
      { role: 'review', who: 'bureau-head', order: 3 },
      { role: 'approve', who: 'vice-minister', delegated: true, order: 4 },
    ],
    retention: '10',
    disclosure: 'open',
    accessScope: 'agency',
    graded: true,
    dispatched: true,
  },
}
