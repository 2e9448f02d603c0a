import type { WorkPatch } from '@harmony/core/contract'
import { qualityStages } from './quality-manual.ts'

const legalConsent = { role: 'consent', who: 'unit', unit: 'legal-affairs', order: 2 } as const
/** 팀장 → 협조 법무행정팀 → 본부장 → 차관 → 장관. */
const ministersLine = [
  { role: 'review', who: 'team-head', order: 1 },
  legalConsent,
  { role: 'review', who: 'bureau-head', order: 3 },
  { role: 'review', who: 'vice-minister', order: 4 },
  { role: 'approve', who: 'minister', order: 5 },
] as const

/** The ministry's documents and tasks: what it reports to its minister, how it reorganises, its manual of policy quality. */
export const work: WorkPatch = {
  documentKinds: {
    'report-plan': {
      fields: {
        'policy-stage': {
          name: { ko: '정책단계', en: 'Stage of the policy' },
          type: 'choice',
          required: true,
          choices: {
            formation: { ko: '정책형성', en: 'Formation' },
            publicity: { ko: '정책홍보', en: 'Publicity' },
            execution: { ko: '정책집행', en: 'Execution' },
            evaluation: { ko: '정책평가·환류', en: 'Evaluation and feedback' },
          },
        },
      },
    },
    bill: { route: ministersLine },
    'team-reform': {
      name: { ko: '팀제·조직개편안', en: 'Reorganisation of teams' },
      description: {
        ko: '본부와 팀의 신설·통합·폐지, 기능과 정원의 조정을 보고합니다.',
        en: 'Reports new, merged or closed bureaus and teams, and moves of functions and posts.',
      },
      fields: {
        'reform-type': {
          name: { ko: '개편 유형', en: 'Type' },
          type: 'choice',
          required: true,
          choices: {
            create: { ko: '신설', en: 'New' },
            merge: { ko: '통합', en: 'Merged' },
            close: { ko: '폐지', en: 'Closed' },
            shift: { ko: '기능조정', en: 'Functions moved' },
          },
        },
        'teams-concerned': { name: { ko: '대상 본부·팀', en: 'Bureaus and teams' }, type: 'text', required: true },
        'posts-before': { name: { ko: '정원(현행)', en: 'Posts now' }, type: 'number', required: false },
        'posts-after': { name: { ko: '정원(개편 후)', en: 'Posts afterwards' }, type: 'number', required: false },
        'decree-change': { name: { ko: '직제 개정 필요', en: 'Needs a decree' }, type: 'yes-no', required: true },
        'effective-date': { name: { ko: '시행일', en: 'In force from' }, type: 'date', required: true },
      },
      route: [
        { role: 'review', who: 'team-head', order: 1 },
        legalConsent,
        { role: 'consent', who: 'unit', unit: 'organisation-planning', order: 2 },
        { role: 'review', who: 'bureau-head', order: 3 },
        { role: 'review', who: 'vice-minister', order: 4 },
        { role: 'approve', who: 'minister', order: 5 },
      ],
      retention: 'semi-permanent',
      disclosure: 'partial',
      accessScope: 'bureau',
      graded: true,
      dispatched: true,
    },
    'policy-quality': {
      name: { ko: '정책품질 점검보고', en: 'Policy quality report' },
      description: {
        ko: '품질관리매뉴얼의 단계별 점검결과와 주요이슈를 보고합니다.',
        en: 'Reports the checks of a stage of the quality manual, and its key issue.',
      },
      fields: {
        stage: {
          name: { ko: '점검단계', en: 'Stage checked' },
          type: 'choice',
          required: true,
          choices: {
            formation: { ko: '정책형성단계', en: 'Formation' },
            publicity: { ko: '정책홍보단계', en: 'Publicity' },
            execution: { ko: '정책집행단계', en: 'Execution' },
            evaluation: { ko: '정책평가 및 환류단계', en: 'Evaluation and feedback' },
          },
        },
        'key-issue': { name: { ko: '주요이슈', en: 'Key issue' }, type: 'long-text', required: true },
        'expert-view': { name: { ko: '전문가 의견', en: 'Experts’ view' }, type: 'long-text', required: false },
      },
      route: [
        { role: 'review', who: 'team-head', order: 1 },
        { role: 'consent', who: 'unit', unit: 'innovation-strategy', order: 2 },
        { role: 'approve', who: 'bureau-head', delegated: true, order: 3 },
      ],
      retention: '10',
      disclosure: 'open',
      accessScope: 'bureau',
      graded: true,
      dispatched: false,
    },
    'directive-report': {
      name: { ko: '장관 지시사항 조치보고', en: 'Report on a minister’s directive' },
      description: { ko: '장관 지시사항의 조치결과를 보고합니다.', en: 'Reports what was done on a directive.' },
      fields: {
        'directed-on': { name: { ko: '지시일', en: 'Directed on' }, type: 'date', required: true },
        'result-type': {
          name: { ko: '조치 구분', en: 'State' },
          type: 'choice',
          required: true,
          choices: {
            done: { ko: '완료', en: 'Done' },
            going: { ko: '추진 중', en: 'In progress' },
            impossible: { ko: '추진 곤란', en: 'Not possible' },
          },
        },
      },
      route: [
        { role: 'review', who: 'team-head', order: 1 },
        { role: 'review', who: 'bureau-head', order: 2 },
        { role: 'review', who: 'vice-minister', order: 3 },
        { role: 'approve', who: 'minister', order: 4 },
      ],
      retention: '10',
      disclosure: 'closed',
      accessScope: 'participants',
      graded: true,
      dispatched: false,
    },
  },
  knowledgeCategories: {
    'team-system': { ko: '팀제·정부조직', en: 'Team system and government organisation' },
    'honours-protocol': { ko: '상훈·의전', en: 'Honours and protocol' },
  },
  task: {
    fields: {
      'annual-report-number': {
        name: { ko: '연두업무보고 과제번호', en: 'Number in the annual report' },
        type: 'text',
        required: false,
      },
      'directed-by': {
        name: { ko: '과제 구분', en: 'Origin' },
        type: 'choice',
        required: false,
        choices: {
          president: { ko: '대통령 지시', en: 'President' },
          minister: { ko: '장관 지시', en: 'Minister' },
          roadmap: { ko: '정부혁신 로드맵', en: 'Innovation roadmap' },
          own: { ko: '자체 발굴', en: 'Own' },
        },
      },
    },
    // The plan of 2005: 계획수립 20, 법령개정 40, 시행(팀제개편) 30, 확산 및 보급 10.
    phases: [
      { name: { ko: '계획수립', en: 'Planning' }, weight: 20 },
      { name: { ko: '법령개정', en: 'Change of law' }, weight: 40 },
      { name: { ko: '시행', en: 'Carrying out' }, weight: 30 },
      { name: { ko: '확산 및 보급', en: 'Spread' }, weight: 10 },
    ],
  },
  qualityStages,
}
