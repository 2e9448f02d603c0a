import { mayFollowPetition, mayFollowQueue } from '@harmony/core/customer'
import { actorForSession } from '@harmony/core/identity'
import { type Ctx, NotFoundError, UnauthenticatedError, ValidationError } from '@harmony/core/kernel'
import { followTopics, type LiveFrame, type LiveTopic, MAX_TOPICS, parseTopic } from '@harmony/core/platform'
import { mayFollowDocument, mayFollowTask } from '@harmony/core/work'
import { z } from 'zod'
import type { LiveService } from '../live-service.ts'
import { member, router } from './init.ts'

/**
 * One stream per browser: `ready` when it begins, then `stale` with topics to read again, at most four frames a
 * second. A browser that wants other topics subscribes anew; one that comes back reads everything again.
 */
export const liveRouter = router({
  topics: member
    .input(z.object({ topics: z.array(z.string().max(80)).min(1).max(MAX_TOPICS) }))
    .subscription(async ({ ctx, input, signal }) => {
      const { harmony, session, sessionToken: token, live, db, demo } = ctx
      if (session === null || token === null) throw new UnauthenticatedError()
      const topics = [...new Set(input.topics)]
      await Promise.all(topics.map((text) => requireRight(harmony, text)))
      const stillSignedIn = async () => {
        const now = await actorForSession(db, token, harmony.tenantId, { demoAccounts: demo })
        return now !== null && now.actor.kind === harmony.actor.kind
      }
      const accountId = session.account.id
      const signals = [live.stopping, ctx.signal, ...(signal === undefined ? [] : [signal])]
      return counted(live, accountId, () =>
        followTopics(live.hub(), {
          tenantId: harmony.tenantId,
          accountId,
          topics,
          signal: AbortSignal.any(signals),
          stillSignedIn,
        }),
      )
    }),
})

/** Takes one of the account's places as long as the stream is open. */
async function* counted(
  live: LiveService,
  accountId: string,
  open: () => AsyncGenerator<LiveFrame>,
): AsyncGenerator<LiveFrame> {
  const leave = live.limits.take(accountId)
  try {
    yield* open()
  } finally {
    leave()
  }
}

async function requireRight(ctx: Ctx, text: string): Promise<void> {
  const topic = parseTopic(text)
  if (topic === undefined) throw new ValidationError('live.unknown-topic', { field: 'topics' })
  // What one may not follow looks like what does not exist.
  if (!(await mayFollow(ctx, topic))) throw new NotFoundError()
}

async function mayFollow(ctx: Ctx, topic: LiveTopic): Promise<boolean> {
  switch (topic.kind) {
    case 'petition':
    case 'messages':
      return mayFollowPetition(ctx, topic.id)
    case 'queue':
      return mayFollowQueue(ctx, topic.id)
    case 'inbox':
      return ctx.actor.kind === 'officer' && ctx.actor.personId === topic.id
    case 'reception':
      return mayFollowQueue(ctx, topic.id)
    case 'task':
      return mayFollowTask(ctx, topic.id)
    case 'document':
      return mayFollowDocument(ctx, topic.id)
    case 'requests':
      return ctx.actor.kind === 'citizen' && ctx.actor.accountId === topic.id
    case 'mailbox':
      return ctx.actor.kind === 'citizen' || ctx.actor.kind === 'officer'
    case 'scores':
    case 'jobs':
      return ctx.actor.kind === 'officer'
  }
}
