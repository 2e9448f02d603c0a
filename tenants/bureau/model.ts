import { defineAgencyPlugin, ministry } from '@harmony/core/contract'

/** The central bureau is an agency like any other: its customers are the innovation officers of all agencies. */
export const bureauModel = defineAgencyPlugin({
  key: 'bureau',
  level: 'agency',
  version: '2026.11.2',
  name: { ko: '혁신국 모델', en: 'Model of the innovation bureau' },
  extends: ministry,
  model: {
    strategy: {
      mission: { ko: '모든 기관의 혁신을 돕는다', en: 'Help every agency innovate' },
      vision: { ko: '고객과 성과 중심의 정부', en: 'A government of customers and results' },
    },
    performance: { rollUp: { agency: 'children' } },
    customer: {
      areas: {
        rollout: {
          name: { ko: '확산·도입 지원', en: 'Rollout and support' },
          description: {
            ko: '하모니 도입과 모델 배포에 관한 문의',
            en: 'Questions on adopting Harmony and its releases',
          },
        },
        consulting: {
          name: { ko: '혁신 컨설팅', en: 'Innovation consulting' },
          description: { ko: '혁신진단과 컨설팅 신청', en: 'Diagnosis and consulting' },
        },
      },
      services: {
        'rollout-inquiry': {
          area: 'rollout',
          name: { ko: '하모니 도입 문의', en: 'Question on adopting Harmony' },
          description: {
            ko: '도입 절차와 표준 모델에 대해 묻습니다.',
            en: 'Ask how to adopt and about the standard model.',
          },
          petitionType: 'general-inquiry',
          period: { unit: 'days', amount: 7 },
          process: 'general-handling',
          duty: { unitCode: 'rollout-team' },
        },
        'consulting-request': {
          area: 'consulting',
          name: { ko: '컨설팅 신청', en: 'Request for consulting' },
          description: { ko: '우리 기관의 혁신 컨설팅을 신청합니다.', en: 'Ask for consulting at your agency.' },
          petitionType: 'other',
          period: { unit: 'days', amount: 7 },
          process: 'general-handling',
          duty: { unitCode: 'consulting-team' },
        },
      },
    },
  },
})
