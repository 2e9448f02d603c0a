import { z } from 'zod'
import {
  action,
  id,
  instant,
  localized,
  person,
  service,
  stage,
  stars,
  status,
  unit,
  visibility,
} from './schema-parts.ts'

const file = z.object({
  id,
  name: z.string(),
  size: z.int(),
  mediaType: z.string(),
  part: z.enum(['request', 'supplement', 'answer']),
  partId: id.nullable(),
})
const message = z.object({
  id,
  sender: z.enum(['citizen', 'officer']),
  name: z.string(),
  body: z.string(),
  sentAt: instant,
  readAt: instant.nullable(),
})
const supplement = z.object({
  id,
  status: z.enum(['open', 'submitted', 'lapsed']),
  request: z.string(),
  requestedAt: instant,
  until: instant,
  reply: z.string().nullable(),
  submittedAt: instant.nullable(),
})
const answer = z.object({
  id,
  sequence: z.int(),
  status: z.enum(['draft', 'submitted', 'final']),
  body: z.string(),
  fileIds: z.array(id),
  savedAt: instant,
  answeredAt: instant.nullable(),
  version: z.int(),
})
const rating = z.object({
  sequence: z.int(),
  promptness: stars,
  kindness: stars,
  attitude: stars,
  overall: stars,
  comment: z.string().nullable(),
  ratedAt: instant,
})
const transfer = z.object({
  direction: z.enum(['out', 'in']),
  agency: z.object({ slug: z.string(), name: localized }),
  number: z.string().nullable(),
  status: z.enum(['sent', 'received', 'refused']),
  reason: z.string(),
  refusal: z.string().nullable(),
  sentAt: instant,
  decidedAt: instant.nullable(),
})
const step = z.object({
  id,
  kind: z.string(),
  stage,
  /** The process element's own name, where the step completed one. */
  task: z.string().nullable(),
  at: instant,
  recordedAt: instant,
  actor: z.object({ kind: z.string(), name: z.string().nullable() }),
  unit: unit.nullable(),
  person: person.nullable(),
  reason: z.string().nullable(),
})
const officerStep = step.extend({
  /** What ending the task decided, by the result's name. */
  result: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
})
const clockView = z.object({
  basis: z.enum(['hours', 'days']),
  elapsedMinutes: z.int(),
  elapsedDays: z.string(),
  paused: z.boolean(),
  extended: z.boolean(),
  trace: z.array(
    z.object({
      date: z.iso.date(),
      counted: z.boolean(),
      /** A key of the message catalogue. */
      reasonKey: z.string(),
      name: z.string().nullable(),
      minutes: z.int(),
      due: z.boolean(),
    }),
  ),
})

export const officerPetition = z.object({
  id,
  number: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  visibility,
  channel: z.string(),
  service,
  release: z.object({ hash: z.string(), version: z.string() }),
  process: z.object({ key: z.string(), name: localized }),
  stage,
  status,
  outcome: z.string().nullable(),
  unit,
  person: person.nullable(),
  customer: z
    .object({ id, name: z.string(), email: z.string().nullable(), phone: z.string().nullable(), kind: z.string() })
    .nullable(),
  filedAt: instant,
  receivedAt: instant,
  dueAt: instant,
  completedAt: instant.nullable(),
  withinDeadline: z.boolean().nullable(),
  workingMinutes: z.int().nullable(),
  statutoryDays: z.string().nullable(),
  sequence: z.int(),
  workItems: z.array(
    z.object({
      element: z.string(),
      name: z.string(),
      action: z.string(),
      stage: stage.nullable(),
      performer: z.string(),
      mine: z.boolean(),
      /** What ending the task may bring, by name. */
      results: z.record(z.string(), z.enum(['string', 'double', 'bool'])),
      /** In what words each result is asked for, and the values of a text that lead somewhere. */
      questions: z.record(z.string(), z.object({ question: z.string().nullable(), choices: z.array(z.string()) })),
    }),
  ),
  /** The task behind the answer, which lets it go out; null when the answer completes. */
  answerThen: z.string().nullable(),
  steps: z.array(officerStep),
  messages: z.array(message),
  files: z.array(file),
  supplements: z.array(supplement),
  answers: z.array(answer),
  ratings: z.array(rating),
  transfers: z.array(transfer),
  clock: clockView,
  abilities: z.array(action),
  changed: z.object({ at: instant, by: z.string().nullable() }),
})

export const citizenPetition = z.object({
  id,
  number: z.string(),
  version: z.int(),
  title: z.string(),
  body: z.string(),
  visibility,
  service,
  stage,
  status,
  outcome: z.string().nullable(),
  filedAt: instant,
  receivedAt: instant,
  dueAt: instant,
  completedAt: instant.nullable(),
  period: z.object({ unit: z.enum(['hours', 'days']), amount: z.int(), elapsed: z.int() }),
  stages: z.array(z.object({ stage, state: z.enum(['done', 'current', 'todo']), at: instant.nullable() })),
  unit,
  officer: person.nullable(),
  steps: z.array(
    step.pick({ id: true, kind: true, stage: true, task: true, at: true, unit: true, person: true, reason: true }),
  ),
  messages: z.array(message),
  files: z.array(file),
  supplement: supplement.nullable(),
  answers: z.array(answer.omit({ version: true, status: true })),
  ratings: z.array(rating),
  transfer: transfer.nullable(),
  satisfaction: z.object({
    items: z.array(z.object({ key: z.string(), name: localized })),
    rateUntil: instant.nullable(),
    reopenUntil: instant.nullable(),
  }),
  abilities: z.array(action),
})
