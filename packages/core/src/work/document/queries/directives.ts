import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, withTenant } from '../../../platform/index.ts'
import { type DirectiveFilter, directiveFigures, findDirectives } from '../directive.store.ts'
import { directiveLines } from '../directive-view.ts'
import { seoulDay } from '../domain/day.ts'
import { packCursor, unpackCursor } from '../sql.store.ts'
import {
  type DirectiveCounts,
  type ListDirectivesInput,
  type ListDirectivesOutput,
  listDirectivesInput,
} from '../types.ts'

/** Directives of documents one may know of: to do, given, of one's units, or all. */
export async function listDirectives(ctx: Ctx, raw: ListDirectivesInput): Promise<ListDirectivesOutput> {
  const input = parse(listDirectivesInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const today = seoulDay(tx.clock.now())
    const scope: Partial<DirectiveFilter> =
      input.scope === 'mine'
        ? { personId: actor.personId }
        : input.scope === 'given'
          ? { giverId: actor.personId }
          : input.scope === 'unit'
            ? { unitIds: input.unitId === undefined ? actor.unitIds : [input.unitId] }
            : { unitIds: input.unitId === undefined ? undefined : [input.unitId] }
    const found = await findDirectives(tx, {
      ...scope,
      state: input.state,
      search: input.search,
      today,
      after: unpackCursor(input.cursor, 'instant'),
      limit: input.limit + 1,
    })
    const page = found.slice(0, input.limit)
    const last = found.length > input.limit ? page.at(-1) : undefined
    return {
      rows: await directiveLines(tx, page, today),
      nextCursor: last === undefined ? null : packCursor(last.givenAt.toISOString(), last.id),
    }
  })
}

/** How many directives wait for the officer, are late, and are to be closed by them. */
export async function getDirectiveCounts(ctx: Ctx): Promise<DirectiveCounts> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, (tx) => directiveFigures(tx, actor.personId, seoulDay(tx.clock.now())))
}
