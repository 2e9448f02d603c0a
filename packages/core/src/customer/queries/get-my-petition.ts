import { type Ctx, ForbiddenError, NotFoundError } from '../../kernel/index.ts'
import { calendarFor, parse, withTenant } from '../../platform/index.ts'
import { releaseByHash } from '../../tenancy/index.ts'
import { abilitiesOf } from '../abilities.ts'
import { subjectOf } from '../act.ts'
import { clockView } from '../clock-view.ts'
import { type Stage, statusAt } from '../domain/petition.ts'
import { rateUntil, reopenUntil } from '../domain/windows.ts'
import { findPetition, type StoredPetition } from '../petition.store.ts'
import {
  answersOf,
  attachmentsOf,
  messagesOf,
  ownerOf,
  ratingsOf,
  type StepLine,
  stepsOf,
  supplementsOf,
  transfersOf,
} from '../petition-view.store.ts'
import { can } from '../policy.ts'
import { compiledOf, serviceOf } from '../release-of.ts'
import { type CitizenPetition, PETITION_STAGES, type PetitionIdInput, petitionIdInput } from '../schemas.ts'

/** Steps whose reason was written for the citizen; the others' stay inside the agency. */
const TOLD = new Set([
  'notice',
  'transferred',
  'transfer-sent',
  'transferred-in',
  'supplement-requested',
  'extended',
  'reopened',
  'withdrawn',
])
/** Steps that are the office's own business. */
const INTERNAL = new Set(['returned-to-queue', 'answer-submitted', 'timer'])

/**
 * A citizen's own petition in plain words: stages, what was done and by whom, the talk, the answer, what may be done.
 * Notes between officers and drafts never leave the agency.
 * @throws NotFoundError for another's petition, exactly as for a missing one
 */
export async function getMyPetition(ctx: Ctx, raw: PetitionIdInput): Promise<CitizenPetition> {
  const { petitionId } = parse(petitionIdInput, raw)
  if (ctx.actor.kind !== 'citizen') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const petition = await findPetition(tx, petitionId)
    const subject = await subjectOf(tx, petition)
    if (!can(tx.actor, 'read', subject)) throw new NotFoundError('petition.not-found')
    const now = tx.clock.now()
    const [release, calendar, owner, steps, messages, files, supplements, drafts, ratings, transfers] =
      await Promise.all([
        releaseByHash(tx, petition.releaseHash),
        calendarFor(tx),
        ownerOf(tx, petition.unitId, petition.personId),
        stepsOf(tx, petitionId),
        messagesOf(tx, petitionId),
        attachmentsOf(tx, petitionId),
        supplementsOf(tx, petitionId),
        answersOf(tx, petitionId),
        ratingsOf(tx, petitionId),
        transfersOf(tx, petitionId),
      ])
    const { service } = serviceOf(release, petition.serviceKey)
    const process = compiledOf(release, petition.processKey)
    const area = release.customer.areas.find((one) => one.key === service.area)
    const rules = release.customer.satisfaction
    const rated = ratings.some((rating) => rating.sequence === petition.sequence)
    const clock = clockView(petition, calendar, now)
    const answers = drafts.filter((answer) => answer.status === 'final')
    const waits = statusAt(petition, now) === 'supplement' || petition.status === 'supplement'
    const visible = steps.filter((step) => !INTERNAL.has(step.kind))
    return {
      id: petition.id,
      number: petition.number,
      version: petition.version,
      title: petition.title,
      body: petition.body,
      visibility: petition.visibility,
      service: {
        key: service.key,
        name: service.name,
        area: { key: service.area, name: area?.name ?? service.name },
        petitionType: service.petitionType,
        period: service.period,
      },
      stage: shownStage(petition),
      status: petition.status,
      outcome: petition.outcome,
      filedAt: petition.filedAt.toISOString(),
      receivedAt: petition.receivedAt.toISOString(),
      dueAt: petition.dueAt.toISOString(),
      completedAt: petition.completedAt?.toISOString() ?? null,
      period: {
        ...service.period,
        elapsed:
          service.period.unit === 'days'
            ? Math.floor(Number(clock.elapsedDays))
            : Math.floor(clock.elapsedMinutes / 60),
      },
      stages: stagesOf(petition, steps),
      unit: owner.unit,
      officer: owner.person,
      steps: visible.map((step) => ({
        id: step.id,
        kind: step.kind,
        stage: step.stage,
        task:
          step.kind === 'task-completed' && step.element !== null ? (process.nodes[step.element]?.name ?? null) : null,
        at: step.at,
        unit: step.unit,
        person: step.person,
        reason: TOLD.has(step.kind) ? step.reason : null,
      })),
      messages,
      files: files.filter((file) => file.part !== 'answer' || answers.some((answer) => answer.id === file.partId)),
      supplement: waits ? (supplements.findLast((one) => one.status === 'open') ?? null) : null,
      answers: answers.map(({ status: _status, version: _version, ...answer }) => answer),
      ratings,
      transfer: transfers.findLast((one) => one.direction === 'out' && one.status !== 'refused') ?? null,
      satisfaction: {
        items: rules.items,
        rateUntil: rated ? null : (rateUntil(petition, rules)?.toISOString() ?? null),
        reopenUntil: reopenUntil(petition, rules)?.toISOString() ?? null,
      },
      abilities: abilitiesOf(tx.actor, petition, subject, { now, satisfaction: rules, rated, process }),
    }
  })
}

/** Without a person in charge nothing is under review yet, whatever the process is ready for. */
function shownStage(petition: StoredPetition): Stage {
  return petition.personId === null && petition.stage === 'review' ? 'assigned' : petition.stage
}

/** The four stages of the step bar: when each was reached since the petition was last opened. */
function stagesOf(petition: StoredPetition, steps: readonly StepLine[]): CitizenPetition['stages'] {
  const opened = steps.findLastIndex((step) => step.kind === 'reopened')
  const current = steps.slice(opened + 1)
  const at: Record<Stage, string | null> = {
    received: (current.find((step) => step.kind === 'received' || step.kind === 'filed') ?? current[0])?.at ?? null,
    assigned:
      current.find((step) => step.person !== null && (step.kind === 'assigned' || step.kind === 'taken'))?.at ?? null,
    review:
      current.findLast((step) => step.person !== null && (step.kind === 'assigned' || step.kind === 'taken'))?.at ??
      null,
    completed: petition.completedAt?.toISOString() ?? null,
  }
  const here = PETITION_STAGES.indexOf(shownStage(petition))
  return PETITION_STAGES.map((stage, i) => {
    const state = petition.status === 'completed' || i < here ? 'done' : i === here ? 'current' : 'todo'
    return { stage, state, at: state === 'todo' ? null : at[stage] }
  })
}
