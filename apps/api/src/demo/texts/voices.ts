/** Comments by how content the citizen was, 1 to 5. */
export const COMMENTS: Readonly<Record<number, readonly string[]>> = {
  5: [
    '생각보다 빨리 답을 받아 놀랐습니다. 설명도 알기 쉬웠습니다.',
    '전화까지 주셔서 자세히 설명해 주셨어요. 고맙습니다.',
    '자료를 꼼꼼히 챙겨 보내 주셔서 바로 업무에 썼습니다.',
    '주말에 넣었는데 월요일 오전에 해결됐습니다.',
  ],
  4: ['친절하게 안내해 주셨습니다.', '답변이 명확해서 좋았습니다.', '중간에 진행 상황을 알려 주어 안심했습니다.'],
  3: [
    '답은 받았지만 조금 오래 걸렸습니다.',
    '안내가 조금 더 쉬웠으면 합니다.',
    '담당자가 한 번 바뀌어 다시 설명해야 했습니다.',
  ],
  2: ['기한을 거의 채워서 답이 왔습니다.', '묻는 것과 다른 답이 왔습니다.', '전화 연결이 잘 되지 않았습니다.'],
  1: ['기한이 지나서야 답을 받았습니다.', '해결되지 않았는데 끝난 것으로 처리했습니다.'],
}

/** What citizens ask in the talk, and what officers say. */
export const TALKS: readonly (readonly [string, string])[] = [
  ['혹시 언제쯤 답을 받을 수 있을까요?', '지금 검토하고 있습니다. 내일까지 답변드리겠습니다.'],
  ['관련 자료도 함께 받을 수 있을까요?', '네, 답변과 함께 파일로 보내 드리겠습니다.'],
  ['제가 적은 내용에 빠진 것이 있나요?', '충분합니다. 더 필요하면 보완을 요청드리겠습니다.'],
  ['전화로 설명을 들을 수 있을까요?', '오늘 오후 두 시에 전화드리겠습니다.'],
]

export const SUPPLEMENTS: readonly (readonly [string, string])[] = [
  ['위치를 알 수 있는 사진이나 주소를 보내 주세요.', '주소를 적어 보냅니다. 큰길에서 두 번째 골목입니다.'],
  ['기관 이름과 담당 부서를 알려 주세요.', '기획예산담당관실입니다.'],
  ['신청 사유를 조금 더 자세히 적어 주세요.', '내년 조직 개편을 준비하고 있어 참고하려 합니다.'],
]

export const TRANSFER_REASONS: readonly string[] = [
  '소관 업무가 우리 부서에 없어 이송합니다.',
  '분장 사무에 따라 담당 부서로 옮깁니다.',
]
export const EXTENSION_REASONS: readonly string[] = [
  '관계 기관의 의견을 받는 데 시간이 더 필요합니다.',
  '법령 검토에 시간이 더 필요합니다.',
]
export const REOPEN_REASONS: readonly string[] = [
  '답변을 받았지만 물어본 것 가운데 하나가 빠졌습니다.',
  '같은 문제가 다시 생겼습니다.',
]
export const WITHDRAW_REASONS: readonly string[] = ['다른 방법으로 해결했습니다.', '잘못 신청했습니다.']
