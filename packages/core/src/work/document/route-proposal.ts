import { listUnits, type Unit } from '../../identity/index.ts'
import type { Id } from '../../kernel/index.ts'
import type { TxCtx } from '../../platform/index.ts'
import type { DocumentKind, RouteRule } from '../fragment.ts'
import type { PersonAs } from './document.store.ts'
import type { StepRole } from './domain/route.ts'
import { type Holder, headsOf, holderOfRole } from './people.store.ts'

/** A place of a proposed route: who stands there, or why nobody does. */
export interface ProposedStep {
  readonly role: StepRole
  readonly order: number
  readonly delegated: boolean
  readonly person: PersonAs | null
  readonly unitId: Id | null
  readonly problem: 'vacant' | 'drafter' | null
  readonly who: RouteRule['who'] | null
}

/** From where an approval goes up when the one in question cannot give it. */
const LADDER: readonly RouteRule['who'][] = ['team-head', 'bureau-head', 'vice-minister', 'minister']

/**
 * The default route of a kind as it looks from the drafter's unit. One who stands twice is asked at the later place only.
 * Where the approver is the drafter or the post is empty, the next one above approves.
 */
export async function proposeSteps(
  tx: TxCtx,
  kind: DocumentKind,
  from: { unitId: Id; drafterId: Id },
): Promise<ProposedStep[]> {
  const units = await listUnits(tx)
  const find = await finder(tx, units, kind.route, from.unitId)
  const steps = kind.route.map((rule): ProposedStep => placeOf(rule, find(rule), from.drafterId))
  const last = Math.max(...steps.map((step) => step.order))
  const raised = steps.map((step) => {
    if (step.order !== last || step.problem === null) return step
    const above = LADDER.slice(LADDER.indexOf(step.who ?? 'unit') + 1)
    for (const who of above) {
      const other = placeOf({ role: 'approve', who, order: step.order }, find({ who }), from.drafterId)
      if (other.problem === null) return other
    }
    return step
  })
  return raised
    .map((step) => (step.order === last ? step : { ...step, role: step.role === 'approve' ? 'review' : step.role }))
    .filter(
      (step, i) => step.person === null || !raised.slice(i + 1).some((later) => later.person?.id === step.person?.id),
    )
}

type Wanted = Pick<RouteRule, 'who' | 'unit'>

async function finder(tx: TxCtx, units: readonly Unit[], rules: readonly RouteRule[], unitId: Id) {
  const line = lineOf(units, unitId)
  const bureau = line.find((unit) => unit.kind === 'bureau')
  const agency = units.find((unit) => unit.kind === 'agency')
  const named = (code: string | undefined) => units.find((unit) => unit.code === code)
  const wanted = [unitId, bureau?.id, agency?.id, ...rules.map((rule) => named(rule.unit)?.id)]
  const ids = wanted.filter((id): id is Id => id !== undefined)
  const [heads, vice] = await Promise.all([headsOf(tx, ids), holderOfRole(tx, 'vice-minister')])
  return (rule: Wanted): Holder | undefined => {
    if (rule.who === 'team-head') return heads.get(unitId)
    if (rule.who === 'bureau-head') return bureau === undefined ? undefined : heads.get(bureau.id)
    if (rule.who === 'vice-minister') return vice ?? undefined
    if (rule.who === 'minister') return agency === undefined ? undefined : heads.get(agency.id)
    return heads.get(named(rule.unit)?.id ?? '')
  }
}

function placeOf(rule: RouteRule, holder: Holder | undefined, drafterId: Id): ProposedStep {
  const drafter = holder?.person.id === drafterId
  return {
    role: rule.role,
    order: rule.order,
    delegated: rule.delegated === true,
    person: drafter ? null : (holder?.person ?? null),
    unitId: drafter ? null : (holder?.unitId ?? null),
    problem: holder === undefined ? 'vacant' : drafter ? 'drafter' : null,
    who: rule.who,
  }
}

/** A unit and those above it, nearest first. */
function lineOf(units: readonly Unit[], unitId: Id): Unit[] {
  const line: Unit[] = []
  for (let at = units.find((unit) => unit.id === unitId); at !== undefined; ) {
    line.push(at)
    const above = at.parentId
    at = line.length > 10 ? undefined : units.find((unit) => unit.id === above)
  }
  return line
}

/** The units of a unit's bureau, the bureau first; of a unit outside a bureau only itself. */
export async function bureauUnitIds(tx: TxCtx, unitId: Id): Promise<Id[]> {
  const units = await listUnits(tx)
  const bureau = lineOf(units, unitId).find((unit) => unit.kind === 'bureau')
  if (bureau === undefined) return [unitId]
  return [bureau.id, ...units.filter((unit) => unit.parentId === bureau.id).map((unit) => unit.id)]
}

/** A unit and everything below it, as the tree stands at the act's time. */
export async function unitAndBelow(tx: TxCtx, unitId: Id): Promise<Id[]> {
  const units = await listUnits(tx)
  const found = [unitId]
  for (let i = 0; i < found.length; i++) {
    for (const unit of units) if (unit.parentId === found[i] && !found.includes(unit.id)) found.push(unit.id)
  }
  return found
}
