import type { OrganisationSpec } from '@harmony/core/contract'

type Unit = OrganisationSpec['units'][number]
type Person = OrganisationSpec['people'][number]

/** code, Korean name, English name. */
export type Names = readonly [code: string, ko: string, en: string]

/** A team with its people: the head first. */
export interface Team {
  readonly unit: Names
  readonly under: string
  readonly people: readonly string[]
}

/** How an agency calls the posts and grades of its teams. */
export interface TeamTitles {
  readonly head: { readonly ko: string; readonly en: string; readonly grade: string }
  readonly member: { readonly ko: string; readonly en: string; readonly grades: readonly string[] }
  readonly mailDomain: string
  readonly phone: (line: number) => string
}

/** Teams as units, in the order given. */
export function teamUnits(teams: readonly Team[]): Unit[] {
  return teams.map(({ unit: [code, ko, en], under }, sort) => ({
    code,
    kind: 'team',
    name: { ko, en },
    parent: under,
    sort,
  }))
}

/** The people of the teams, all invented: a code and a line of their own, heads by post, members as petition handlers. */
export function teamPeople(teams: readonly Team[], titles: TeamTitles): Person[] {
  let line = 0
  return teams.flatMap(({ unit: [code], people }) =>
    people.map((name, place): Person => {
      line += 1
      const head = place === 0
      const { ko, en } = head ? titles.head : titles.member
      const grades = titles.member.grades
      return {
        code: `${code}-${place + 1}`,
        name,
        email: `${code}-${place + 1}@${titles.mailDomain}`,
        phone: titles.phone(line),
        grade: head ? titles.head.grade : (grades[(place - 1) % grades.length] ?? ''),
        posts: [{ unit: code, title: { ko, en }, isHead: head }],
        roles: head ? [{ role: 'reviewer' }] : [{ role: 'petition-handler' }],
      }
    }),
  )
}

/** The people with some of them given a sign-in address and further roles, by code. */
export function appoint(
  people: readonly Person[],
  changes: Readonly<Record<string, { readonly email: string; readonly roles?: NonNullable<Person['roles']> }>>,
): Person[] {
  return people.map((person) => {
    const change = changes[person.code]
    if (!change) return person
    return { ...person, email: change.email, roles: [...(person.roles ?? []), ...(change.roles ?? [])] }
  })
}
