import { type Ctx, ForbiddenError } from '../../../kernel/index.ts'
import { filesById, parse, withTenant } from '../../../platform/index.ts'
import { daySpan, headsOf, packCursor, unpackCursor } from '../../document/index.ts'
import { dispatchAbilities } from '../abilities.ts'
import { documentOf } from '../act.ts'
import { dispatchHistoryOf, findDispatch } from '../dispatch.store.ts'
import { type DispatchFilter, dispatchFigures, pageOfDispatches } from '../listing.store.ts'
import { receiversOf, type StoredReceiver } from '../receiver.store.ts'
import { sentAs } from '../sender-name.store.ts'
import {
  type DispatchCounts,
  type DispatchIdInput,
  type DispatchView,
  dispatchIdInput,
  type ListDispatchesInput,
  type ListDispatchesOutput,
  listDispatchesInput,
} from '../types.ts'

const NOWHERE = { ko: '—', en: '—' }
const RECEIVED = new Set(['received', 'assigned', 'closed'])

/** Dispatches one may know of: to release, of one's own documents, of one's units, or all. */
export async function listDispatches(ctx: Ctx, raw: ListDispatchesInput): Promise<ListDispatchesOutput> {
  const input = parse(listDispatchesInput, raw)
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const wanted = input.unitId === undefined ? undefined : [input.unitId]
    const scopes: Record<typeof input.scope, Partial<DispatchFilter>> = {
      'to-release': { headOf: actor.headOf },
      mine: { drafterId: actor.personId },
      unit: { unitIds: wanted ?? actor.unitIds },
      all: { unitIds: wanted },
    }
    const found = await pageOfDispatches(tx, {
      ...scopes[input.scope],
      state: input.state,
      documentId: input.documentId,
      search: input.search,
      from: input.from === undefined ? undefined : daySpan(input.from).from,
      to: input.to === undefined ? undefined : daySpan(input.to).to,
      descending: input.order === 'desc',
      after: unpackCursor(input.cursor, 'instant'),
      limit: input.limit + 1,
    })
    const page = found.slice(0, input.limit)
    const receivers = await receiversOf(
      tx,
      page.map((one) => one.id),
    )
    const last = found.length > input.limit ? page.at(-1) : undefined
    const rows = page.map((one) => {
      const own = receivers.filter((receiver) => receiver.dispatchId === one.id)
      return {
        id: one.id,
        documentId: one.documentId,
        documentNumber: one.documentNumber,
        number: one.number,
        title: one.title,
        state: one.state,
        unit: { id: one.unitId, name: one.drafter.unit ?? NOWHERE },
        drafter: { id: one.drafter.id, name: one.drafter.name },
        receivers: {
          first: own[0]?.name ?? NOWHERE,
          of: own.length,
          received: own.filter((receiver) => RECEIVED.has(receiver.state)).length,
          refused: own.filter((receiver) => receiver.state === 'refused').length,
        },
        files: one.files,
        approvedAt: one.approvedAt.toISOString(),
        releasedAt: one.releasedAt?.toISOString() ?? null,
        at: one.listedAt.toISOString(),
        version: one.version,
        abilities: dispatchAbilities(actor, one),
      }
    })
    return { rows, nextCursor: last === undefined ? null : packCursor(last.listedAt.toISOString(), last.id) }
  })
}

/** How many dispatches wait for the officer. */
export async function getDispatchCounts(ctx: Ctx): Promise<DispatchCounts> {
  const { actor } = ctx
  if (actor.kind !== 'officer') throw new ForbiddenError()
  return withTenant(ctx, (tx) => dispatchFigures(tx, actor))
}

/** A dispatch with its receivers and what became of it there. @throws NotFoundError `dispatch.not-found` */
export async function getDispatch(ctx: Ctx, raw: DispatchIdInput): Promise<DispatchView> {
  const { dispatchId } = parse(dispatchIdInput, raw)
  if (ctx.actor.kind !== 'officer' && ctx.actor.kind !== 'system') throw new ForbiddenError()
  return withTenant(ctx, async (tx) => {
    const dispatch = await findDispatch(tx, dispatchId)
    const receivers = await receiversOf(tx, [dispatchId])
    const [signed, files, document, heads, history] = await Promise.all([
      sentAs(tx, dispatch, receivers, dispatch.releasedAt ?? tx.clock.now()),
      filesById(tx, dispatch.fileIds),
      documentOf(tx, dispatch),
      headsOf(tx, [dispatch.unitId]),
      dispatchHistoryOf(tx, dispatchId),
    ])
    const { actor } = tx
    return {
      id: dispatch.id,
      version: dispatch.version,
      state: dispatch.state,
      number: dispatch.number,
      title: dispatch.title,
      body: dispatch.body,
      files: files.map(({ id, name, size, mediaType }) => ({ id, name, size, mediaType })),
      ...signed,
      unit: { id: dispatch.unitId, name: dispatch.drafter.unit ?? NOWHERE },
      drafter: dispatch.drafter,
      document,
      showApprovers: dispatch.showApprovers,
      approvers: [...dispatch.approvers],
      receivers: receivers.map((one) => receiverView(one, actor.kind === 'officer' ? actor.unitIds : [])),
      approvedAt: dispatch.approvedAt.toISOString(),
      releaser: heads.get(dispatch.unitId)?.person ?? null,
      releasedBy: dispatch.releasedBy,
      releasedAt: dispatch.releasedAt?.toISOString() ?? null,
      sentBack: dispatch.sentBack,
      withdrawn: dispatch.withdrawn,
      disclosure: dispatch.disclosure,
      disclosureGrounds: [...dispatch.disclosureGrounds],
      history,
      abilities: dispatchAbilities(actor, dispatch),
    }
  })
}

function receiverView(one: StoredReceiver, ownUnits: readonly string[]): DispatchView['receivers'][number] {
  const { id, kind, name, unitId, agency, state, receptionNumber, refusal, recallLate } = one
  return {
    id,
    kind,
    name,
    unitId,
    agency,
    state,
    receptionNumber,
    receivedAt: one.receivedAt?.toISOString() ?? null,
    refusal,
    refusedAt: one.refusedAt?.toISOString() ?? null,
    receptionId: unitId !== null && ownUnits.includes(unitId) ? one.receptionId : null,
    recalledAt: one.recalledAt?.toISOString() ?? null,
    recallLate,
  }
}
