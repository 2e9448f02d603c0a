import type { CustomerPatch } from '@harmony/core/contract'

/** Fields in which residents meet their 구청·시청·군청. */
export const areas = {
  living: {
    name: { ko: '생활불편', en: 'Everyday nuisances' },
    description: { ko: '쓰레기, 소음, 가로등처럼 동네에서 겪는 불편', en: 'Litter, noise, lamps and the like' },
  },
  permits: {
    name: { ko: '인허가', en: 'Permits' },
    description: { ko: '건축과 영업의 허가·신고', en: 'Building and business permits' },
  },
  welfare: {
    name: { ko: '복지', en: 'Welfare' },
    description: { ko: '기초생활, 보육, 어르신·장애인 지원', en: 'Basic living, child care, elderly and disabled' },
  },
  roads: {
    name: { ko: '도로·교통', en: 'Roads and traffic' },
    description: { ko: '도로 파손, 신호와 주차', en: 'Damaged roads, signals, parking' },
  },
  certificates: {
    name: { ko: '증명·여권', en: 'Certificates and passports' },
    description: { ko: '증명 발급과 여권', en: 'Certificates and passports' },
  },
}

const place = { type: 'string', title: '위치', minLength: 2, maxLength: 200 }
const placeForm = { type: 'object', properties: { place }, required: ['place'], additionalProperties: false }

/** What residents may ask for. `즉시` is three working hours (민원처리법 시행령). */
export const services: NonNullable<CustomerPatch['services']> = {
  'street-report': {
    area: 'living',
    name: { ko: '생활불편신고', en: 'Street report' },
    description: {
      ko: '쓰레기 무단투기, 고장 난 가로등, 소음을 신고합니다.',
      en: 'Report litter, broken lamps or noise.',
    },
    petitionType: 'grievance',
    period: { unit: 'days', amount: 5 },
    process: 'street-report',
    form: placeForm,
    duty: { unitCode: 'cleaning' },
  },
  'road-traffic': {
    area: 'roads',
    name: { ko: '도로·교통 신고', en: 'Road and traffic report' },
    description: { ko: '도로 파손과 신호, 주차 문제를 신고합니다.', en: 'Report damaged roads, signals, parking.' },
    petitionType: 'grievance',
    period: { unit: 'days', amount: 7 },
    process: 'street-report',
    form: placeForm,
    duty: { unitCode: 'roads' },
  },
  'permit-inquiry': {
    area: 'permits',
    name: { ko: '인허가 문의', en: 'Permit inquiry' },
    description: {
      ko: '건축·영업 허가의 요건을 관련 과가 함께 검토해 답합니다.',
      en: 'All departments concerned examine it together.',
    },
    petitionType: 'general-inquiry',
    period: { unit: 'days', amount: 7 },
    process: 'permit-inquiry',
    duty: { unitCode: 'permits' },
  },
  'welfare-inquiry': {
    area: 'welfare',
    name: { ko: '복지 문의', en: 'Welfare inquiry' },
    description: {
      ko: '받을 수 있는 지원을 상담합니다. 필요하면 찾아갑니다.',
      en: 'We counsel, and come to you if needed.',
    },
    petitionType: 'general-inquiry',
    period: { unit: 'days', amount: 7 },
    process: 'welfare-counsel',
    duty: { unitCode: 'welfare' },
  },
  'certificate-help': {
    area: 'certificates',
    name: { ko: '증명·여권 즉시 문의', en: 'Certificates and passports, at once' },
    description: { ko: '발급 방법과 구비서류를 바로 안내합니다.', en: 'We tell you at once how to get it.' },
    petitionType: 'other',
    period: { unit: 'hours', amount: 3 },
    process: 'one-stop',
    duty: { unitCode: 'civil-affairs' },
  },
}
