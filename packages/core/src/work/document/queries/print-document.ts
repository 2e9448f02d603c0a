import { listUnits } from '../../../identity/index.ts'
import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { audit, parse, withTenant } from '../../../platform/index.ts'
import type { CardField } from '../../fragment.ts'
import { kindOf } from '../act.ts'
import { findDocument, type StoredDocument } from '../document.store.ts'
import type { FieldValue } from '../domain/fields.ts'
import { filesOf } from '../files.store.ts'
import { type StoredStep, stepsOf } from '../route.store.ts'
import { type DocumentIdInput, documentIdInput, type PrintDocumentOutput } from '../types.ts'
import { attributesView, receiverViews } from '../view-parts.ts'
import { contentOf } from './get-document.ts'

/** What the official form shows, with the row of approvals (결재란). Each printing is recorded. @throws NotFoundError */
export async function printDocument(ctx: Ctx, raw: DocumentIdInput): Promise<PrintDocumentOutput> {
  const { documentId } = parse(documentIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const document = await findDocument(tx, documentId)
    const [content, { kind, work }, steps, files, units] = await Promise.all([
      contentOf(tx, document),
      kindOf(tx, document),
      stepsOf(tx, documentId),
      filesOf(tx, documentId),
      listUnits(tx),
    ])
    await audit(tx, { action: 'document.print', subjectType: 'document', subjectId: documentId })
    const round = steps.filter((step) => step.round === document.round && step.state !== 'skipped')
    const unknown = { ko: '—', en: '—' }
    return {
      agency: units.find((unit) => unit.kind === 'agency')?.name ?? unknown,
      unit: document.drafter.unit ?? unknown,
      kind: kind.name,
      title: content.title,
      number: document.number,
      body: content.body,
      fields: kind.fields.flatMap((field) => {
        const value = shown(field, content.fields[field.key] ?? null)
        return value === '' ? [] : [{ name: field.name, value }]
      }),
      files: files.map((file) => file.name),
      drafter: document.drafter,
      draftedAt: (document.submittedAt ?? document.createdAt).toISOString(),
      approvals: [drafting(document), ...round.filter((step) => step.role !== 'consent').map(approval)],
      consents: round
        .filter((step) => step.role === 'consent')
        .map((step) => ({ person: step.person, at: step.actedAt?.toISOString() ?? null })),
      state: document.state,
      completedAt: document.completedAt?.toISOString() ?? null,
      grade: document.grade,
      attributes: await attributesView(tx, document, work),
      receivers: (await receiverViews(tx, content.dispatchPlan?.receivers ?? [])).map((one) => one.name),
    }
  })
}

type Approval = PrintDocumentOutput['approvals'][number]

function drafting(document: StoredDocument): Approval {
  const at = document.submittedAt?.toISOString() ?? null
  return { role: 'draft', person: document.drafter, actingFor: null, mark: null, at }
}

function approval(step: StoredStep): Approval {
  const acting = step.actingFor !== null
  const mark = step.delegated ? (acting ? 'delegated-acting' : 'delegated') : acting ? 'acting' : null
  const role = step.role === 'approve' ? ('approve' as const) : ('review' as const)
  return { role, person: step.person, actingFor: step.actingFor, mark, at: step.actedAt?.toISOString() ?? null }
}

function shown(field: CardField, value: FieldValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? '예' : '아니요'
  if (typeof value === 'number') return value.toLocaleString('ko-KR')
  return field.choices?.find((choice) => choice.key === value)?.name.ko ?? value
}
