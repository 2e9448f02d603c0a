import { z } from 'zod'
import type { Ctx, Id } from '../../kernel/index.ts'
import { withTenant } from '../db/with-tenant.ts'
import { defineJob, type JobDefinition } from '../jobs/define-job.ts'
import { touch } from '../outbox/event.ts'
import { beginSending, endSending, staleMails } from './mail.store.ts'
import { MAILBOX_TOPIC } from './send-mail.ts'
import type { MailTransport } from './transport.ts'

const MAX_ATTEMPTS = 8

/** The dedupe key of a mail's delivery in the queue. */
export function mailKey(mailId: Id): string {
  return `mail-${mailId}`
}

/**
 * The job that delivers one mail. It notes `sending` before and `sent` after the mail server has it, each in a
 * transaction of its own, so a crash repeats at most what was in flight, under the same Message-ID.
 * @param transport null keeps mails for the mailbox page (the demo)
 */
export function mailJob(transport: MailTransport | null): JobDefinition<{ mailId: string }> {
  return defineJob({
    name: 'mail.send',
    schema: z.object({ mailId: z.uuid() }),
    attempts: MAX_ATTEMPTS,
    backoffMs: 2_000,
    tracked: false,
    async run(ctx, { mailId }) {
      await deliver(ctx, mailId, transport)
      return undefined
    },
    async unfinished(tx, olderThanMs) {
      return (await staleMails(tx, olderThanMs)).map((mailId) => ({ dedupe: mailKey(mailId), ids: { mailId } }))
    },
  })
}

async function deliver(ctx: Ctx, mailId: Id, transport: MailTransport | null): Promise<void> {
  const mail = await withTenant(ctx, (tx) => beginSending(tx, mailId))
  if (mail === undefined) return
  try {
    await transport?.send(mail, `<${mail.id}@${ctx.tenantSlug}.harmony>`)
  } catch (error) {
    const final = mail.attempts >= MAX_ATTEMPTS || isRefusal(error)
    const reason = error instanceof Error ? error.message.slice(0, 500) : 'unknown'
    await withTenant(ctx, (tx) => endSending(tx, mailId, final ? 'failed' : 'pending', reason))
    if (!final) throw error
    return
  }
  await withTenant(ctx, (tx) => {
    touch(tx, MAILBOX_TOPIC)
    return endSending(tx, mailId, transport === null ? 'kept' : 'sent')
  })
}

/** A 5xx answer of the mail server: the address or the mail itself is refused for good. */
function isRefusal(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'responseCode' in error && Number(error.responseCode) >= 500
}
