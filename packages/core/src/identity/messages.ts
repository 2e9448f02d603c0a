/** The words of this module's refusals, by code. */
export const identityMessages = {
  'session.required': { ko: '로그인이 필요합니다.', en: 'Please sign in.' },
  'identity.wrong-credentials': {
    ko: '전자우편 주소 또는 비밀번호가 맞지 않습니다.',
    en: 'The e-mail address or the password is not right.',
  },
  'identity.too-many-attempts': {
    ko: '시도가 너무 많습니다. {retryAfterSeconds}초 뒤에 다시 해 주십시오.',
    en: 'Too many attempts. Please try again in {retryAfterSeconds} seconds.',
  },
  'identity.locked': {
    ko: '로그인에 여러 번 실패하여 잠겼습니다. {retryAfterSeconds}초 뒤에 다시 해 주십시오.',
    en: 'Locked after too many failed sign-ins. Please try again in {retryAfterSeconds} seconds.',
  },
  'identity.password-common': {
    ko: '너무 흔한 비밀번호입니다. 다른 것을 정해 주십시오.',
    en: 'This password is too common. Please choose another one.',
  },
  'identity.password-contains-email': {
    ko: '비밀번호에 전자우편 주소를 쓸 수 없습니다.',
    en: 'The password must not be your e-mail address.',
  },
  'identity.wrong-password': {
    ko: '지금의 비밀번호가 맞지 않습니다.',
    en: 'Your current password is not right.',
  },
  'identity.wrong-code': {
    ko: '확인 번호가 맞지 않거나 기한이 지났습니다. 새 번호를 받아 주십시오.',
    en: 'The code is wrong or no longer valid. Please request a new one.',
  },
  'identity.session-not-found': { ko: '이미 끝난 접속입니다.', en: 'That session has already ended.' },
  'identity.email-taken': {
    ko: '이미 쓰고 있는 전자우편 주소입니다.',
    en: 'This e-mail address is already in use.',
  },
  'identity.unit-not-found': { ko: '조직을 찾을 수 없습니다.', en: 'The unit was not found.' },
  'identity.unit-unknown-code': { ko: '없는 조직 코드입니다: {code}', en: 'There is no unit with the code {code}.' },
  'identity.unit-code-taken': { ko: '이미 쓰고 있는 조직 코드입니다: {code}', en: 'The unit code {code} is in use.' },
  'identity.unit-parent': {
    ko: '{kind} 조직은 이 상위 조직 아래에 둘 수 없습니다.',
    en: 'A {kind} cannot stand under this unit.',
  },
  'identity.unit-cycle': {
    ko: '조직을 자기 하위 조직 아래로 옮길 수 없습니다.',
    en: 'A unit cannot be moved below itself.',
  },
  'identity.agency-exists': { ko: '최상위 기관이 이미 있습니다.', en: 'There is an agency at the top already.' },
  'identity.date-too-early': {
    ko: '적용일은 지금 내용의 적용일({from})보다 뒤여야 합니다.',
    en: 'The date must be later than that of the present entry ({from}).',
  },
  'identity.date-order': { ko: '종료일은 시작일보다 뒤여야 합니다.', en: 'The end must be later than the start.' },
  'identity.person-not-found': { ko: '직원을 찾을 수 없습니다.', en: 'The person was not found.' },
  'identity.person-code-taken': {
    ko: '이미 쓰고 있는 직원 번호입니다: {code}',
    en: 'The personnel number {code} is in use.',
  },
  'identity.post-not-found': { ko: '보직을 찾을 수 없습니다.', en: 'The post was not found.' },
  'identity.post-exists': {
    ko: '이 직원은 이미 이 조직에 보직이 있습니다.',
    en: 'This person already holds a post in this unit.',
  },
  'identity.post-main-exists': {
    ko: '주 보직이 이미 있습니다. 끝내거나 겸직으로 정해 주십시오.',
    en: 'There is a main post already: end it, or assign this one as concurrent.',
  },
  'identity.head-exists': { ko: '이 조직에는 이미 장이 있습니다.', en: 'This unit already has a head.' },
  'identity.role-not-found': { ko: '부여된 역할을 찾을 수 없습니다.', en: 'The role grant was not found.' },
  'identity.role-exists': { ko: '이미 부여된 역할입니다.', en: 'The person already has this role.' },
  'identity.role-own': {
    ko: '자기 자신의 역할은 바꿀 수 없습니다. 다른 관리자가 해야 합니다.',
    en: 'Nobody changes their own roles: another administrator must do it.',
  },
  'identity.role-by-post': {
    ko: '{role} 역할은 보직에서 생기며 따로 부여하지 않습니다.',
    en: 'The role {role} comes with a post and is not granted.',
  },
  'identity.role-incompatible': {
    ko: '{role} 역할과 {other} 역할은 한 사람이 함께 맡을 수 없습니다.',
    en: 'One person cannot hold {role} and {other} together.',
  },
  'identity.role-bureau-only': {
    ko: '{role} 역할은 혁신국에서만 부여합니다.',
    en: 'The role {role} exists in the innovation bureau only.',
  },
  'identity.role-needs-end': {
    ko: '{role} 역할에는 종료일이 있어야 합니다.',
    en: 'The role {role} needs an end date.',
  },
} as const
