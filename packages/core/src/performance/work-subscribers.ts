import { defineSubscriber, emit, type RecordedEvent, type TxCtx } from '../platform/index.ts'
import {
  directiveClosed,
  documentApproved,
  phaseCompleted,
  phaseReopened,
  qualityStageChecked,
  qualityStageReopened,
  taskChanged,
} from '../work/index.ts'
import { revisionOf } from './domain/evidence.ts'
import { toMicro } from './domain/fixed.ts'
import type { Source } from './domain/model.ts'
import type { Fact } from './domain/plan.ts'
import { type Kept, promiseFact, promiseRevision } from './domain/promise.ts'
import { mapChanged } from './events.ts'
import { evidenceOfSubjects } from './evidence.store.ts'
import { recordFacts } from './record-facts.ts'

type Payload<E extends { of(payload: never): unknown }> = Parameters<E['of']>[0]
type Approved = Payload<typeof documentApproved>
type PhaseDone = Payload<typeof phaseCompleted>
type PhaseReopened = Payload<typeof phaseReopened>
type StageChecked = Payload<typeof qualityStageChecked>
type StageReopened = Payload<typeof qualityStageReopened>
type DirectiveDone = Payload<typeof directiveClosed>
type WorkPayload = Approved | PhaseDone | PhaseReopened | StageChecked | StageReopened | DirectiveDone

/**
 * What officers do with documents, plans, checklists and directives, as evidence (R5, R31; ADR 0010). A grade never
 * changes, because an approved document never does; what is reopened is taken back until it is done again.
 */
export const workEvidence = defineSubscriber<WorkPayload>({
  consumer: 'performance.work-evidence',
  on: [documentApproved, phaseCompleted, phaseReopened, qualityStageChecked, qualityStageReopened, directiveClosed],
  handleBatch: async (tx, events) => {
    const said = events.map(read)
    const brokenAt = await brokenBefore(
      tx,
      said.flatMap((one) => one.kept),
    )
    const factsOf = ({ kept, facts }: Said) => [...facts, ...kept.map((one) => promiseFact(one, brokenAt(one)))]
    await recordFacts(tx, said.flatMap(factsOf))
  },
})

/** Tells open maps that a task on them changed; no evidence comes of it. */
export const mapTasks = defineSubscriber<Payload<typeof taskChanged>>({
  consumer: 'performance.map-tasks',
  on: [taskChanged],
  handleBatch: async (tx, events) => {
    const taskCardIds = [...new Set(events.map((event) => event.payload.taskCardId))]
    await emit(tx, mapChanged.of({ taskCardIds }), { touches: ['scores'] })
  },
})

interface Said {
  /** Promises done, with what the calendar may have counted before. */
  readonly kept: readonly Kept[]
  readonly facts: readonly Fact[]
}

function read(event: RecordedEvent<WorkPayload>): Said {
  const said = { eventId: event.id, occurredAt: event.occurredAt }
  switch (event.type) {
    case documentApproved.type:
      return { kept: [], facts: gradeFacts(event.id, event.payload as Approved) }
    case phaseCompleted.type: {
      const { phaseId: subjectId, completedDate: doneDate, ...done } = event.payload as PhaseDone
      const about = { source: 'phase-compliance', subjectId, key: 'phase', doneDate } as const
      return { kept: [{ ...said, ...done, ...about, share: 1 }], facts: [] }
    }
    case qualityStageChecked.type: {
      const { stageId: subjectId, stageKey: key, completedDate: doneDate, ...done } = event.payload as StageChecked
      const share = done.asked === 0 ? 0 : done.answered / done.asked
      return { kept: [{ ...said, ...done, source: 'quality-check', subjectId, key, doneDate, share }], facts: [] }
    }
    case directiveClosed.type: {
      const { directiveId: subjectId, closedDate: doneDate, ...done } = event.payload as DirectiveDone
      const about = { source: 'directive-compliance', subjectId, key: 'directive', doneDate } as const
      return { kept: [{ ...said, ...done, ...about, share: 1 }], facts: [] }
    }
    case phaseReopened.type: {
      const reopened = event.payload as PhaseReopened
      return { kept: [], facts: [takenBack(said, 'phase-compliance', reopened.phaseId, reopened)] }
    }
    default: {
      const reopened = event.payload as StageReopened
      return { kept: [], facts: [takenBack(said, 'quality-check', reopened.stageId, reopened)] }
    }
  }
}

/** When each promise was counted as overdue, by subject and doing. */
async function brokenBefore(tx: TxCtx, kept: readonly Kept[]): Promise<(one: Kept) => Date | null> {
  const rows = await evidenceOfSubjects(tx, [...new Set(kept.map((one) => one.subjectId))])
  return ({ subjectId, source, sequence }) => {
    const overdue = promiseRevision.overdue(sequence)
    const row = rows.find((one) => one.subjectId === subjectId && one.source === source && one.revision === overdue)
    return row?.occurredAt ?? null
  }
}

/** S A B C at the points the release gave them when the document was approved; without a grade there is no evidence. */
function gradeFacts(eventId: string, { points, ...document }: Approved): Fact[] {
  if (points === null) return []
  const approvedAt = new Date(document.approvedAt)
  return [
    {
      eventId,
      source: 'document-grade',
      subjectId: document.documentId,
      revision: revisionOf(1),
      occurredAt: approvedAt,
      responsibleAt: approvedAt,
      unitId: document.unitId,
      personId: document.personId,
      serviceKey: document.kind,
      value: toMicro(String(points)),
      count: 1,
    },
  ]
}

function takenBack(
  said: Pick<Fact, 'eventId' | 'occurredAt'>,
  source: Source,
  subjectId: string,
  { unitId, sequence }: PhaseReopened | StageReopened,
): Fact {
  return {
    ...said,
    source,
    subjectId,
    revision: promiseRevision.takenBack(sequence),
    responsibleAt: said.occurredAt,
    unitId,
    personId: null,
    // The row it takes back says it; only a retraction that comes first keeps this.
    serviceKey: 'unknown',
    value: 0n,
    count: 0,
  }
}
