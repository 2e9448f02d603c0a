import type { Id } from '@harmony/core/kernel'
import type { TxCtx } from '@harmony/core/platform'
import {
  closeDirective,
  createDocument,
  getDocument,
  processDocument,
  reportDirective,
  saveDocument,
  submitDocument,
  withdrawDocument,
} from '@harmony/core/work'
import { type FileScript, uploadFiles } from './files.ts'
import { richLines } from './rich-lines.ts'
import { as, later, scene, type WorkStage, workday } from './work-stage.ts'

/** Working hours between a draft and its sending, and between two people of a route who say nothing else. */
export const HOURS_TO_SUBMIT = 0.7
export const HOURS_TO_ACT = 2.5

type Grade = 'S' | 'A' | 'B' | 'C'
type Field = string | number | boolean

/** What a person of the route does when the turn comes; without one, `보고` without a word. */
export interface ActScript {
  /** Working hours after the turn came. */
  readonly hours?: number
  readonly opinion?: string
  readonly directive?: 'execute' | 'revise' | 'hold' | 'stop'
  readonly directives?: readonly DirectiveScript[]
  readonly grade?: Grade
}

/** A directive, and how it went on. */
export interface DirectiveScript {
  readonly text: string
  /** A day, or so many working days from today. */
  readonly due?: string | number
  readonly report?: { readonly at: Date; readonly text: string }
  readonly closed?: { readonly at: Date; readonly comment: string }
}

export interface StepScript {
  readonly by: string
  readonly role: 'review' | 'consent' | 'approve'
  readonly order: number
  readonly delegated?: boolean
  /** `지시-의견 바랍니다`. */
  readonly asks?: string
}

/** A document of the demo, from its draft to where it stands. */
export interface DocumentScript {
  readonly key: string
  readonly kind: string
  readonly drafter: string
  readonly title: string
  readonly lines: readonly string[]
  readonly fields?: Readonly<Record<string, Field>>
  readonly at: Date
  readonly tasks?: readonly Id[]
  readonly unitTask?: string
  readonly files?: readonly FileScript[]
  /** The kind's default route when left out. */
  readonly route?: readonly StepScript[]
  readonly attributes?: Partial<Attributes>
  readonly dispatch?: DispatchScript
  /** By personnel code. */
  readonly acts?: Readonly<Record<string, ActScript>>
  readonly grade?: Grade
  /** Whose turn it still is; `draft` was never sent. */
  readonly waits?: string
  /** The drafter took it back before anybody acted. */
  readonly withdrawn?: string
  /** Sent again after 보완·재검토, with what has changed. */
  readonly again?: { readonly note: string; readonly lines: readonly string[] }
}

interface Attributes {
  readonly accessScope: 'agency' | 'bureau' | 'unit' | 'participants'
  readonly knowledgeCategory: string
  readonly retention: '1' | '3' | '5' | '10' | '30' | 'semi-permanent' | 'permanent'
  readonly disclosure: 'open' | 'partial' | 'closed'
  readonly disclosureGrounds: readonly ('1' | '2' | '3' | '4' | '5' | '6' | '7' | '8')[]
  readonly disclosureNote: string
}

interface DispatchScript {
  readonly title: string
  readonly lines: readonly string[]
  /** Units by code, agencies as `@slug`. */
  readonly to: readonly string[]
  readonly withFiles?: boolean
}

/** 정보공개법 §9①5: what is still being considered. */
const INTERNAL = ['5'] as const

function isWhole(change: Partial<Attributes>): change is Attributes {
  return Object.keys(change).length === 6
}

/** Plays a document as far as its time has come. Returns its id. */
export function playDocument(stage: WorkStage, script: DocumentScript): Promise<Id> {
  return scene(stage, `document-${script.key}`, (tx) => new Paper(stage, script, tx).run())
}

class Paper {
  private readonly stage: WorkStage
  private readonly script: DocumentScript
  private readonly tx: TxCtx
  private time: Date
  private documentId: Id = ''
  private version = 1

  constructor(stage: WorkStage, script: DocumentScript, tx: TxCtx) {
    this.stage = stage
    this.script = script
    this.tx = tx
    this.time = script.at
  }

  async run(): Promise<Id> {
    const { script } = this
    await this.draft()
    if (script.waits === 'draft' || !this.after(HOURS_TO_SUBMIT)) return this.documentId
    await this.submit('')
    if (script.withdrawn !== undefined) {
      const { routeVersion } = await this.look()
      const reason = script.withdrawn
      await withdrawDocument(this.as(script.drafter), { documentId: this.documentId, routeVersion, reason })
      return this.documentId
    }
    await this.round()
    if (script.again && (await this.look()).state === 'returned' && this.after(6)) {
      this.version = (await this.look()).version
      await this.save({ body: richLines(script.again.lines) })
      await this.submit(script.again.note)
      await this.round()
    }
    await this.followUp()
    return this.documentId
  }

  private async draft(): Promise<void> {
    const { script, stage } = this
    const drafter = this.as(script.drafter)
    const made = await createDocument(drafter, {
      kindKey: script.kind,
      title: script.title,
      taskCardIds: [...(script.tasks ?? [])],
      unitTaskId: script.unitTask === undefined ? null : stage.unitTask(script.unitTask),
    })
    this.documentId = made.documentId
    const fileIds = await uploadFiles(drafter, script.files ?? [])
    const attributes = await this.attributesWith(script.attributes ?? {})
    await this.save({
      body: richLines(script.lines),
      ...(script.fields ? { fields: script.fields } : {}),
      ...(fileIds.length > 0 ? { fileIds } : {}),
      attributes,
      ...(script.route ? { route: script.route.map((step) => this.step(step)) } : {}),
      ...(script.dispatch ? { dispatch: this.dispatchOf(script.dispatch, fileIds) } : {}),
    })
  }

  /** The kind's own with what the script says; what is not open needs a ground. */
  private async attributesWith(change: Partial<Attributes>) {
    if (isWhole(change)) return { ...change, disclosureGrounds: [...change.disclosureGrounds] }
    const { attributes } = await this.look()
    const { accessScope, knowledgeCategory, retention, disclosure, disclosureGrounds, disclosureNote } = attributes
    const standing = { accessScope, retention, disclosure, disclosureGrounds, disclosureNote }
    const after = { ...standing, knowledgeCategory: knowledgeCategory.key, ...change }
    const usual = after.disclosure === 'open' ? [] : INTERNAL
    return { ...after, disclosureGrounds: [...(change.disclosureGrounds ?? usual)] }
  }

  private step({ by, role, order, delegated = false, asks }: StepScript) {
    const request = asks === undefined ? {} : { request: { action: 'direct' as const, note: asks } }
    return { personId: this.stage.person(by).personId, role, order, delegated, ...request }
  }

  private dispatchOf(plan: DispatchScript, fileIds: Id[]) {
    const receivers = plan.to.map((code) =>
      code.startsWith('@')
        ? { kind: 'agency' as const, agency: code.slice(1) }
        : { kind: 'unit' as const, unitId: this.stage.unit(code) },
    )
    return { title: plan.title, body: richLines(plan.lines), receivers, fileIds: plan.withFiles ? fileIds : [] }
  }

  private async save(change: Omit<Parameters<typeof saveDocument>[1], 'documentId' | 'version'>): Promise<void> {
    const { documentId, version } = this
    const saved = await saveDocument(this.as(this.script.drafter), { documentId, version, ...change })
    this.version = saved.version
  }

  private async submit(changeNote: string): Promise<void> {
    const { documentId } = this
    const { version } = this
    this.version = (await submitDocument(this.as(this.script.drafter), { documentId, version, changeNote })).version
  }

  /** Everybody of the round in turn, as far as the time has come or until it waits for somebody. */
  private async round(): Promise<void> {
    const { route, routeVersion, kind } = await this.look()
    const codes = new Map([...this.codes()])
    for (const step of route.toSorted((a, b) => a.order - b.order)) {
      const code = codes.get(step.person.id)
      if (code === undefined || code === this.script.waits) return
      const act = this.script.acts?.[code] ?? {}
      if (!this.after(act.hours ?? HOURS_TO_ACT)) return
      const grade = step.final && kind.graded ? (act.grade ?? this.script.grade ?? 'A') : undefined
      const approving = act.directive === undefined || act.directive === 'execute'
      const { state } = await processDocument(this.as(code), {
        documentId: this.documentId,
        routeVersion,
        actionType: act.directive === undefined ? 'report' : 'direct',
        ...(act.directive === undefined ? {} : { directive: act.directive }),
        directives: (act.directives ?? []).map(({ text, due }) => ({ text, dueDate: this.day(due) })),
        opinion: act.opinion ?? '',
        ...(grade !== undefined && approving ? { grade } : {}),
      })
      if (state !== 'in-review') return
    }
  }

  /** Directives that were reported and closed since. */
  private async followUp(): Promise<void> {
    const scripts = Object.entries(this.script.acts ?? {}).flatMap(([code, act]) =>
      (act.directives ?? []).map((one) => ({ ...one, giver: code })),
    )
    if (scripts.every((one) => one.report === undefined)) return
    const { directives } = await this.look()
    for (const one of scripts) {
      const standing = directives.find((line) => line.text === one.text)
      if (standing === undefined || one.report === undefined || one.report.at > this.stage.now) continue
      const target = { directiveId: standing.id }
      const reporter = as(this.tx, this.stage.person(this.script.drafter), one.report.at)
      const { version } = await reportDirective(reporter, {
        ...target,
        version: standing.version,
        report: one.report.text,
      })
      if (one.closed === undefined || one.closed.at > this.stage.now) continue
      const giver = as(this.tx, this.stage.person(one.giver), one.closed.at)
      await closeDirective(giver, { ...target, version, accept: true, comment: one.closed.comment })
    }
  }

  private day(due: string | number | undefined): string | null {
    if (due === undefined || typeof due === 'string') return due ?? null
    return this.stage.calendar.dayOf(workday(this.stage, due))
  }

  private look() {
    return getDocument(this.as(this.script.drafter), { documentId: this.documentId })
  }

  private codes(): [Id, string][] {
    return this.stage.codes().map((code) => [this.stage.person(code).personId, code])
  }

  private as(code: string): TxCtx {
    return as(this.tx, this.stage.person(code), this.time)
  }

  /** Moves on by working hours; false, and nothing moved, when that is still to come. */
  private after(hours: number): boolean {
    const next = later(this.stage, this.time, hours)
    if (next > this.stage.now) return false
    this.time = next
    return true
  }
}
