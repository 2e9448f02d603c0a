/** A small agency for this module's tests: one bureau with two teams and a team at the top. */
export function orgOf(name: string) {
  const both = (ko: string, en: string) => ({ ko, en })
  return {
    validFrom: '2005-03-24T00:00:00+09:00',
    units: [
      { code: 'agency', kind: 'agency' as const, name: both(name, name) },
      {
        code: 'innovation-bureau',
        kind: 'bureau' as const,
        name: both('정부혁신본부', 'Innovation Bureau'),
        parent: 'agency',
      },
      {
        code: 'innovation-team',
        kind: 'team' as const,
        name: both('혁신전략팀', 'Innovation Team'),
        parent: 'innovation-bureau',
      },
      { code: 'audit-team', kind: 'team' as const, name: both('감사팀', 'Audit Team'), parent: 'agency' },
    ],
    people: [
      {
        code: 'kim',
        name: '김혁신',
        phone: '02-3703-4512',
        posts: [{ unit: 'innovation-team', title: both('팀장', 'Team head'), isHead: true }],
        roles: [{ role: 'petition-handler' as const }],
      },
      { code: 'lee', name: '이민원', posts: [{ unit: 'innovation-team', title: both('주무관', 'Officer') }] },
      {
        code: 'park',
        name: '박본부',
        posts: [{ unit: 'innovation-bureau', title: both('본부장', 'Bureau head'), isHead: true }],
      },
    ],
  }
}
