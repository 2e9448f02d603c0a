import type { WorkPatch } from '@harmony/core/contract'

const heading = (number: string, ko: string, en: string) => ({ number, name: { ko, en }, heading: true })
const item = (number: string, ko: string, en: string) => ({ number, name: { ko, en } })

/**
 * The ministry's 품질관리매뉴얼: its publicity and execution ask more than the standard's, because what it makes is
 * carried out by other ministries and local governments. Formation and evaluation are the standard's.
 */
export const qualityStages: NonNullable<WorkPatch['qualityStages']> = {
  publicity: {
    items: [
      heading('4', '홍보계획', 'Plan'),
      heading('4.1', '홍보대상과 내용', 'Audience and message'),
      item(
        '4.1.1',
        '중앙부처·지방자치단체·국민 가운데 누구에게 무엇을 알리는가?',
        'Which of ministries, local governments and citizens must learn of what?',
      ),
      item('4.1.2', '매체와 시기는 알맞은가?', 'Are media and timing right?'),
      heading('4.2', '사전협의', 'Consultation beforehand'),
      item(
        '4.2.1',
        '국정홍보처와 관계부처의 협의를 거쳤는가?',
        'Were the information office and the ministries concerned consulted?',
      ),
      item('4.2.2', '예상되는 쟁점과 답변자료를 준비하였는가?', 'Are the likely questions and answers prepared?'),
      heading('5', '홍보실행', 'Publicity'),
      item('5.1.1', '브리핑·설명회·워크숍의 결과는?', 'What came of briefings and workshops?'),
      item('5.1.2', '언론보도와 국민의 반응은?', 'How did press and public respond?'),
      item('5.1.3', '오보와 오해에 어떻게 대응하였는가?', 'How were errors and misunderstandings answered?'),
    ],
  },
  execution: {
    items: [
      heading('6', '집행준비', 'Preparation'),
      item('6.1.1', '세부 집행계획과 담당이 정해졌는가?', 'Are detailed plan and people settled?'),
      item('6.1.2', '법령·예산·인력이 확보되었는가?', 'Are law, budget and staff in place?'),
      item(
        '6.1.3',
        '집행기관(부처·지방자치단체)의 여건을 확인하였는가?',
        'Are the agencies that carry it out able to?',
      ),
      heading('7', '집행점검', 'Checks'),
      item('7.1.1', '계획한 일정대로 나아가고 있는가?', 'Does it keep to the plan?'),
      item('7.1.2', '집행 중 드러난 문제와 조치는?', 'What problems came up, and what was done?'),
      item('7.1.3', '현장점검의 횟수와 결과는?', 'How often was it inspected on site, and with what result?'),
      item('7.2.1', '부처확산을 위한 표준모델이 마련되었는가?', 'Is there a standard model for other agencies?'),
    ],
  },
}
