import { ConflictError, type Ctx, ForbiddenError, type Id } from '../../../kernel/index.ts'
import { audit, parse, withTenant } from '../../../platform/index.ts'
import { planOf } from '../content-checks.ts'
import { putRoute, savedRoutesOf } from '../saved-route.store.ts'
import { DOCUMENT_LIMITS } from '../schema-parts.ts'
import { type SaveRouteInput, saveRouteInput } from '../types.ts'

/** Keeps a route for next time under a name of one's own. @throws ConflictError `document.too-many-routes` */
export async function saveRoute(ctx: Ctx, raw: SaveRouteInput): Promise<{ routeId: Id }> {
  const input = parse(saveRouteInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const saved = await savedRoutesOf(tx, actor.personId)
    const max = DOCUMENT_LIMITS.savedRoutes
    if (saved.length >= max && !saved.some((one) => one.name === input.name)) {
      throw new ConflictError('document.too-many-routes', { params: { max } })
    }
    const routeId = await putRoute(tx, actor.personId, input.name, await planOf(tx, input.steps, 'steps'))
    await audit(tx, { action: 'saved-route.save', subjectType: 'saved-route', subjectId: routeId })
    return { routeId }
  })
}
