import type { z } from 'zod'
import { ConflictError, type Ctx, type Id, newId } from '../../kernel/index.ts'
import { audit, authorise, parse, withTenant } from '../../platform/index.ts'
import { personByCode } from '../organisation.store.ts'
import { can } from '../policy.ts'
import { addPersonInput } from '../schemas.ts'
import { insertPerson, lockOrganisation } from '../units.store.ts'

/** Adds a person to the agency, without post or account. @throws ConflictError when the personnel number is in use */
export async function addPerson(ctx: Ctx, raw: z.input<typeof addPersonInput>): Promise<{ id: Id }> {
  authorise(can(ctx.actor, 'organisation.manage'))
  const { code, name, email = null, phone = null, grade = null } = parse(addPersonInput, raw)
  return withTenant(ctx, async (tx) => {
    await lockOrganisation(tx)
    if ((await personByCode(tx, code)) !== null) {
      throw new ConflictError('identity.person-code-taken', { field: 'code', params: { code } })
    }
    const id = newId()
    await insertPerson(tx, { id, code, name, email, phone, grade })
    await audit(tx, { action: 'person.add', subjectType: 'person', subjectId: id, after: { code, grade } })
    return { id }
  })
}
