import type { z } from 'zod'
import { ConflictError, type Ctx, type Id, newId, ValidationError } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../platform/index.ts'
import { faultOf, type OrganisationSpec } from '../domain/organisation-spec.ts'
import { organisationChanged } from '../events.ts'
import {
  insertGrants,
  insertPeople,
  insertPosts,
  insertUnits,
  peopleByCode,
  unitsByCode,
} from '../organisation-bulk.store.ts'
import { organisationSpec } from '../schemas.ts'
import { kindOfAgency, lockOrganisation } from '../units.store.ts'

/** Ids by code of everything the description named, old and new. */
export interface CreatedOrganisation {
  readonly units: ReadonlyMap<string, Id>
  readonly people: ReadonlyMap<string, Id>
}

/**
 * Lays down a whole organisation by codes, in one transaction of a fixed number of statements. What exists by
 * its code is left as it is, so running it again, or with more in it, adds only what is new.
 * @throws ValidationError naming the first wrong unit or person, ConflictError for a second head or main post
 */
export async function createOrganisation(
  ctx: Ctx,
  raw: z.input<typeof organisationSpec> | OrganisationSpec,
): Promise<CreatedOrganisation> {
  authorise(ctx.actor.kind === 'system')
  const spec = parse(organisationSpec, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    const [unitsThere, peopleThere] = await Promise.all([unitsByCode(tx), peopleByCode(tx)])
    const fault = faultOf(
      spec,
      new Map([...unitsThere].map(([code, unit]) => [code, unit.kind])),
      await kindOfAgency(tx),
    )
    if (fault !== null) throw new ValidationError(fault.code, { field: fault.field, params: fault.params })

    const newUnits = spec.units.filter((unit) => !unitsThere.has(unit.code))
    const newPeople = spec.people.filter((person) => !peopleThere.has(person.code))
    const units = new Map([...unitsThere].map(([code, unit]) => [code, unit.id]))
    for (const unit of newUnits) units.set(unit.code, newId())
    const people = new Map(peopleThere)
    for (const person of newPeople) people.set(person.code, newId())

    if (newUnits.length > 0) await insertUnits(tx, newUnits, units, spec.validFrom)
    if (newPeople.length > 0) await insertPeople(tx, newPeople, people)
    const posts = await insertPosts(tx, spec.people, { units, people }, spec.validFrom).catch(refuseDoublePost)
    const grants = await insertGrants(tx, spec.people, people, spec.validFrom)
    if (newUnits.length + newPeople.length + posts + grants > 0) {
      const after = { units: newUnits.length, people: newPeople.length, posts, grants }
      await audit(tx, { action: 'organisation.create', subjectType: 'organisation', subjectId: tx.tenantId, after })
      const unitIds = newUnits.flatMap((unit) => units.get(unit.code) ?? [])
      if (unitIds.length > 0) await emit(tx, organisationChanged.of({ unitIds }))
    }
    return { units, people }
  })
}

const DOUBLE: Readonly<Record<string, string>> = {
  post_one_head: 'identity.head-exists',
  post_one_main: 'identity.post-main-exists',
  post_open: 'identity.post-exists',
}

function refuseDoublePost(error: unknown): never {
  const text =
    error instanceof Error ? `${error.message} ${error.cause instanceof Error ? error.cause.message : ''}` : ''
  const code = Object.entries(DOUBLE).find(([index]) => text.includes(index))?.[1]
  throw code === undefined ? error : new ConflictError(code, { cause: error })
}
