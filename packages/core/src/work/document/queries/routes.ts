import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { currentWork } from '../../release.ts'
import { requireKind } from '../content-checks.ts'
import { allHolders, peopleAs } from '../people.store.ts'
import { proposeSteps } from '../route-proposal.ts'
import { savedRoutesOf } from '../saved-route.store.ts'
import {
  type ProposeRouteInput,
  type ProposeRouteOutput,
  proposeRouteInput,
  type SavedRoutesOutput,
  type SearchPeopleInput,
  type SearchPeopleOutput,
  searchPeopleInput,
} from '../types.ts'
import { matches } from '../words.ts'

/** The route that the release proposes for a kind, as seen from one of the drafter's units. */
export async function proposeRoute(ctx: Ctx, raw: ProposeRouteInput): Promise<ProposeRouteOutput> {
  const input = parse(proposeRouteInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  const unitId = input.unitId ?? actor.unitIds[0]
  if (unitId === undefined || !actor.unitIds.includes(unitId)) throw new ForbiddenError('document.unit-not-yours')
  return withTenant(ctx, async (tx) => {
    const { work } = await currentWork(tx)
    const kind = requireKind(work, input.kindKey)
    return { steps: await proposeSteps(tx, kind, { unitId, drafterId: actor.personId }) }
  })
}

/** The routes one has saved, each place with who stands there now. */
export async function listSavedRoutes(ctx: Ctx): Promise<SavedRoutesOutput> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx: TxCtx) => {
    const saved = await savedRoutesOf(tx, actor.personId)
    const people = await peopleAs(
      tx,
      saved.flatMap((route) => route.steps.map((step) => step.personId)),
    )
    return {
      routes: saved.map((route) => ({
        ...route,
        steps: route.steps.map((step) => {
          const person = people.get(step.personId) ?? null
          const vacant = person === null || person.unit === null
          const { role, order, delegated, unitId } = step
          const problem = step.personId === actor.personId ? 'drafter' : vacant ? 'vacant' : null
          return { role, order, delegated, person, unitId, problem, who: null }
        }),
      })),
    }
  })
}

/** People in office by name, title or unit, also by the first letters (ㄱㅌㅇ); heads first. */
export async function searchPeople(ctx: Ctx, raw: SearchPeopleInput): Promise<SearchPeopleOutput> {
  const input = parse(searchPeopleInput, raw)
  if (ctx.actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const holders = await allHolders(tx, input.unitId)
    const found = holders.filter(({ person }) =>
      matches(input.search, [person.name, person.title?.ko, person.title?.en, person.unit?.ko, person.unit?.en]),
    )
    return {
      people: found.slice(0, input.limit).map(({ person, unitId, isHead }) => ({
        person: { id: person.id, name: person.name },
        title: person.title ?? { ko: '—', en: '—' },
        unit: { id: unitId, name: person.unit ?? { ko: '—', en: '—' } },
        isHead,
      })),
    }
  })
}
