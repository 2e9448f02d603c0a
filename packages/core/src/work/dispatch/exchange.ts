import { z } from 'zod'
import { type Id, NotFoundError, newId } from '../../kernel/index.ts'
import { defineEnvelopeHandler, filesById, readFile, storeFile, type TxCtx, touch } from '../../platform/index.ts'
import { richText } from '../rich-text.ts'
import { receptionDesk } from './desk.ts'
import { DISPATCH, DISPATCH_NEWS, DISPATCH_RECALL } from './letters.ts'
import { recallHere } from './recall.ts'
import { tellReceiver } from './receiver.store.ts'
import { insertReception } from './reception.store.ts'
import { approverMark, localized, paperHead, RECEIVER_STATES } from './schema-parts.ts'
import { tellSenderHere } from './tell-sender.ts'

const id = z.uuid()
const origin = z.enum(['interactive', 'import', 'demo'])
const target = { dispatchId: id, receiverId: id, origin }

const dispatchLetter = z.object({
  ...target,
  title: z.string(),
  body: richText,
  sender: z.object({
    agency: localized,
    unit: localized,
    drafter: z.string(),
    number: z.string(),
    /** Letters of an older sender come without. */
    paper: paperHead.optional(),
  }),
  approvers: z.array(approverMark),
  disclosure: z.enum(['open', 'partial', 'closed']),
  disclosureGrounds: z.array(z.string()),
  releasedAt: z.iso.datetime({ offset: true }),
})
const newsLetter = z.object({
  ...target,
  state: z.enum(RECEIVER_STATES),
  receptionNumber: z.string().nullable(),
  refusal: z.string().optional(),
  recallLate: z.boolean().optional(),
})
const recallLetter = z.object({ ...target, reason: z.string() })

/** The receiver's own copy with its files, at the agency's 문서과; the sender learns that it has arrived. */
const dispatchHandler = defineEnvelopeHandler({
  kind: DISPATCH,
  schema: dispatchLetter,
  load: (tx, fileIds) => Promise.all(fileIds.map((fileId) => loadFile(tx, fileId))),
  async receive(bare, { fromTenantId, payload, files }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    const { unit } = await receptionDesk(tx)
    const fileIds: Id[] = []
    for (const file of files) fileIds.push((await storeFile(tx, { name: file.name, bytes: once(file.bytes) })).id)
    await insertReception(tx, {
      id: newId(),
      unitId: unit.id,
      title: payload.title,
      body: payload.body,
      fileIds,
      sender: { ...payload.sender, sameAgency: false },
      fromTenantId,
      fromDispatchId: payload.dispatchId,
      fromReceiverId: payload.receiverId,
      approvers: payload.approvers,
      disclosure: payload.disclosure,
      disclosureGrounds: payload.disclosureGrounds,
      releasedAt: new Date(payload.releasedAt),
    })
    touch(tx, `reception:${unit.id}`)
  },
  async acknowledge(tx, { payload }) {
    await tellReceiver(tx, payload, { state: 'arrived' })
  },
})

/** What became of it at the receiver: received, given to somebody, closed, refused, too late to be taken back. */
const newsHandler = defineEnvelopeHandler({
  kind: DISPATCH_NEWS,
  schema: newsLetter,
  async receive(bare, { payload }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    const { dispatchId, receiverId, origin: _, ...news } = payload
    if (!(await tellSenderHere(tx, { dispatchId, receiverId }, news))) throw new NotFoundError('dispatch.not-found')
  },
})

/** The sender takes it back: the copy stays with the mark; whether the work stops is the receiver's to tell. */
const recallHandler = defineEnvelopeHandler({
  kind: DISPATCH_RECALL,
  schema: recallLetter,
  async receive(bare, { fromTenantId, payload }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    // Not here yet: the letter is tried again after the one it takes back.
    if (!(await recallHere(tx, { tenantId: fromTenantId, ...payload }))) throw new NotFoundError('reception.not-found')
  },
})

export const dispatchEnvelopeHandlers = [dispatchHandler, newsHandler, recallHandler] as const

async function loadFile(tx: TxCtx, fileId: Id) {
  const [known] = await filesById(tx, [fileId])
  const { name, mediaType, bytes } = await readFile(tx, known?.id ?? fileId)
  const parts: Uint8Array[] = []
  for await (const part of bytes) parts.push(part as Uint8Array)
  return { name, mediaType, bytes: new Uint8Array(Buffer.concat(parts)) }
}

async function* once(bytes: Uint8Array): AsyncIterable<Uint8Array> {
  yield bytes
}
