import { z } from 'zod'
import { type Id, type Locale, newId, type Origin, ValidationError } from '../../kernel/index.ts'
import type { TxCtx } from '../db/with-tenant.ts'
import { defineEvent, emit, touch } from '../outbox/event.ts'
import { insertMail } from './mail.store.ts'
import { type MailTemplate, renderMail } from './template.ts'

/** A mail waits in the outbox of mails; the consumer of this event puts its delivery into the queue. */
export const mailRequested = defineEvent('platform.mail-requested', z.object({ mailId: z.uuid() }))

/** Live topic of the demo's mailbox page. */
export const MAILBOX_TOPIC = 'mailbox'

export interface MailOrder<P extends Readonly<Record<string, string>>> {
  readonly to: { readonly address: string; readonly accountId: Id | null }
  readonly template: MailTemplate<P>
  readonly params: P
  readonly locale: Locale
  /** A consumer hands on its event's origin; without it the ctx's counts. */
  readonly origin?: Origin
}

const address = z.email().max(254)

/**
 * Writes a mail in the caller's transaction: it is delivered if and only if that commits. Imported history and
 * demo data send none.
 * @returns the mail's id, or null when none is sent
 * @throws ValidationError `mail.wrong-address`
 */
export async function sendMail<P extends Readonly<Record<string, string>>>(
  tx: TxCtx,
  order: MailOrder<P>,
): Promise<Id | null> {
  if ((order.origin ?? tx.origin) !== 'interactive') return null
  if (!address.safeParse(order.to.address).success) throw new ValidationError('mail.wrong-address', { field: 'email' })
  const id = newId()
  await insertMail(tx, {
    id,
    toAddress: order.to.address,
    toAccountId: order.to.accountId,
    template: order.template.key,
    params: { ...order.params },
    locale: order.locale,
    ...renderMail(order.template, order.locale, order.params),
  })
  await emit(tx, mailRequested.of({ mailId: id }))
  touch(tx, MAILBOX_TOPIC)
  return id
}
