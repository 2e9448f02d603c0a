import { describe, expect, it } from 'vitest'
import { synthesiseRelease } from '../../contract.ts'
import type { Layer, ModelPatch } from '../layers/layer.ts'
import type { Plain } from '../layers/merge.ts'
import { standard } from '../standard/standard.ts'
import { diffContents } from './diff.ts'

const over = (model: ModelPatch): Layer => ({
  key: 'own',
  level: 'agency',
  name: { ko: '우리 모델', en: 'Our model' },
  extends: standard,
  model,
})

async function changed(model: ModelPatch) {
  const [before, after] = [await synthesiseRelease(over({})), await synthesiseRelease(over(model))]
  if (!before.release || !after.release) throw new Error(JSON.stringify(after.problems))
  return diffContents(before.release as unknown as Plain, after.release as unknown as Plain)
}

describe('what differs between two releases', () => {
  it('is nothing for the same content', async () => {
    expect(await changed({})).toEqual([])
  })

  it('is said in words: 고객 관점 가중치 35 → 40', async () => {
    const changes = await changed({ performance: { perspectives: { customer: { weight: 40 }, work: { weight: 25 } } } })
    expect(changes).toEqual([
      {
        path: 'performance.perspectives.customer.weight',
        before: 35,
        after: 40,
        words: { ko: '고객 관점 가중치 35 → 40', en: 'Perspective “Customer” Weight 35 → 40' },
      },
      expect.objectContaining({ path: 'performance.perspectives.work.weight', before: 30, after: 25 }),
    ])
  })

  it('names indicators, terms and nested fields', async () => {
    const changes = await changed({
      terms: { team: { ko: '과', en: 'Division' } },
      performance: {
        indicators: { 'processing-days': { target: 2, min: 0 } },
        rollUp: { agency: 'children' },
        signals: { green: 85 },
      },
      customer: { satisfaction: { windowDays: 14 } },
    })
    expect(changes.map((change) => change.words.ko).sort()).toEqual([
      '만족도 평가 평가 기간(일) 30 → 14',
      '신호등 달성 기준 90 → 85',
      '용어 팀 ‘팀’ → ‘과’',
      '집계 방식 기관 evidence → children',
      '평균처리일수 성과지표 목표 3 → 2',
      '평균처리일수 성과지표 하한 추가: 0',
    ])
  })

  it('names entries that came and went, and links by their ends', async () => {
    const changes = await changed({
      performance: {
        objectives: { 'policy-customer': null, 'prompt-response': { weight: 50 } },
        links: { 'core-policy': null },
      },
      customer: {
        areas: { living: { name: { ko: '생활불편', en: 'Nuisances' }, description: { ko: '불편', en: 'Nuisances' } } },
      },
    })
    expect(changes.map((change) => change.words.ko).sort()).toEqual([
      '생활불편 분야 추가',
      '신속하고 정확한 답변 전략목표 가중치 30 → 50',
      '인과관계 core-policy→policy-customer 삭제',
      '정책고객 참여 확대 전략목표 삭제',
    ])
  })

  it('says kinds of document, routes, phases and checklists in words', async () => {
    const changes = await changed({
      work: {
        documentKinds: {
          internal: null,
          notice: {
            name: { ko: '고시·공고', en: 'Public notice' },
            description: { ko: '알림', en: 'Tells' },
            fields: {},
            route: [{ role: 'approve', who: 'minister', order: 1 }],
            retention: '30',
            disclosure: 'open',
            accessScope: 'agency',
            graded: false,
            dispatched: true,
          },
          report: {
            retention: 'permanent',
            graded: false,
            fields: { 'report-type': { required: false } },
            route: [
              { role: 'consent', who: 'unit', unit: 'budget', order: 1 },
              { role: 'consent', who: 'unit', unit: 'audit', order: 1 },
              { role: 'approve', who: 'vice-minister', delegated: true, order: 2 },
            ],
          },
        },
        task: {
          phases: [
            { name: { ko: '계획', en: 'Plan' }, weight: 30 },
            { name: { ko: '집행', en: 'Do' }, weight: 70 },
          ],
        },
        qualityStages: { publicity: { items: [{ number: '4.1.1', name: { ko: '알렸는가?', en: 'Told?' } }] } },
      },
    })
    const words = changes.map((change) => change.words.ko)
    expect(words).toEqual(
      expect.arrayContaining([
        '내부결재 문서 삭제',
        '고시·공고 문서 추가',
        '보고서 문서 보존기간 5년 → 영구',
        '보고서 문서 등급 평가 예 → 아니오',
        '보고서 문서 보고 구분 항목 필수 예 → 아니오',
        '보고서 문서 보고경로 부서장 검토 › 본부·국장 전결 → budget 협조·audit 협조 › 부기관장 전결',
        '과제카드 진행단계 계획수립 20%, 의견수렴·협의 20%, 집행 40%, 평가·확산 20% → 계획 30%, 집행 70%',
        '정책홍보단계 점검단계 4.1.1 알렸는가? 점검항목 이름 ‘누구에게 무엇을 알려야 하는가?’ → ‘알렸는가?’',
        '정책홍보단계 점검단계 5 홍보실행 점검항목 삭제',
      ]),
    )
  })
})
