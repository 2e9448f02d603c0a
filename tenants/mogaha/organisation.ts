import type { OrganisationSpec } from '@harmony/core/contract'
import { appoint, type Names, type Team, teamPeople, teamUnits } from '../organisation.ts'

/** 본부 and 관 of the ministry after the 팀제 reform of March 2005. */
const bureaus: readonly Names[] = [
  ['innovation-planning', '혁신기획관', 'Innovation Planning'],
  ['audit', '감사관', 'Audit'],
  ['protocol', '의정관', 'Protocol'],
  ['safety-policy', '안전정책관', 'Safety Policy'],
  ['policy-promotion', '정책홍보관리본부', 'Policy and Public Relations Bureau'],
  ['government-innovation', '정부혁신본부', 'Government Innovation Bureau'],
  ['e-government', '전자정부본부', 'E-Government Bureau'],
  ['local-administration', '지방행정본부', 'Local Administration Bureau'],
  ['local-support', '지방지원본부', 'Local Support Bureau'],
  ['government-buildings', '정부청사관리소', 'Government Buildings Office'],
]

/** The people are invented. */
const teams: readonly Team[] = [
  { unit: ['operations', '운영지원팀', 'Operations Team'], under: 'mogaha', people: ['도경완', '표지훈', '길은채'] },
  {
    unit: ['innovation-strategy', '부내혁신전략팀', 'Internal Innovation Strategy Team'],
    under: 'innovation-planning',
    people: ['권태오', '하늘빛', '설인호', '문가온'],
  },
  {
    unit: ['performance-management', '성과관리팀', 'Performance Management Team'],
    under: 'innovation-planning',
    people: ['채시원', '맹주아', '서로운', '방이든'],
  },
  { unit: ['audit-team', '감사팀', 'Audit Team'], under: 'audit', people: ['엄정하', '곽도윤', '추소라'] },
  { unit: ['protocol-team', '의정팀', 'Protocol Team'], under: 'protocol', people: ['석진우', '반하린'] },
  { unit: ['honours-team', '상훈팀', 'Honours Team'], under: 'protocol', people: ['왕세빈', '금다온', '탁연우'] },
  {
    unit: ['safety-planning', '안전기획팀', 'Safety Planning Team'],
    under: 'safety-policy',
    people: ['변하율', '옥시윤', '진가람', '마루한'],
  },
  {
    unit: ['finance-planning', '재정기획팀', 'Finance Planning Team'],
    under: 'policy-promotion',
    people: ['여운재', '남궁솔'],
  },
  {
    unit: ['legal-affairs', '법무행정팀', 'Legal Affairs Team'],
    under: 'policy-promotion',
    people: ['제갈윤', '국예린', '소이헌'],
  },
  {
    unit: ['public-relations', '홍보관리팀', 'Public Relations Team'],
    under: 'policy-promotion',
    people: ['선우담', '봉채아'],
  },
  {
    unit: ['organisation-planning', '조직기획팀', 'Organisation Planning Team'],
    under: 'government-innovation',
    people: ['사공현', '간시아', '편도하'],
  },
  {
    unit: ['system-innovation', '제도혁신팀', 'System Innovation Team'],
    under: 'government-innovation',
    people: ['명재하', '형슬기', '계나윤'],
  },
  {
    unit: ['civil-service-relations', '공무원단체복무팀', 'Civil Service Relations Team'],
    under: 'government-innovation',
    people: ['인태경', '목다현', '함이레'],
  },
  {
    unit: ['information-disclosure', '정보공개팀', 'Information Disclosure Team'],
    under: 'government-innovation',
    people: ['염수호', '견미르', '음서연'],
  },
  {
    unit: ['e-government-policy', '전자정부정책팀', 'E-Government Policy Team'],
    under: 'e-government',
    people: ['황보름', '복지안', '내예준'],
  },
  {
    unit: ['e-government-service', '전자민원팀', 'Online Services Team'],
    under: 'e-government',
    people: ['동방훈', '지소율', '연하준'],
  },
  {
    unit: ['local-administration-team', '자치행정팀', 'Local Administration Team'],
    under: 'local-administration',
    people: ['우석민', '어진서', '은가비'],
  },
  {
    unit: ['resident-system', '주민제도팀', 'Resident System Team'],
    under: 'local-administration',
    people: ['빈태양', '좌하람', '피수아'],
  },
  {
    unit: ['local-innovation', '지방혁신전략팀', 'Local Innovation Strategy Team'],
    under: 'local-administration',
    people: ['호민재', '승아인'],
  },
  {
    unit: ['local-tax', '지방세정팀', 'Local Tax Team'],
    under: 'local-support',
    people: ['시도현', '예봄이', '태윤슬'],
  },
  {
    unit: ['local-finance-team', '재정정책팀', 'Local Finance Team'],
    under: 'local-support',
    people: ['감우진', '단하임', '공시온'],
  },
  {
    unit: ['buildings-management', '청사관리팀', 'Buildings Management Team'],
    under: 'government-buildings',
    people: ['육성현', '화이설'],
  },
]

const members = appoint(
  teamPeople(teams, {
    head: { ko: '팀장', en: 'Team head', grade: '서기관' },
    member: { ko: '팀원', en: 'Team member', grades: ['행정사무관', '행정주사', '행정주사보'] },
    mailDomain: 'mogaha.example',
    phone: (line) => `02-2100-${String(3000 + line)}`,
  }),
  {
    'innovation-strategy-1': { email: 'head@mogaha.demo' },
    'innovation-strategy-2': { email: 'officer@mogaha.demo' },
    'performance-management-2': { email: 'manager@mogaha.demo', roles: [{ role: 'performance-manager' }] },
    'operations-2': { email: 'admin@mogaha.demo', roles: [{ role: 'tenant-admin' }] },
    'audit-team-2': { email: 'auditor@mogaha.demo', roles: [{ role: 'auditor' }] },
  },
)

const bureauHeads = ['안시후', '노을찬', '성해온', '주이안', '민도담', '배나루', '백호연', '전아람', '심바다', '나라온']

/** 행정자치부: minister and vice-minister, ten bureaus, twenty-two teams. */
export const organisation: OrganisationSpec = {
  validFrom: new Date('2005-03-25T00:00:00+09:00'),
  units: [
    {
      code: 'mogaha',
      kind: 'agency',
      name: { ko: '행정자치부', en: 'Ministry of Government Administration and Home Affairs' },
    },
    ...bureaus.map(([code, ko, en], sort) => ({
      code,
      kind: 'bureau' as const,
      name: { ko, en },
      parent: 'mogaha',
      sort,
    })),
    ...teamUnits(teams),
  ],
  people: [
    {
      code: 'minister',
      name: '한결',
      email: 'minister@mogaha.example',
      posts: [{ unit: 'mogaha', title: { ko: '장관', en: 'Minister' }, isHead: true }],
      roles: [{ role: 'minister' }],
    },
    {
      code: 'vice-minister',
      name: '정다솜',
      email: 'vice-minister@mogaha.example',
      posts: [{ unit: 'mogaha', title: { ko: '제1차관', en: 'First vice-minister' } }],
      roles: [{ role: 'vice-minister' }],
    },
    ...bureaus.map(([code, ko], place) => ({
      code: `${code}-head`,
      name: bureauHeads[place] ?? ko,
      email: `${code}-head@mogaha.example`,
      phone: `02-2100-${String(2000 + place)}`,
      grade: '이사관',
      posts: [
        {
          unit: code,
          title: { ko: ko.endsWith('본부') ? '본부장' : ko.endsWith('소') ? '소장' : ko, en: 'Director general' },
          isHead: true,
        },
      ],
    })),
    ...members,
  ],
}
