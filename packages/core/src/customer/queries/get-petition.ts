import { type Ctx, ForbiddenError } from '../../kernel/index.ts'
import { audit, authorise, calendarFor, parse, type TxCtx, withTenant } from '../../platform/index.ts'
import { releaseByHash } from '../../tenancy/index.ts'
import { abilitiesOf } from '../abilities.ts'
import { subjectOf } from '../act.ts'
import { clockView } from '../clock-view.ts'
import { customerContact } from '../customer.store.ts'
import { findPetition, lastChange, type StoredPetition } from '../petition.store.ts'
import {
  answersOf,
  attachmentsOf,
  messagesOf,
  ownerOf,
  ratingsOf,
  stepsOf,
  supplementsOf,
  transfersOf,
} from '../petition-view.store.ts'
import { can, canPerform } from '../policy.ts'
import { compiledOf, serviceOf } from '../release-of.ts'
import { type OfficerPetition, type PetitionIdInput, petitionIdInput } from '../schemas.ts'
import { questionsOf, resultsIn, taskAfterAnswer } from '../task-questions.ts'

/**
 * A petition with all that happened to it, for an officer who may read it. Showing how to reach the citizen is recorded
 * in the audit trail with its purpose (G13).
 * @throws NotFoundError, ForbiddenError
 */
export async function getPetition(ctx: Ctx, raw: PetitionIdInput): Promise<OfficerPetition> {
  const { petitionId } = parse(petitionIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const petition = await findPetition(tx, petitionId)
    const subject = await subjectOf(tx, petition)
    authorise(can(tx.actor, 'read', subject))
    const now = tx.clock.now()
    const [
      release,
      calendar,
      owner,
      customer,
      steps,
      messages,
      files,
      supplements,
      answers,
      ratings,
      transfers,
      changed,
    ] = await Promise.all([
      releaseByHash(tx, petition.releaseHash),
      calendarFor(tx),
      ownerOf(tx, petition.unitId, petition.personId),
      readCustomer(tx, petition),
      stepsOf(tx, petitionId),
      messagesOf(tx, petitionId),
      attachmentsOf(tx, petitionId),
      supplementsOf(tx, petitionId),
      answersOf(tx, petitionId),
      ratingsOf(tx, petitionId),
      transfersOf(tx, petitionId),
      lastChange(tx, petitionId),
    ])
    const { service } = serviceOf(release, petition.serviceKey)
    const process = compiledOf(release, petition.processKey)
    const area = release.customer.areas.find((one) => one.key === service.area)
    const rated = ratings.some((rating) => rating.sequence === petition.sequence)
    const facts = { now, satisfaction: release.customer.satisfaction, rated, process }
    return {
      id: petition.id,
      number: petition.number,
      version: petition.version,
      title: petition.title,
      body: petition.body,
      visibility: petition.visibility,
      channel: petition.channel,
      service: {
        key: service.key,
        name: service.name,
        area: { key: service.area, name: area?.name ?? service.name },
        petitionType: service.petitionType,
        period: service.period,
      },
      release: { hash: release.hash, version: release.version },
      process: {
        key: petition.processKey,
        name: release.customer.processes.find((one) => one.key === petition.processKey)?.name ?? service.name,
      },
      stage: petition.stage,
      status: petition.status,
      outcome: petition.outcome,
      ...owner,
      customer,
      filedAt: petition.filedAt.toISOString(),
      receivedAt: petition.receivedAt.toISOString(),
      dueAt: petition.dueAt.toISOString(),
      completedAt: petition.completedAt?.toISOString() ?? null,
      withinDeadline: petition.withinDeadline,
      workingMinutes: petition.workingMinutes,
      statutoryDays: petition.statutoryDays,
      sequence: petition.sequence,
      workItems: petition.tasks.map((task) => {
        const node = process.nodes[task.element]
        const { element, name, action, stage, performer } = task
        const results = node?.kind === 'user' ? node.results : {}
        const mine = canPerform(tx.actor, task, subject)
        const questions = questionsOf(process, element)
        return { element, name, action, stage, performer, mine, results, questions }
      }),
      answerThen: taskAfterAnswer(process),
      steps: steps.map(({ element, facts, ...step }) => ({
        ...step,
        result: step.kind === 'task-completed' ? resultsIn(facts) : {},
        task: element === null ? null : (process.nodes[element]?.name ?? null),
      })),
      messages,
      files,
      supplements,
      answers,
      ratings,
      transfers,
      clock: clockView(petition, calendar, now),
      abilities: abilitiesOf(tx.actor, petition, subject, facts),
      changed: { at: petition.changedAt.toISOString(), by: changed?.who ?? null },
    }
  })
}

async function readCustomer(tx: TxCtx, petition: StoredPetition): Promise<OfficerPetition['customer']> {
  if (petition.customerId === null) return null
  const contact = await customerContact(tx, petition.customerId)
  if (contact === undefined) return null
  await audit(tx, {
    action: 'customer.read',
    subjectType: 'customer',
    subjectId: contact.id,
    reason: `petition ${petition.number}`,
  })
  const { id, name, email, phone, kind } = contact
  return { id, name, email, phone, kind }
}
