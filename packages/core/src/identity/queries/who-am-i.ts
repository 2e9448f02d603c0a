import type { z } from 'zod'
import type { Ctx, Id } from '../../kernel/index.ts'
import { type TxCtx, withTenant } from '../../platform/index.ts'
import { listUnits, type Person, personById } from '../organisation.store.ts'
import { identityAbilities } from '../policy.ts'
import { postsOfPerson } from '../posts.store.ts'
import type { meOutput } from '../schemas.ts'
import type { DemoRule, SignedIn } from '../sessions.ts'

type Me = z.output<typeof meOutput>

/** The caller as the screens need them: name, units, roles, abilities, and the agencies they belong to. */
export async function whoAmI(ctx: Ctx, holder: SignedIn | null, rule: DemoRule): Promise<Me> {
  const { actor } = ctx
  const me: Me = {
    kind: actor.kind === 'officer' || actor.kind === 'citizen' ? actor.kind : 'guest',
    name: holder?.account.name ?? null,
    email: holder?.account.email ?? null,
    personId: null,
    customerId: actor.kind === 'citizen' ? actor.customerId : null,
    roles: [],
    units: [],
    abilities: identityAbilities(actor),
    demo: rule.demoAccounts,
    agencies: holder?.agencies.map(({ slug, name, kind }) => ({ slug, name, kind })) ?? [],
  }
  if (actor.kind !== 'officer') return me
  const { personId } = actor
  const { person, units } = await withTenant(ctx, (tx) => placeOf(tx, personId))
  return { ...me, name: person?.name ?? me.name, personId, roles: [...actor.roles], units }
}

async function placeOf(tx: TxCtx, personId: Id): Promise<{ person: Person | null; units: Me['units'] }> {
  const now = tx.clock.now()
  const [person, posts, all] = await Promise.all([personById(tx, personId), postsOfPerson(tx, personId), listUnits(tx)])
  const byId = new Map(all.map((unit) => [unit.id, unit]))
  const units = posts
    .filter((post) => post.validFrom <= now && (post.validTo === null || post.validTo > now))
    .sort((a, b) => Number(a.concurrent) - Number(b.concurrent))
    .flatMap(({ unitId, title, isHead }) => {
      const unit = byId.get(unitId)
      return unit === undefined
        ? []
        : [{ id: unit.id, code: unit.code, kind: unit.kind, name: unit.name, title, isHead }]
    })
  return { person, units }
}
