import type { Ctx } from '../../kernel/index.ts'
import { authorise } from '../authorise.ts'
import { withTenant } from '../db/with-tenant.ts'
import { type Mail, newestMails } from './mail.store.ts'

/** A mail as the mailbox page shows it. */
export type MailboxEntry = Pick<
  Mail,
  'id' | 'toAddress' | 'subject' | 'body' | 'template' | 'locale' | 'state' | 'possiblyTwice' | 'createdAt' | 'sentAt'
>

/**
 * The newest 100 mails: a citizen or officer sees those to their own account, a tenant admin all of the agency.
 * For the demo, where no mail server is.
 * @throws ForbiddenError for guests
 */
export async function listMailbox(ctx: Ctx): Promise<MailboxEntry[]> {
  const { actor } = ctx
  authorise(actor.kind === 'citizen' || actor.kind === 'officer')
  if (actor.kind !== 'citizen' && actor.kind !== 'officer') return []
  const all = actor.kind === 'officer' && actor.roles.includes('tenant-admin')
  const mails = await withTenant(ctx, (tx) => newestMails(tx, all ? null : actor.accountId, 100))
  return mails.map(({ id, toAddress, subject, body, template, locale, state, possiblyTwice, createdAt, sentAt }) => {
    return { id, toAddress, subject, body, template, locale, state, possiblyTwice, createdAt, sentAt }
  })
}
