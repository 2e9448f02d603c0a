import { z } from 'zod'
import { type Id, NotFoundError } from '../kernel/index.ts'
import {
  calendarFor,
  defineEnvelopeHandler,
  filesById,
  readFile,
  sendEnvelope,
  storeFile,
  type TxCtx,
} from '../platform/index.ts'
import { currentRelease, type Release } from '../tenancy/index.ts'
import { recordAct } from './act.ts'
import { insertCustomer } from './customer.store.ts'
import { deadlineOf, pauseClock } from './domain/deadline.ts'
import { enterPetition } from './enter-petition.ts'
import { petitionTransferRefused, petitionTransferred } from './events.ts'
import { findPetition } from './petition.store.ts'
import { insertTransfer, settleTransfer } from './transfer.store.ts'

export const PETITION_TRANSFER = 'petition-transfer'
export const PETITION_TRANSFER_RECEIPT = 'petition-transfer-receipt'
export const PETITION_TRANSFER_REFUSAL = 'petition-transfer-refusal'

const id = z.uuid()
const origin = z.enum(['interactive', 'import', 'demo'])
const petitionLetter = z.object({
  petitionId: id,
  number: z.string(),
  serviceKey: z.string(),
  title: z.string(),
  body: z.string(),
  visibility: z.enum(['private', 'public']),
  channel: z.string(),
  filedAt: z.iso.datetime({ offset: true }),
  reason: z.string(),
  origin,
  customer: z
    .object({
      accountId: id.nullable(),
      kind: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
})
const receiptLetter = z.object({ petitionId: id, copyId: id, number: z.string(), origin })
const refusalLetter = z.object({ petitionId: id, reason: z.string(), origin })

export type PetitionLetter = z.infer<typeof petitionLetter>
export type RefusalLetter = z.infer<typeof refusalLetter>

/** The receiver's own copy of a petition and its attachments; a receipt goes back with the copy's number. */
export const petitionTransferHandler = defineEnvelopeHandler({
  kind: PETITION_TRANSFER,
  schema: petitionLetter,
  load: (tx, fileIds) => Promise.all(fileIds.map((fileId) => loadFile(tx, fileId))),
  async receive(bare, { fromTenantId, payload, files }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    const [release, calendar] = await Promise.all([currentRelease(tx), calendarFor(tx)])
    const { customer } = payload
    const customerId = customer === null ? null : await insertCustomer(tx, customer)
    const fileIds: Id[] = []
    for (const file of files) fileIds.push((await storeFile(tx, { name: file.name, bytes: once(file.bytes) })).id)
    const copy = await enterPetition(tx, {
      release,
      calendar,
      serviceKey: nearestService(release, payload.serviceKey),
      customerId,
      title: payload.title,
      body: payload.body,
      visibility: payload.visibility,
      channel: payload.channel,
      externalRef: null,
      fileIds,
      from: { tenantId: fromTenantId, petitionId: payload.petitionId },
      firstStep: {
        kind: 'transferred-in',
        stage: 'received',
        personId: null,
        reason: payload.reason,
        facts: { number: payload.number },
      },
    })
    await insertTransfer(tx, {
      petitionId: copy.petitionId,
      direction: 'in',
      otherTenantId: fromTenantId,
      otherPetitionId: payload.petitionId,
      otherNumber: payload.number,
      reason: payload.reason,
      status: 'received',
    })
    const receipt = {
      petitionId: payload.petitionId,
      copyId: copy.petitionId,
      number: copy.number,
      origin: payload.origin,
    }
    await sendEnvelope(tx, { toTenantId: fromTenantId, kind: PETITION_TRANSFER_RECEIPT, payload: receipt })
  },
})

/** The sender learns that its petition has arrived: it closes as transferred and the citizen is told. */
export const petitionReceiptHandler = defineEnvelopeHandler({
  kind: PETITION_TRANSFER_RECEIPT,
  schema: receiptLetter,
  async receive(bare, { fromTenantId, payload }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    const petition = await findPetition(tx, payload.petitionId)
    const copy = { status: 'received', otherPetitionId: payload.copyId, otherNumber: payload.number } as const
    if ((await settleTransfer(tx, petition.id, fromTenantId, copy)) === undefined)
      throw new NotFoundError('petition.not-found')
    await recordAct(tx, petition, {
      verb: 'transferred',
      change: { status: 'transferred', outcome: 'transferred', closedAt: tx.clock.now(), timers: [] },
      steps: [{ kind: 'transfer-received', facts: { number: payload.number } }],
      events: [
        petitionTransferred.of({
          petitionId: petition.id,
          fromUnitId: petition.unitId,
          toUnitId: null,
          toTenantId: fromTenantId,
        }),
      ],
    })
  },
})

/** The sender gets its petition back: it goes on where it stood, the time away does not count. */
export const petitionRefusalHandler = defineEnvelopeHandler({
  kind: PETITION_TRANSFER_REFUSAL,
  schema: refusalLetter,
  async receive(bare, { fromTenantId, payload }) {
    const tx: TxCtx = { ...bare, origin: payload.origin }
    const now = tx.clock.now()
    const [petition, calendar] = await Promise.all([findPetition(tx, payload.petitionId), calendarFor(tx)])
    const { reason } = payload
    const sentAt = await settleTransfer(tx, petition.id, fromTenantId, { status: 'refused', refusal: reason })
    if (sentAt === undefined) throw new NotFoundError('petition.not-found')
    const clock = now > sentAt ? pauseClock(petition.clock, 'transit', sentAt, now) : petition.clock
    await recordAct(tx, petition, {
      verb: 'transfer-refused',
      change: { status: 'open', outcome: null, closedAt: null, clock, dueAt: deadlineOf(clock, calendar) },
      steps: [{ kind: 'transfer-refused', reason }],
      events: [
        petitionTransferRefused.of({ petitionId: petition.id, toTenantId: fromTenantId, unitId: petition.unitId }),
      ],
      reason,
    })
  },
})

export const customerEnvelopeHandlers = [
  petitionTransferHandler,
  petitionReceiptHandler,
  petitionRefusalHandler,
] as const

/** The receiver's own service of that key; else one that takes anything, else its first. */
function nearestService(release: Release, key: string): string {
  const { services } = release.customer
  const same = services.find((service) => service.key === key)
  const open = services.find(
    (service) => service.petitionType === 'other' || service.petitionType === 'general-inquiry',
  )
  return (same ?? open ?? services[0])?.key ?? key
}

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
