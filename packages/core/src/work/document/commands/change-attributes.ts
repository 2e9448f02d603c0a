import { type Ctx, ValidationError } from '../../../kernel/index.ts'
import { parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { audienceAfter, type DocumentActResult, kindOf, openDocument, recordDocumentAct } from '../act.ts'
import { checkAttributes } from '../content-checks.ts'
import { directedPeople, hasOpenDirective } from '../directive.store.ts'
import type { DocumentAttributes, StoredDocument } from '../document.store.ts'
import { seoulDay } from '../domain/day.ts'
import { retentionSpan, shortens } from '../domain/retention.ts'
import { type ChangeAttributesInput, changeAttributesInput } from '../types.ts'
import { actorAs } from './change-route.ts'

/**
 * Changes 관리속성. Before approval the drafter's; after it the records keeper's of the unit, with a reason: the words of
 * the document stay, and nothing is kept less long than it was approved with.
 * @throws ForbiddenError; ValidationError `document.reason-needed`, `document.retention-shortened`; ConflictError
 */
export async function changeAttributes(ctx: Ctx, raw: ChangeAttributesInput): Promise<DocumentActResult> {
  const input = parse(changeAttributesInput, raw)
  return withTenant(ctx, async (tx) => {
    const opened = await openDocument(tx, 'change-attributes', input)
    const { document } = opened
    const { work } = await kindOf(tx, document)
    const approved = document.state === 'approved'
    if (approved && input.reason === '') throw new ValidationError('document.reason-needed', { field: 'reason' })
    if (approved && shortens(document.retention, input.attributes.retention)) {
      throw new ValidationError('document.retention-shortened', { field: 'attributes.retention' })
    }
    await checkAttributes(tx, work, input.attributes, approved)
    const { retention } = input.attributes
    const span = document.completedAt === null ? undefined : retentionSpan(retention, seoulDay(document.completedAt))
    const change = {
      ...input.attributes,
      ...(span === undefined ? {} : { retentionFrom: span.from, retentionUntil: span.until }),
    }
    const changed = changedKeys(document, input.attributes)
    return recordDocumentAct(tx, opened, {
      verb: 'change-attributes',
      change: { ...change, audience: await audienceAfter(tx, document, change, opened.steps) },
      history: {
        kind: 'attributes-changed',
        person: await actorAs(tx),
        reason: input.reason,
        facts: { changed: Object.fromEntries(changed.map((key) => [key, [document[key], input.attributes[key]]])) },
      },
      reason: input.reason,
      ...(approved ? { achievement: await standing(tx, document) } : {}),
    })
  })
}

function changedKeys(document: StoredDocument, attributes: DocumentAttributes): (keyof DocumentAttributes)[] {
  const keys = Object.keys(attributes) as (keyof DocumentAttributes)[]
  return keys.filter((key) => JSON.stringify(document[key]) !== JSON.stringify(attributes[key]))
}

/** 처리상황 of an approved document: it does not change with its attributes. */
async function standing(tx: TxCtx, document: StoredDocument): Promise<string> {
  if (await hasOpenDirective(tx, document.id)) return 'directed'
  return (await directedPeople(tx, document.id)).length > 0 ? 'closed' : 'approved'
}
