const heading = (number: string, ko: string, en: string) => ({ number, name: { ko, en }, heading: true })
const item = (number: string, ko: string, en: string) => ({ number, name: { ko, en } })

/** The 품질관리매뉴얼 (R11): what is asked of a policy in each of its four stages, numbered as printed. */
export const standardQualityStages = {
  formation: {
    name: { ko: '정책형성단계', en: 'Policy formation' },
    items: [
      heading('1', '정책수립의 필요성', 'Why a policy is needed'),
      heading('1.1', '현황', 'Present state'),
      item('1.1.1', '정책현안의 현황과 실태는?', 'What is the present state of the matter?'),
      heading('1.2', '문제점', 'Problems'),
      item('1.2.1', '무엇이 문제인가?', 'What is the problem?'),
      item('1.2.2', '문제의 원인은?', 'What causes it?'),
      item(
        '1.2.3',
        '외부로부터의 요구는? (누가, 무엇을, 왜, 어떻게 해 달라는 것인가?)',
        'What do others ask for? (who, what, why and how)',
      ),
      heading('2', '정책목표와 대안', 'Aim and alternatives'),
      heading('2.1', '정책목표', 'Aim'),
      item('2.1.1', '누구를 위하여 무엇을 언제까지 이루려 하는가?', 'What shall be reached, for whom, by when?'),
      item('2.1.2', '목표 달성 여부를 무엇으로 측정하는가?', 'What measures whether it has been reached?'),
      heading('2.2', '유사사례', 'Similar cases'),
      item('2.2.1', '과거 유사정책의 결과와 교훈은?', 'What came of earlier policies of this kind?'),
      item('2.2.2', '외국·민간의 사례는?', 'How do other countries and companies do it?'),
      heading('2.3', '대안비교', 'Alternatives'),
      item(
        '2.3.1',
        '어떤 대안을 비교하였고 이 안을 고른 이유는?',
        'Which alternatives were compared, and why this one?',
      ),
      item('2.3.2', '비용과 효과, 재원대책은?', 'What are cost, effect and funding?'),
      heading('3', '이해관계와 협의', 'Interests and consultation'),
      item('3.1.1', '이해관계자는 누구이며 입장은 무엇인가?', 'Who is concerned, and what do they hold?'),
      item('3.1.2', '관계기관 협의 결과와 남은 쟁점은?', 'What came of consulting other agencies, what is open?'),
      item('3.1.3', '전문가와 국민의 의견을 어떻게 들어 반영하였는가?', 'How were experts and citizens heard?'),
    ],
  },
  publicity: {
    name: { ko: '정책홍보단계', en: 'Policy publicity' },
    items: [
      heading('4', '홍보계획', 'Plan'),
      item('4.1.1', '누구에게 무엇을 알려야 하는가?', 'Who must learn of what?'),
      item('4.1.2', '매체와 시기는 알맞은가?', 'Are media and timing right?'),
      item('4.1.3', '발표 전에 관계기관과 협의하였는가?', 'Were other agencies consulted before the announcement?'),
      heading('5', '홍보실행', 'Publicity'),
      item('5.1.1', '언론과 국민의 반응은?', 'How did press and public respond?'),
      item('5.1.2', '오보와 오해에 어떻게 대응하였는가?', 'How were errors and misunderstandings answered?'),
    ],
  },
  execution: {
    name: { ko: '정책집행단계', en: 'Policy execution' },
    items: [
      heading('6', '집행준비', 'Preparation'),
      item('6.1.1', '세부 집행계획과 담당이 정해졌는가?', 'Are detailed plan and people settled?'),
      item('6.1.2', '법령·예산·인력이 확보되었는가?', 'Are law, budget and staff in place?'),
      heading('7', '집행점검', 'Checks'),
      item('7.1.1', '계획한 일정대로 나아가고 있는가?', 'Does it keep to the plan?'),
      item('7.1.2', '집행 중 드러난 문제와 조치는?', 'What problems came up, and what was done?'),
      item('7.1.3', '현장과 고객의 의견은 무엇인가?', 'What do the field and the customers say?'),
    ],
  },
  evaluation: {
    name: { ko: '정책평가 및 환류단계', en: 'Policy evaluation and feedback' },
    items: [
      heading('8', '정책평가', 'Evaluation'),
      item('8.1.1', '정책목표를 이루었는가?', 'Has the aim been reached?'),
      item('8.1.2', '예상하지 못한 결과는 없었는가?', 'Were there unforeseen results?'),
      item('8.1.3', '고객은 결과에 만족하는가?', 'Are the customers satisfied with the result?'),
      heading('9', '환류', 'Feedback'),
      item('9.1.1', '평가결과를 다음 계획에 어떻게 반영하는가?', 'How does the result enter the next plan?'),
      item('9.1.2', '잘된 점과 잘못된 점을 기록하고 공유하였는가?', 'Were good and bad points recorded and shared?'),
    ],
  },
}
