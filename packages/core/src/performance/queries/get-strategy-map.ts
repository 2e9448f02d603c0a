import type { Ctx, Id } from '../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { listObjectiveTasks, type ObjectiveTask } from '../../work/index.ts'
import { measured, scoreAt } from '../domain/compare.ts'
import type { ScoreDocument } from '../domain/document.ts'
import { divideHalfUp, formatMicro, toMicro } from '../domain/fixed.ts'
import { RATES, type Source } from '../domain/model.ts'
import { dayOf, shiftPeriod } from '../domain/period.ts'
import { rollUpOf } from '../domain/scoring-model.ts'
import { type Signal, signalOf } from '../domain/signal.ts'
import { findPeriod } from '../period.store.ts'
import { can } from '../policy.ts'
import { type StrategyMapInput, type StrategyMapOutput, strategyMapInput } from '../schemas.ts'
import { openView, periodView, scoresIn, unitView, type View } from './view.ts'

/**
 * The strategy map of the agency or a unit (R29) in a month, now or as of a past day (B2), with the month before.
 * Nodes without data have a null score and the light `none`, never zero (B8).
 * @throws NotFoundError for an unknown unit or month; ForbiddenError
 */
export async function getStrategyMap(ctx: Ctx, raw: StrategyMapInput): Promise<StrategyMapOutput> {
  const input = parse(strategyMapInput, raw)
  return withTenant(ctx, async (tx) => {
    const view = await openView(tx, input)
    const children = visibleChildren(tx, view)
    const previousPeriodKey = shiftPeriod(view.periodKey, -1)
    const [scores, before, tasks] = await Promise.all([
      scoresIn(tx, view, view.period, [view.unit.id, ...children.map((child) => child.id)]),
      findPeriod(tx, previousPeriodKey).then((period) => scoresIn(tx, view, period, [view.unit.id])),
      tasksOf(tx, view),
    ])
    const own = scores.get(view.unit.id)
    const perspectives = perspectivesOf(view, own?.document, before.get(view.unit.id)?.document, tasks)
    const { strategy } = view.release
    return {
      agency: unitOf(view, view.unitPath.at(-1) ?? view.unit.id),
      unit: unitView(view.unit),
      path: [...view.unitPath].reverse().map((id) => unitOf(view, id)),
      period: periodView(view),
      previousPeriodKey,
      asOf: view.asOf,
      known: view.known,
      computedAt: own?.recordedAt.toISOString() ?? null,
      evidence: own ? { first: own.firstEvidence, last: own.lastEvidence } : null,
      strategy: { mission: strategy.mission, vision: strategy.vision, strategies: [...strategy.strategies] },
      thresholds: view.model.thresholds,
      missing: view.model.missing,
      rollUp: rollUpOf(view.model, view.unit.kind),
      total: node(view, 'unit', own?.document, before.get(view.unit.id)?.document),
      counts: countSignals(perspectives.flatMap((perspective) => perspective.objectives.map((one) => one.signal))),
      perspectives,
      links: view.model.spec.links.map(({ from, to }) => ({ from, to })),
      children: children.map((child) => {
        const score = scoreAt(scores.get(child.id)?.document, 'unit')
        return {
          ...unitView(child),
          score,
          signal: signalOf(score === null ? null : toMicro(score), view.model.thresholds),
        }
      }),
      abilities: { evidence: can(tx.actor, 'evidence.read', view) },
    }
  })
}

type Perspectives = StrategyMapOutput['perspectives']

/** Managed tasks of the unit and those below, on the last day the view speaks of. */
function tasksOf(tx: TxCtx, view: View): Promise<ObjectiveTask[]> {
  const asOf = view.asOf ?? dayOf(view.at)
  if (view.unit.kind === 'agency') return listObjectiveTasks(tx, { asOf })
  return listObjectiveTasks(tx, { asOf, unitIds: view.organisation.unitsBelow(view.unit.id, view.at) })
}

function onObjective(view: View, tasks: readonly ObjectiveTask[], objectiveKey: string) {
  return tasks
    .filter((task) => task.objectiveKey === objectiveKey)
    .map(({ taskCardId, name, unitId, state, flagged, watched }) => {
      const unitName = view.organisation.stateOf(unitId, view.at)?.name ?? null
      return { taskCardId, name, unitName: unitName && { ...unitName }, state, flagged, watched }
    })
}

function perspectivesOf(
  view: View,
  now: ScoreDocument | undefined,
  before: ScoreDocument | undefined,
  tasks: readonly ObjectiveTask[],
): Perspectives {
  const { spec } = view.model
  return spec.perspectives.map((perspective) => ({
    key: perspective.key,
    nodeKey: `perspective:${perspective.key}`,
    name: perspective.name,
    weight: perspective.weight,
    ...node(view, `perspective:${perspective.key}`, now, before),
    objectives: spec.objectives
      .filter((objective) => objective.perspective === perspective.key)
      .map((objective) => ({
        key: objective.key,
        nodeKey: `objective:${objective.key}`,
        name: objective.name,
        weight: objective.weight,
        ownerUnit: objective.ownerUnit ?? null,
        ...node(view, `objective:${objective.key}`, now, before),
        tasks: onObjective(view, tasks, objective.key),
        indicators: indicatorsOf(view, objective.key, now, before),
      })),
  }))
}

function indicatorsOf(view: View, objectiveKey: string, now?: ScoreDocument, before?: ScoreDocument) {
  return view.release.performance.indicators
    .filter((indicator) => indicator.objective === objectiveKey)
    .map((indicator) => {
      const stored = now?.indicators[indicator.key]
      const count = stored?.count ?? 0
      return {
        key: indicator.key,
        nodeKey: `indicator:${indicator.key}`,
        name: indicator.name,
        unit: indicator.unit,
        direction: indicator.direction,
        weight: indicator.weight,
        source: indicator.source,
        target: indicator.target,
        count,
        mean: stored && count > 0 ? meanOf(indicator.source, stored.sum, count) : null,
        note: indicator.note ?? null,
        ...node(view, `indicator:${indicator.key}`, now, before),
      }
    })
}

/** Rates are kept as 0 to 1 and shown in per cent. */
function meanOf(source: Source, sum: string, count: number): string {
  const factor = RATES.includes(source) ? 100n : 1n
  return formatMicro(divideHalfUp(toMicro(sum) * factor, BigInt(count)))
}

function node(view: View, nodeKey: string, now?: ScoreDocument, before?: ScoreDocument) {
  return measured(scoreAt(now, nodeKey), scoreAt(before, nodeKey), view.model.thresholds)
}

function countSignals(signals: readonly Signal[]) {
  const count = (signal: Signal) => signals.filter((one) => one === signal).length
  return { green: count('green'), yellow: count('yellow'), red: count('red'), none: count('none') }
}

function visibleChildren(tx: TxCtx, view: View) {
  return view.organisation
    .childrenOf(view.unit.id, view.at)
    .filter((child) => can(tx.actor, 'scores.read', { unitPath: [child.id, ...view.unitPath] }))
}

function unitOf(view: View, unitId: Id) {
  return unitView(view.organisation.stateOf(unitId, view.at) ?? view.unit)
}
