import { petitionCompleted, petitionRated, petitionReopened } from '../customer/index.ts'
import { defineSubscriber, type RecordedEvent } from '../platform/index.ts'
import { retractionOf, revisionOf } from './domain/evidence.ts'
import { MICRO, toMicro } from './domain/fixed.ts'
import type { Source } from './domain/model.ts'
import type { Fact } from './domain/plan.ts'
import { recordFacts } from './record-facts.ts'
import { mapTasks, workEvidence } from './work-subscribers.ts'

type Payload<E extends { of(payload: never): unknown }> = Parameters<E['of']>[0]
type Completed = Payload<typeof petitionCompleted>
type Rated = Payload<typeof petitionRated>
type Reopened = Payload<typeof petitionReopened>

/** A rating of 1 to 5 as points of 100. */
const POINTS_PER_STAR = 20n

/**
 * What officers and citizens do with petitions, as evidence. A reopening takes back that the petition was done and
 * when; the citizen's rating of it stands until the citizen gives the next one.
 */
export const petitionEvidence = defineSubscriber<Completed | Rated | Reopened>({
  consumer: 'performance.petition-evidence',
  on: [petitionCompleted, petitionRated, petitionReopened],
  handleBatch: async (tx, events) => {
    await recordFacts(tx, events.flatMap(factsOf))
  },
})

export const performanceSubscribers = [petitionEvidence, workEvidence, mapTasks]

function factsOf(event: RecordedEvent<Completed | Rated | Reopened>): Fact[] {
  switch (event.type) {
    case petitionCompleted.type:
      return completedFacts(event.id, event.payload as Completed)
    case petitionRated.type:
      return [ratedFact(event.id, event.payload as Rated)]
    default:
      return reopenedFacts(event.id, event.occurredAt, event.payload as Reopened)
  }
}

function completedFacts(eventId: string, payload: Completed): Fact[] {
  const completedAt = new Date(payload.completedAt)
  const fact = (source: Source, value: bigint): Fact => ({
    eventId,
    source,
    subjectId: payload.petitionId,
    revision: revisionOf(payload.sequence),
    occurredAt: completedAt,
    responsibleAt: completedAt,
    unitId: payload.unitId,
    personId: payload.personId,
    serviceKey: payload.serviceKey,
    value,
    count: 1,
  })
  return [
    fact('processing-compliance', payload.withinDeadline ? MICRO : 0n),
    fact('processing-days', toMicro(payload.statutoryDays)),
  ]
}

function ratedFact(eventId: string, payload: Rated): Fact {
  return {
    eventId,
    source: 'satisfaction',
    subjectId: payload.petitionId,
    revision: revisionOf(payload.sequence),
    occurredAt: new Date(payload.ratedAt),
    responsibleAt: new Date(payload.completedAt),
    unitId: payload.unitId,
    personId: payload.personId,
    serviceKey: payload.serviceKey,
    value: BigInt(payload.overall) * POINTS_PER_STAR * MICRO,
    count: 1,
  }
}

function reopenedFacts(eventId: string, occurredAt: Date, payload: Reopened): Fact[] {
  return (['processing-compliance', 'processing-days'] as const).map((source) => ({
    eventId,
    source,
    subjectId: payload.petitionId,
    revision: retractionOf(payload.sequence),
    occurredAt,
    responsibleAt: occurredAt,
    unitId: payload.unitId,
    personId: null,
    // The row it takes back says the service; only a retraction that comes first keeps this.
    serviceKey: 'unknown',
    value: 0n,
    count: 0,
  }))
}
