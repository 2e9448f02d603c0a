import { type Ctx, ForbiddenError, type Id, NotFoundError } from '../../../kernel/index.ts'
import { audit, parse, withTenant } from '../../../platform/index.ts'
import { dropRoute } from '../saved-route.store.ts'
import { type DeleteRouteInput, deleteRouteInput } from '../types.ts'

/** Deletes a saved route of one's own. @throws NotFoundError `document.route-not-found` */
export async function deleteRoute(ctx: Ctx, raw: DeleteRouteInput): Promise<{ routeId: Id }> {
  const { routeId } = parse(deleteRouteInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    if (!(await dropRoute(tx, actor.personId, routeId))) throw new NotFoundError('document.route-not-found')
    await audit(tx, { action: 'saved-route.delete', subjectType: 'saved-route', subjectId: routeId })
    return { routeId }
  })
}
