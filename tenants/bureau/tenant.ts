import { defineTenant, type OrganisationSpec } from '@harmony/core/contract'
import { appoint, type Team, teamPeople, teamUnits } from '../organisation.ts'
import { bureauModel } from './model.ts'

/** The people are invented. */
const teams: readonly Team[] = [
  { unit: ['rollout-team', '확산팀', 'Rollout Team'], under: 'innovation', people: ['소라별', '한도래', '윤마루'] },
  { unit: ['consulting-team', '컨설팅팀', 'Consulting Team'], under: 'innovation', people: ['노아침', '박새벽'] },
]

const organisation: OrganisationSpec = {
  validFrom: new Date('2005-01-01T00:00:00+09:00'),
  units: [
    { code: 'bureau', kind: 'agency', name: { ko: '정부혁신 총괄국', en: 'Central Innovation Bureau' } },
    { code: 'innovation', kind: 'bureau', name: { ko: '혁신국', en: 'Innovation Bureau' }, parent: 'bureau' },
    ...teamUnits(teams),
  ],
  people: [
    {
      code: 'innovation-head',
      name: '강나래',
      email: 'innovation-head@bureau.example',
      posts: [{ unit: 'innovation', title: { ko: '국장', en: 'Director general' }, isHead: true }],
    },
    ...appoint(
      teamPeople(teams, {
        head: { ko: '팀장', en: 'Team head', grade: '서기관' },
        member: { ko: '팀원', en: 'Team member', grades: ['행정사무관', '행정주사'] },
        mailDomain: 'bureau.example',
        phone: (line) => `02-2100-${String(6000 + line)}`,
      }),
      { 'rollout-team-2': { email: 'bureau@bureau.demo', roles: [{ role: 'bureau-admin' }] } },
    ),
  ],
}

/** The central bureau: it looks over all agencies and sees of them only what they publish. */
export const bureau = defineTenant({
  slug: 'bureau',
  name: { ko: '정부혁신 총괄국', en: 'Central Innovation Bureau' },
  kind: 'bureau',
  code: 'bureau',
  model: bureauModel,
  organisation,
})
