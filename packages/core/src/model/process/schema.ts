import { z } from 'zod'

/** The namespace of Harmony's own attributes in a BPMN file. */
export const HARMONY_NAMESPACE = 'urn:harmony:bpmn:1'

/** The stages a citizen sees: 접수 → 담당자배정 → 검토 → 완료 (R16). */
export const PROCESS_STAGES = ['received', 'assigned', 'review', 'completed'] as const

/** What an automatic task may do; the customer module performs it and answers with a `complete` event. */
export const AUTOMATIC_HANDLERS = ['receive', 'assign-by-duty', 'notify'] as const

/** What an officer does in a user task; decides which form the portal opens. */
export const USER_ACTIONS = ['assign', 'handle', 'inspect', 'consult', 'review', 'answer', 'complete'] as const

/** `unit:reception`, `unit:duty` (the unit in charge of the service), `unit:<code>`, or `role:<role>`. */
export const performerPattern = /^(unit|role):[a-z0-9][a-z0-9-]*$/

export const processFlow = z.strictObject({
  id: z.string(),
  to: z.string(),
  /** CEL over the results so far; absent on unconditional and default flows. */
  condition: z.string().optional(),
  /** True on the default flow of an exclusive gateway. */
  otherwise: z.boolean().optional(),
})

const common = { name: z.string(), lane: z.string().optional(), incoming: z.array(z.string()) }
const outgoing = z.array(processFlow)
/** The names and types a completion of the task may bring; conditions read them. */
const taskResults = z.record(z.string(), z.enum(['string', 'double', 'bool']))
const stage = z.enum(PROCESS_STAGES).optional()

/** One element of the token machine. */
export const processNode = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('start'), ...common, outgoing }),
  z.strictObject({
    kind: z.literal('user'),
    ...common,
    outgoing,
    performer: z.string(),
    stage,
    action: z.enum(USER_ACTIONS),
    results: taskResults,
  }),
  z.strictObject({
    kind: z.literal('automatic'),
    ...common,
    outgoing,
    stage,
    handler: z.enum(AUTOMATIC_HANDLERS),
    results: taskResults,
  }),
  z.strictObject({ kind: z.literal('message'), ...common, outgoing, stage, message: z.string() }),
  z.strictObject({ kind: z.literal('exclusive'), ...common, outgoing }),
  z.strictObject({ kind: z.literal('parallel'), ...common, outgoing }),
  z.strictObject({
    kind: z.literal('timer'),
    ...common,
    outgoing,
    attachedTo: z.string(),
    interrupting: z.boolean(),
    duration: z.strictObject({ unit: z.enum(['days', 'hours', 'minutes']), amount: z.number().int().positive() }),
  }),
  z.strictObject({ kind: z.literal('end'), ...common, stage }),
])

/** What conditions may read before any task has brought a result. */
export const PROCESS_INPUTS = { channel: 'string', petitionType: 'string' } as const

/** A compiled process: plain JSON, stored inside the release. */
export const compiledProcess = z.strictObject({
  id: z.string(),
  name: z.string(),
  start: z.string(),
  lanes: z.array(z.strictObject({ id: z.string(), name: z.string(), performer: z.string() })),
  nodes: z.record(z.string(), processNode),
})

export type Process = z.infer<typeof compiledProcess>
export type ProcessNode = z.infer<typeof processNode>
export type ProcessFlow = z.infer<typeof processFlow>
export type ProcessStage = (typeof PROCESS_STAGES)[number]
export type UserAction = (typeof USER_ACTIONS)[number]
export type AutomaticHandler = (typeof AUTOMATIC_HANDLERS)[number]

/** What a completed task may bring. */
export type ProcessResult = string | number | boolean

/** Where a case stands: plain JSON, stored on the petition. A sound process never has two tokens at one place. */
export interface ProcessState {
  /** Tasks that wait for a `complete` event. */
  readonly waiting: readonly string[]
  /** Flows whose token waits before a joining parallel gateway. */
  readonly joins: readonly string[]
  /** Armed timers. */
  readonly timers: readonly string[]
  readonly results: Readonly<Record<string, ProcessResult>>
  readonly ended: boolean
}

export type ProcessEvent =
  | { readonly type: 'complete'; readonly element: string; readonly result?: Readonly<Record<string, ProcessResult>> }
  | { readonly type: 'timer'; readonly element: string }

/** A user task that now waits for somebody. */
export interface WorkItem {
  readonly element: string
  readonly name: string
  readonly lane: string | undefined
  readonly performer: string
  readonly stage: ProcessStage | undefined
  readonly action: UserAction
}

/** An automatic task that now waits for its handler; answer with a `complete` event in the same transaction. */
export interface AutomaticTask {
  readonly element: string
  readonly name: string
  readonly stage: ProcessStage | undefined
  readonly handler: AutomaticHandler
}

/** A timer to arm. Its span is counted by the statutory clock of the tenant. */
export interface ProcessTimer {
  readonly element: string
  readonly attachedTo: string
  readonly interrupting: boolean
  readonly duration: { readonly unit: 'days' | 'hours' | 'minutes'; readonly amount: number }
}

/** What one step brought: only what is new since the state before. */
export interface Advance {
  readonly state: ProcessState
  readonly workItems: readonly WorkItem[]
  readonly automatic: readonly AutomaticTask[]
  readonly timers: readonly ProcessTimer[]
  /** Messages to the citizen, in order. */
  readonly messages: readonly {
    readonly element: string
    readonly name: string
    readonly message: string
    readonly stage: ProcessStage | undefined
  }[]
  /** Waiting elements and timers that an interrupting timer or a finished task took away. */
  readonly cancelled: readonly string[]
  /** Stages passed through in this step, in order. */
  readonly stages: readonly ProcessStage[]
  readonly ended: boolean
}
