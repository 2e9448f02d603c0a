import { ConflictError, type Id, ValidationError } from '../../../kernel/index.ts'
import { type Day, daysBetween } from './day.ts'

/** A phase (진행단계) of a card's plan. */
export interface Phase {
  readonly id: Id
  readonly name: string
  /** 주요활동계획. */
  readonly activity: string
  /** 예상진도 in %, whole; those of one plan make 100. */
  readonly plannedWeight: number
  readonly dueDate: Day
  readonly completedDate: Day | null
  readonly completedBy: Id | null
  /** How many times it was done. */
  readonly sequence: number
}

/** What a person writes of a phase; without an id it is new. */
export interface PhaseDraft {
  readonly phaseId?: Id | undefined
  readonly name: string
  readonly activity: string
  readonly plannedWeight: number
  readonly dueDate: Day
}

export type PhaseState = 'open' | 'late' | 'done' | 'done-late'

/** Where a plan stands on a day. */
export interface PlanStanding {
  /** 과제진도: the weights of the phases done, in %; null without a plan. */
  readonly progress: number | null
  /** The weights of the phases due, in %; null without a plan. */
  readonly plannedProgress: number | null
  /** 지연: a phase past its date and not done (R13). */
  readonly delayed: boolean
  /** Of the phase that is late the longest. */
  readonly daysLate: number
}

type Dated = Pick<Phase, 'plannedWeight' | 'dueDate' | 'completedDate'>

const doneBy = (phase: Dated, asOf: Day) => phase.completedDate !== null && phase.completedDate <= asOf

/** Days a phase was late when done, or is late on the day; 0 in time. Done late is done, shown as late (R13). */
export function daysLateOf(phase: Dated, asOf: Day): number {
  const until = doneBy(phase, asOf) ? (phase.completedDate ?? asOf) : asOf
  return Math.max(0, daysBetween(phase.dueDate, until))
}

/** How a phase shows on a day. The due date itself is still in time. */
export function phaseState(phase: Dated, asOf: Day): PhaseState {
  const late = daysLateOf(phase, asOf) > 0
  if (doneBy(phase, asOf)) return late ? 'done-late' : 'done'
  return late ? 'late' : 'open'
}

/** The plan's figures on a day, from its phases as now known. */
export function planStanding(phases: readonly Dated[], asOf: Day): PlanStanding {
  const weigh = (of: readonly Dated[]) => of.reduce((sum, phase) => sum + phase.plannedWeight, 0)
  const open = phases.filter((phase) => !doneBy(phase, asOf))
  const daysLate = open.reduce((most, phase) => Math.max(most, daysLateOf(phase, asOf)), 0)
  const none = phases.length === 0
  return {
    progress: none ? null : weigh(phases.filter((phase) => doneBy(phase, asOf))),
    plannedProgress: none ? null : weigh(phases.filter((phase) => phase.dueDate <= asOf)),
    delayed: daysLate > 0,
    daysLate,
  }
}

/**
 * The plan as a person has rewritten it: new phases, changed ones, another order, some left out.
 * @throws ValidationError `task.weights-not-100`, `task.phase-unknown`; ConflictError `task.phase-done` when a phase that
 * is done would get another date or vanish: it has to be opened again first
 */
export function rewritePlan(before: readonly Phase[], drafts: readonly PhaseDraft[], newId: () => Id): Phase[] {
  const sum = drafts.reduce((total, draft) => total + draft.plannedWeight, 0)
  if (sum !== 100) throw new ValidationError('task.weights-not-100', { field: 'phases', params: { sum } })
  const known = new Map(before.map((phase) => [phase.id, phase]))
  const phases = drafts.map(({ phaseId, ...draft }, i) => {
    if (phaseId === undefined) return { id: newId(), ...draft, completedDate: null, completedBy: null, sequence: 0 }
    const old = known.get(phaseId)
    // Taken out at once, so that a phase listed twice is unknown the second time.
    known.delete(phaseId)
    if (old === undefined) throw new ValidationError('task.phase-unknown', { field: `phases.${i}.phaseId` })
    if (old.completedDate !== null && old.dueDate !== draft.dueDate) throw done(old)
    return { ...old, ...draft }
  })
  for (const left of known.values()) if (left.completedDate !== null) throw done(left)
  return phases
}

/**
 * Moves points of weight from one phase to another, as when the border between them is dragged.
 * @throws ValidationError `task.phase-unknown`, `task.weight-too-small` when the giver would keep less than 1
 */
export function moveWeight(phases: readonly Phase[], fromId: Id, toId: Id, points: number): Phase[] {
  const from = phaseOf(phases, fromId, 'fromPhaseId')
  phaseOf(phases, toId, 'toPhaseId')
  if (fromId === toId) throw new ValidationError('task.phase-unknown', { field: 'toPhaseId' })
  const most = from.plannedWeight - 1
  if (points > most) throw new ValidationError('task.weight-too-small', { field: 'points', params: { most } })
  return phases.map((phase) => {
    if (phase.id === fromId) return { ...phase, plannedWeight: phase.plannedWeight - points }
    return phase.id === toId ? { ...phase, plannedWeight: phase.plannedWeight + points } : phase
  })
}

/**
 * A phase done on a day that is today or past.
 * @throws ValidationError `task.phase-unknown`, `task.date-in-future`; ConflictError `task.phase-done`
 */
export function completePhaseOn(
  phases: readonly Phase[],
  phaseId: Id,
  act: { completedDate: Day; today: Day; by: Id | null },
): { phases: Phase[]; phase: Phase; inTime: boolean } {
  const old = phaseOf(phases, phaseId, 'phaseId')
  if (old.completedDate !== null) throw done(old)
  requirePast(act.completedDate, act.today)
  const { completedDate, by: completedBy } = act
  const phase = { ...old, completedDate, completedBy, sequence: old.sequence + 1 }
  return { phases: replace(phases, phase), phase, inTime: completedDate <= phase.dueDate }
}

/** A phase that is done opens again. @throws ValidationError `task.phase-unknown`; ConflictError `task.phase-open` */
export function openPhaseAgain(phases: readonly Phase[], phaseId: Id): { phases: Phase[]; phase: Phase } {
  const old = phaseOf(phases, phaseId, 'phaseId')
  if (old.completedDate === null) throw new ConflictError('task.phase-open', { params: { phase: old.name } })
  const phase = { ...old, completedDate: null, completedBy: null }
  return { phases: replace(phases, phase), phase }
}

/** What is done is done today or before. @throws ValidationError `task.date-in-future` */
export function requirePast(day: Day, today: Day): void {
  if (day > today) throw new ValidationError('task.date-in-future', { field: 'completedDate', params: { today } })
}

function phaseOf(phases: readonly Phase[], id: Id, field: string): Phase {
  const phase = phases.find((one) => one.id === id)
  if (phase === undefined) throw new ValidationError('task.phase-unknown', { field })
  return phase
}

const replace = (phases: readonly Phase[], by: Phase) => phases.map((phase) => (phase.id === by.id ? by : phase))

function done(phase: Phase): ConflictError {
  const params = { phase: phase.name, date: phase.completedDate ?? '' }
  return new ConflictError('task.phase-done', { params })
}
