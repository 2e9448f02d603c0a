import type { JobDefinition } from '../jobs/define-job.ts'
import type { JobQueue } from '../jobs/job-queue.ts'
import { enqueueSafely } from '../jobs/sweep-jobs.ts'
import { defineSubscriber, type Subscriber } from '../outbox/subscriber.ts'
import { mailKey } from './mail-job.ts'
import { mailRequested } from './send-mail.ts'

/** The consumer that puts waiting mails into the job queue. */
export function mailSubscriber(
  queue: JobQueue,
  job: JobDefinition<{ mailId: string }>,
  onError: (error: unknown, what: string) => void,
): Subscriber {
  return defineSubscriber({
    consumer: 'platform.mail',
    on: [mailRequested],
    async handleBatch(tx, events) {
      const wishes = events.map(({ payload }) => ({
        job,
        dedupe: mailKey(payload.mailId),
        ids: { mailId: payload.mailId },
      }))
      await enqueueSafely({ queue, onError }, tx.tenantId, wishes)
    },
  })
}
