import { sha256, ValidationError } from '../../kernel/index.ts'
import type { ImportCase } from './case.ts'
import type { ImportMapping } from './mapping.ts'

/** Units and people of the agency by the names the log uses. */
export interface CodeBook {
  /** The unit's code; null: the unit in charge of the service keeps the case. @throws ValidationError `import.unit-unknown` */
  unit(name: string | null): string | null
  /** The person's code; null: nobody is named. @throws ValidationError `import.person-unknown` */
  person(name: string | null): string | null
}

/** What must be there before the cases can be told: units and people named in the log and made by the mapping's leave. */
export interface OrganisationPlan {
  readonly units: readonly { code: string; name: string; parent: string }[]
  readonly people: readonly { code: string; name: string; units: readonly string[] }[]
}

/** How the mapping turns the log's names into codes. A made unit or person is named after the log and the name. */
export function codeBook(mapping: ImportMapping): CodeBook {
  const { units, people, source } = mapping
  return {
    unit(name) {
      if (name === null) return units.default ?? null
      const known = units.map[name]
      if (known !== undefined) return known
      if (units.createBelow !== undefined) return madeCode(source, name)
      if (units.default !== undefined) return units.default
      throw new ValidationError('import.unit-unknown', { params: { unit: name.slice(0, 80) } })
    },
    person(name) {
      if (name === null) return people.default ?? null
      const known = people.map[name]
      if (known !== undefined) return known
      if (people.create) return madeCode(source, name)
      if (people.default !== undefined) return people.default
      throw new ValidationError('import.person-unknown', { params: { person: name.slice(0, 80) } })
    },
  }
}

/**
 * The units and people to make for these cases; people get a post in every unit in which the log shows them.
 * @param dutyUnit the code of the unit in charge of a service
 */
export function planOrganisation(
  cases: readonly ImportCase[],
  mapping: ImportMapping,
  dutyUnit: (serviceKey: string) => string | undefined,
): OrganisationPlan {
  const book = codeBook(mapping)
  const units = new Map<string, { code: string; name: string; parent: string }>()
  const people = new Map<string, { code: string; name: string; units: Set<string> }>()
  const { createBelow } = mapping.units

  const noteUnit = (name: string | null) => {
    if (name === null || createBelow === undefined || mapping.units.map[name] !== undefined) return
    const code = madeCode(mapping.source, name)
    units.set(code, { code, name: name.slice(0, 120), parent: createBelow })
  }
  const notePerson = (name: string | null, unit: string | null) => {
    if (name === null || unit === null || !mapping.people.create || mapping.people.map[name] !== undefined) return
    const code = madeCode(mapping.source, name)
    const person = people.get(code) ?? { code, name: name.slice(0, 100), units: new Set<string>() }
    person.units.add(unit)
    people.set(code, person)
  }

  for (const one of cases) {
    noteUnit(one.unit)
    let unit = unitOrNull(book, one.unit) ?? dutyUnit(one.serviceKey) ?? null
    notePerson(one.person, unit)
    for (const act of one.acts) {
      if (act.kind === 'transfer') {
        noteUnit(act.unit)
        unit = unitOrNull(book, act.unit) ?? unit
      }
      if (act.kind === 'assign' || act.kind === 'transfer') notePerson(act.person, unit)
    }
  }
  return { units: [...units.values()], people: [...people.values()].map((p) => ({ ...p, units: [...p.units] })) }
}

function unitOrNull(book: CodeBook, name: string | null): string | null {
  try {
    return book.unit(name)
  } catch {
    return null
  }
}

function madeCode(source: string, name: string): string {
  const code = `${source}:${name}`
  return code.length <= 64 ? code : `${code.slice(0, 51)}~${sha256(name).slice(0, 12)}`
}
