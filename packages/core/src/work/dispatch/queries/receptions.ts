import { type Ctx, ForbiddenError, NotFoundError } from '../../../kernel/index.ts'
import { filesById, parse, type TxCtx, withTenant } from '../../../platform/index.ts'
import { getTenantBySlug } from '../../../tenancy/index.ts'
import { daySpan, packCursor, unitNames, unpackCursor } from '../../document/index.ts'
import { taskCardsByIds } from '../../task/index.ts'
import { receptionAbilities } from '../abilities.ts'
import { mayChooseDesk } from '../commands/set-reception-desk.ts'
import { receptionDesk } from '../desk.ts'
import { dispatchHistoryOf, findDispatch } from '../dispatch.store.ts'
import { pageOfReceptions, type ReceptionFilter, receptionFigures } from '../listing.store.ts'
import { receiversOf } from '../receiver.store.ts'
import { findReception, receptionFiles, type StoredReception } from '../reception.store.ts'
import {
  type ListReceptionsInput,
  type ListReceptionsOutput,
  listReceptionsInput,
  type ReceptionCounts,
  type ReceptionDesk,
  type ReceptionIdInput,
  type ReceptionView,
  receptionIdInput,
} from '../types.ts'

const NOWHERE = { ko: '—', en: '—' }

/** 접수함 of the officer's units, without a person, or their own. */
export async function listReceptions(ctx: Ctx, raw: ListReceptionsInput): Promise<ListReceptionsOutput> {
  const input = parse(listReceptionsInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const unitIds = input.unitId === undefined ? actor.unitIds : [input.unitId]
    const scopes: Record<typeof input.scope, Partial<ReceptionFilter>> = {
      unit: { unitIds },
      unassigned: { unitIds, unassigned: true },
      mine: { personId: actor.personId },
    }
    const found = await pageOfReceptions(tx, {
      ...scopes[input.scope],
      state: input.state,
      search: input.search,
      from: input.from === undefined ? undefined : daySpan(input.from).from,
      to: input.to === undefined ? undefined : daySpan(input.to).to,
      descending: input.order === 'desc',
      after: unpackCursor(input.cursor, 'instant'),
      limit: input.limit + 1,
    })
    const page = found.slice(0, input.limit)
    const names = await unitNames(
      tx,
      page.map((one) => one.unitId),
    )
    const last = found.length > input.limit ? page.at(-1) : undefined
    const rows = page.map((one) => ({
      id: one.id,
      number: one.number,
      title: one.title,
      sender: one.sender,
      state: one.state,
      unit: { id: one.unitId, name: names.get(one.unitId) ?? NOWHERE },
      person: one.person === null ? null : { id: one.person.id, name: one.person.name },
      files: one.files,
      arrivedAt: one.arrivedAt.toISOString(),
      receivedAt: one.receivedAt?.toISOString() ?? null,
      recalled: one.recalledAt !== null,
      version: one.version,
      abilities: receptionAbilities(actor, one),
    }))
    return { rows, nextCursor: last === undefined ? null : packCursor(last.arrivedAt.toISOString(), last.id) }
  })
}

/** How much waits in the officer's 접수함. */
export async function getReceptionCounts(ctx: Ctx): Promise<ReceptionCounts> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, (tx) => receptionFigures(tx, actor))
}

/** The receiving unit's own copy with what was done with it. @throws NotFoundError `reception.not-found` */
export async function getReception(ctx: Ctx, raw: ReceptionIdInput): Promise<ReceptionView> {
  const { receptionId } = parse(receptionIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const reception = await findReception(tx, receptionId)
    const [files, names, cards, history, dispatchId, paper] = await Promise.all([
      receptionFiles(tx, receptionId).then((ids) => filesById(tx, ids)),
      unitNames(tx, [reception.unitId]),
      reception.taskCardId === null ? [] : taskCardsByIds(tx, [reception.taskCardId]),
      dispatchHistoryOf(tx, receptionId),
      dispatchHere(tx, reception),
      paperOf(tx, reception),
    ])
    const card = cards[0]
    const { recalledAt } = reception
    return {
      id: reception.id,
      version: reception.version,
      state: reception.state,
      number: reception.number,
      title: reception.title,
      body: reception.body,
      files: files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
      sender: reception.sender,
      paper,
      dispatchId,
      approvers: [...reception.approvers],
      disclosure: reception.disclosure,
      disclosureGrounds: [...reception.disclosureGrounds],
      unit: { id: reception.unitId, name: names.get(reception.unitId) ?? NOWHERE },
      person: reception.person,
      arrivedAt: reception.arrivedAt.toISOString(),
      releasedAt: reception.releasedAt.toISOString(),
      receivedAt: reception.receivedAt?.toISOString() ?? null,
      closedAt: reception.closedAt?.toISOString() ?? null,
      outcome: reception.outcome,
      closingNote: reception.closingNote,
      taskCard: card === undefined ? null : { id: card.id, name: card.name },
      refusal: reception.refusal,
      recalled:
        recalledAt === null
          ? null
          : { reason: reception.recallReason ?? '—', at: recalledAt.toISOString(), late: reception.recallLate },
      history,
      abilities: receptionAbilities(tx.actor, reception),
    }
  })
}

/** The sender's dispatch, where it is in this agency and the reader may know of it. */
async function dispatchHere(tx: TxCtx, reception: StoredReception): Promise<string | null> {
  if (reception.fromTenantId !== tx.tenantId) return null
  try {
    return (await findDispatch(tx, reception.fromDispatchId)).id
  } catch (error) {
    if (error instanceof NotFoundError) return null
    throw error
  }
}

/** Sender and receivers as they were sent; of what came before that was sent along, what is known here. */
async function paperOf(tx: TxCtx, reception: StoredReception): Promise<ReceptionView['paper']> {
  const { paper, sameAgency, unit, agency } = reception.sender
  if (paper !== undefined) return { senderName: paper.senderName, receivers: [...paper.receivers] }
  if (!sameAgency) {
    const here = await getTenantBySlug(tx.db, tx.tenantSlug)
    return { senderName: agency, receivers: [here?.name ?? NOWHERE] }
  }
  const receivers = await receiversOf(tx, [reception.fromDispatchId])
  return { senderName: unit, receivers: receivers.map((one) => one.name) }
}

/** The unit that takes in what other agencies send. */
export async function getReceptionDesk(ctx: Ctx): Promise<ReceptionDesk> {
  if (ctx.actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const { unit, chosen } = await receptionDesk(tx)
    return { unit: { id: unit.id, name: unit.name }, chosen, canChange: mayChooseDesk(ctx) }
  })
}
