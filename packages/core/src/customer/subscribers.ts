import type { Id, LocalizedText, Origin } from '../kernel/index.ts'
import {
  calendarFor,
  defineSubscriber,
  type MailTemplate,
  type Subscriber,
  sendMail,
  type TxCtx,
} from '../platform/index.ts'
import { customerContact } from './customer.store.ts'
import {
  petitionCompleted,
  petitionExtended,
  petitionMessage,
  petitionNotice,
  petitionReceived,
  petitionTransferRefused,
  petitionTransferred,
  supplementRequested,
} from './events.ts'
import {
  answeredMail,
  extendedMail,
  handedBackMail,
  handedOverMail,
  messageMail,
  noticeMail,
  type PetitionMail,
  receivedMail,
  supplementMail,
  transferredMail,
} from './mails.ts'
import { unreadFromOffice } from './message.store.ts'
import { findPetition } from './petition.store.ts'
import { agencyName, ownerOf } from './petition-view.store.ts'

interface Letter {
  readonly petitionId: Id
  readonly origin: Origin
  readonly template: MailTemplate<PetitionMail>
  readonly date?: string
  readonly notice?: string
  readonly otherTenantId?: Id | null
}

/** The mails a citizen gets as the petition goes on (R17); imported and demo history sends none. */
export const customerMailSubscribers: readonly Subscriber[] = [
  defineSubscriber({
    consumer: 'customer.mail-received',
    on: [petitionReceived],
    handle: (tx, { payload, origin }) =>
      write(tx, { petitionId: payload.petitionId, origin, template: receivedMail, date: payload.dueAt }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-answered',
    on: [petitionCompleted],
    handle: (tx, { payload, origin }) => write(tx, { petitionId: payload.petitionId, origin, template: answeredMail }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-supplement',
    on: [supplementRequested],
    handle: (tx, { payload, origin }) =>
      write(tx, { petitionId: payload.petitionId, origin, template: supplementMail, date: payload.until }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-extended',
    on: [petitionExtended],
    handle: (tx, { payload, origin }) =>
      write(tx, { petitionId: payload.petitionId, origin, template: extendedMail, date: payload.dueAt }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-transferred',
    on: [petitionTransferred],
    handle: (tx, { payload, origin }) => {
      const { petitionId, toTenantId } = payload
      return write(tx, {
        petitionId,
        origin,
        template: toTenantId === null ? transferredMail : handedOverMail,
        otherTenantId: toTenantId,
      })
    },
  }),
  defineSubscriber({
    consumer: 'customer.mail-handed-back',
    on: [petitionTransferRefused],
    handle: (tx, { payload, origin }) =>
      write(tx, {
        petitionId: payload.petitionId,
        origin,
        template: handedBackMail,
        otherTenantId: payload.toTenantId,
      }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-notice',
    on: [petitionNotice],
    handle: (tx, { payload, origin }) =>
      write(tx, { petitionId: payload.petitionId, origin, template: noticeMail, notice: payload.name }),
  }),
  defineSubscriber({
    consumer: 'customer.mail-message',
    on: [petitionMessage],
    async handle(tx, { payload, origin }) {
      // One mail until the citizen has read: a talk is no flood of mails.
      if (payload.from !== 'officer' || (await unreadFromOffice(tx, payload.petitionId, payload.messageId)) > 0) return
      await write(tx, { petitionId: payload.petitionId, origin, template: messageMail })
    },
  }),
]

async function write(tx: TxCtx, letter: Letter): Promise<void> {
  if (letter.origin !== 'interactive') return
  const petition = await findPetition(tx, letter.petitionId)
  const contact = petition.customerId === null ? undefined : await customerContact(tx, petition.customerId)
  if (contact === undefined || contact.email === null) return
  const [agency, { unit, person }, calendar, other] = await Promise.all([
    agencyName(tx, tx.tenantId),
    ownerOf(tx, petition.unitId, petition.personId),
    calendarFor(tx),
    letter.otherTenantId == null ? undefined : agencyName(tx, letter.otherTenantId),
  ])
  const none: LocalizedText = { ko: '', en: '' }
  const path = `/${tx.tenantSlug}/requests/${petition.id}`
  const params: PetitionMail = {
    agency: agency.ko,
    agencyEn: agency.en,
    name: contact.name,
    number: petition.number,
    title: petition.title,
    date: letter.date === undefined ? '' : calendar.dayOf(new Date(letter.date)),
    unit: unit.name.ko,
    unitEn: unit.name.en,
    person: person?.name ?? '',
    other: (other ?? none).ko,
    otherEn: (other ?? none).en,
    notice: letter.notice ?? '',
    link: `${(process.env.PUBLIC_URL ?? '').replace(/\/+$/, '')}${path}`,
  }
  const { template, origin } = letter
  await sendMail(tx, {
    to: { address: contact.email, accountId: contact.accountId },
    template,
    params,
    locale: 'ko',
    origin,
  })
}
