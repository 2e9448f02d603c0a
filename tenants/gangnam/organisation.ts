import type { OrganisationSpec } from '@harmony/core/contract'
import { appoint, type Names, type Team, teamPeople, teamUnits } from '../organisation.ts'

const bureaus: readonly Names[] = [
  ['administration', '행정관리국', 'Administration Bureau'],
  ['living', '생활복지국', 'Living and Welfare Bureau'],
  ['city', '도시관리국', 'City Management Bureau'],
  ['construction', '건설교통국', 'Construction and Traffic Bureau'],
]

/** The people are invented. */
const teams: readonly Team[] = [
  { unit: ['inspection', '감사담당관', 'Inspection Office'], under: 'gangnam', people: ['모지율', '범하늬'] },
  {
    unit: ['general-affairs', '총무과', 'General Affairs Division'],
    under: 'administration',
    people: ['도하진', '초이랑', '류새봄'],
  },
  {
    unit: ['civil-affairs', '민원여권과', 'Civil Affairs and Passports Division'],
    under: 'administration',
    people: ['진서담', '천보라', '국시우', '방겨울'],
  },
  {
    unit: ['permits', '위생인허가과', 'Permits Division'],
    under: 'administration',
    people: ['마해찬', '윤슬아', '정이룸'],
  },
  {
    unit: ['welfare', '사회복지과', 'Social Welfare Division'],
    under: 'living',
    people: ['하도연', '임솔비', '곽하람', '오보람'],
  },
  { unit: ['environment', '환경과', 'Environment Division'], under: 'living', people: ['변우솔', '나예성', '문초아'] },
  {
    unit: ['cleaning', '청소행정과', 'Cleaning Division'],
    under: 'living',
    people: ['석다올', '현가람', '유한별', '손누리'],
  },
  { unit: ['building', '건축과', 'Building Division'], under: 'city', people: ['채윤도', '강이솔', '조아라'] },
  { unit: ['city-planning', '도시계획과', 'City Planning Division'], under: 'city', people: ['홍세담', '권라임'] },
  {
    unit: ['roads', '도로관리과', 'Roads Division'],
    under: 'construction',
    people: ['배한솔', '신우람', '차은솔', '장미르'],
  },
  { unit: ['traffic', '교통행정과', 'Traffic Division'], under: 'construction', people: ['허도담', '서아름'] },
  {
    unit: ['planning-budget', '기획예산과', 'Planning and Budget Division'],
    under: 'administration',
    people: ['탁이안', '고은솔', '기하늘'],
  },
]

const members = appoint(
  teamPeople(teams, {
    head: { ko: '과장', en: 'Division head', grade: '지방행정사무관' },
    member: { ko: '주무관', en: 'Officer', grades: ['지방행정주사', '지방행정주사보', '지방행정서기'] },
    mailDomain: 'gangnam.example',
    phone: (line) => `02-2104-${String(1000 + line)}`,
  }),
  {
    'cleaning-1': { email: 'head@gangnam.demo' },
    'cleaning-2': { email: 'officer@gangnam.demo' },
    'general-affairs-2': { email: 'manager@gangnam.demo', roles: [{ role: 'performance-manager' }] },
    'general-affairs-3': { email: 'admin@gangnam.demo', roles: [{ role: 'tenant-admin' }] },
  },
)

const bureauHeads = ['구름산', '연두리', '은하수', '한누리']

/** 서울특별시 강남구: the mayor and the vice-mayor, four bureaus (국), twelve divisions (과). */
export const organisation: OrganisationSpec = {
  validFrom: new Date('2005-01-01T00:00:00+09:00'),
  units: [
    { code: 'gangnam', kind: 'agency', name: { ko: '강남구', en: 'Gangnam-gu' } },
    ...bureaus.map(([code, ko, en], sort) => ({
      code,
      kind: 'bureau' as const,
      name: { ko, en },
      parent: 'gangnam',
      sort,
    })),
    ...teamUnits(teams),
  ],
  people: [
    {
      code: 'mayor',
      name: '여름빛',
      email: 'mayor@gangnam.example',
      posts: [{ unit: 'gangnam', title: { ko: '구청장', en: 'Mayor' }, isHead: true }],
    },
    {
      code: 'vice-mayor',
      name: '온누리',
      email: 'vice-mayor@gangnam.example',
      posts: [{ unit: 'gangnam', title: { ko: '부구청장', en: 'Vice-mayor' } }],
      roles: [{ role: 'vice-minister' }],
    },
    ...bureaus.map(([code, ko], place) => ({
      code: `${code}-head`,
      name: bureauHeads[place] ?? ko,
      email: `${code}-head@gangnam.example`,
      grade: '지방서기관',
      posts: [{ unit: code, title: { ko: '국장', en: 'Director general' }, isHead: true }],
    })),
    ...members,
  ],
}
