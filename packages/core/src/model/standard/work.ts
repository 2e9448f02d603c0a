import type { ModelPatch } from '../layers/layer.ts'
import { standardDocumentKinds } from './document-kinds.ts'
import { standardQualityStages } from './quality-manual.ts'

/** What every agency begins with for documents and tasks; a plugin says what differs. */
export const standardWork: NonNullable<ModelPatch['work']> = {
  documentKinds: standardDocumentKinds,
  knowledgeCategories: {
    'general-administration': { ko: '일반행정', en: 'General administration' },
    'planning-budget': { ko: '기획·예산', en: 'Planning and budget' },
    'organisation-personnel': { ko: '조직·인사', en: 'Organisation and personnel' },
    'law-rules': { ko: '법무·법제', en: 'Law and rules' },
    'finance-tax': { ko: '재정·세정', en: 'Finance and tax' },
    'e-government': { ko: '정보화', en: 'Information systems' },
    'local-affairs': { ko: '지방행정', en: 'Local affairs' },
    safety: { ko: '안전·재난', en: 'Safety and disasters' },
    'innovation-performance': { ko: '혁신·성과', en: 'Innovation and performance' },
    'public-relations': { ko: '홍보·소통', en: 'Public relations' },
    'audit-inspection': { ko: '감사', en: 'Audit' },
  },
  // A is what is expected: with 85 as the target of a mean, A is green, B (82) yellow, C (59) red.
  grades: { S: 100, A: 85, B: 70, C: 50 },
  task: {
    fields: {
      'legal-basis': { name: { ko: '추진근거', en: 'Basis' }, type: 'text', required: false },
      'policy-target': { name: { ko: '정책대상', en: 'Whom it is for' }, type: 'text', required: false },
      'related-agencies': { name: { ko: '관계기관', en: 'Agencies concerned' }, type: 'text', required: false },
    },
    phases: [
      { name: { ko: '계획수립', en: 'Planning' }, weight: 20 },
      { name: { ko: '의견수렴·협의', en: 'Consultation' }, weight: 20 },
      { name: { ko: '집행', en: 'Execution' }, weight: 40 },
      { name: { ko: '평가·확산', en: 'Evaluation and spread' }, weight: 20 },
    ],
  },
  qualityStages: standardQualityStages,
}
