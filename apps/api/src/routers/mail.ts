import { NotFoundError } from '@harmony/core/kernel'
import { listMailbox } from '@harmony/core/platform'
import { z } from 'zod'
import { member, router } from '../trpc/init.ts'

const entry = z.object({
  id: z.string(),
  toAddress: z.string(),
  subject: z.string(),
  body: z.string(),
  template: z.string(),
  locale: z.enum(['ko', 'en']),
  state: z.enum(['pending', 'sending', 'sent', 'kept', 'failed']),
  possiblyTwice: z.boolean(),
  createdAt: z.date(),
  sentAt: z.date().nullable(),
})

/** The demo's mailbox, in place of a mail server; with servers of one's own it does not exist. */
export const mailRouter = router({
  mailbox: member.output(z.array(entry)).query(({ ctx }) => {
    if (!ctx.demo) throw new NotFoundError()
    return listMailbox(ctx.harmony)
  }),
})
