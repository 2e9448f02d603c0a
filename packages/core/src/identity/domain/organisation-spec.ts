import type { LocalizedText, Role } from '../../kernel/index.ts'
import { mayStandUnder } from './organisation.ts'
import { type GrantRequest, refuseGrant, type UnitKind } from './roles.ts'

/** An organisation as a folder, the demo or an importer describes it: everything by codes. */
export interface OrganisationSpec {
  readonly validFrom: Date
  readonly units: readonly {
    readonly code: string
    readonly kind: UnitKind
    readonly name: LocalizedText
    readonly parent?: string | undefined
    readonly sort?: number | undefined
  }[]
  readonly people: readonly {
    readonly code: string
    readonly name: string
    readonly email?: string | undefined
    readonly phone?: string | undefined
    readonly grade?: string | undefined
    readonly posts: readonly SpecPost[]
    readonly roles?: readonly { readonly role: Role; readonly validTo?: Date | undefined }[] | undefined
  }[]
}

export interface SpecPost {
  readonly unit: string
  readonly title: LocalizedText
  readonly isHead?: boolean | undefined
  readonly concurrent?: boolean | undefined
  readonly validFrom?: Date | undefined
  readonly validTo?: Date | undefined
}

export interface SpecFault {
  readonly code: string
  readonly field: string
  readonly params: Readonly<Record<string, string>>
}

/**
 * The first rule the description breaks, with its path, or null.
 * @param existing kinds of the units the agency has already, by code
 */
export function faultOf(
  spec: OrganisationSpec,
  existing: ReadonlyMap<string, UnitKind>,
  tenantKind: GrantRequest['tenantKind'],
): SpecFault | null {
  return faultOfUnits(spec, existing) ?? faultOfPeople(spec, existing, tenantKind)
}

function faultOfUnits(spec: OrganisationSpec, existing: ReadonlyMap<string, UnitKind>): SpecFault | null {
  const kinds = new Map(existing)
  const seen = new Set<string>()
  for (const [index, unit] of spec.units.entries()) {
    const at = (name: string) => `units[${index}].${name}`
    if (seen.has(unit.code)) return { code: 'identity.unit-code-taken', field: at('code'), params: { code: unit.code } }
    seen.add(unit.code)
    if (existing.has(unit.code)) continue
    const parentKind = unit.parent === undefined ? null : kinds.get(unit.parent)
    if (parentKind === undefined) {
      return { code: 'identity.unit-unknown-code', field: at('parent'), params: { code: unit.parent ?? '' } }
    }
    if (!mayStandUnder(unit.kind, parentKind)) {
      return { code: 'identity.unit-parent', field: at('parent'), params: { kind: unit.kind } }
    }
    if (unit.kind === 'agency' && [...kinds.values()].includes('agency')) {
      return { code: 'identity.agency-exists', field: at('kind'), params: {} }
    }
    kinds.set(unit.code, unit.kind)
  }
  return null
}

function faultOfPeople(
  spec: OrganisationSpec,
  existing: ReadonlyMap<string, UnitKind>,
  tenantKind: GrantRequest['tenantKind'],
): SpecFault | null {
  const units = new Set([...existing.keys(), ...spec.units.map((unit) => unit.code)])
  const seen = new Set<string>()
  for (const [index, person] of spec.people.entries()) {
    const field = `people[${index}]`
    if (seen.has(person.code)) return { code: 'identity.person-code-taken', field, params: { code: person.code } }
    seen.add(person.code)
    for (const [number, post] of person.posts.entries()) {
      const at = `${field}.posts[${number}]`
      if (!units.has(post.unit)) return { code: 'identity.unit-unknown-code', field: at, params: { code: post.unit } }
      const from = post.validFrom ?? spec.validFrom
      if (post.validTo !== undefined && post.validTo <= from)
        return { code: 'identity.date-order', field: at, params: {} }
    }
    const held: Role[] = []
    for (const { role, validTo } of person.roles ?? []) {
      const refusal = refuseGrant({ role, personId: '-', byPersonId: null, held, tenantKind, endsAt: validTo ?? null })
      if (refusal !== null) return { ...refusal, field: `${field}.roles` }
      held.push(role)
    }
  }
  return null
}
