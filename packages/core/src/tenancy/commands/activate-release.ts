import { ConflictError, type Ctx, newId } from '../../kernel/index.ts'
import { audit, authorise, emit, parse, withTenant } from '../../platform/index.ts'
import { releaseActivated } from '../events.ts'
import { can } from '../policy.ts'
import { activations, insertActivation, lockActivations, releaseByHash } from '../release.store.ts'
import { type ActivateReleaseInput, type ActivateReleaseOutput, activateReleaseInput } from '../schemas.ts'

/** YYYY-MM-DD. */
const SEOUL_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Seoul' })

/**
 * Decides that the ctx's agency runs a release from a moment on. Running cases and open periods keep theirs; rolling
 * back is activating the older one again. The same decision twice changes nothing.
 * @throws NotFoundError `release.not-found`, ConflictError `release.before-active` when a later decision exists
 */
export async function activateRelease(ctx: Ctx, raw: ActivateReleaseInput): Promise<ActivateReleaseOutput> {
  const input = parse(activateReleaseInput, raw)
  authorise(can(ctx.actor, 'release.activate'))
  return withTenant(ctx, async (tx) => {
    await lockActivations(tx)
    await releaseByHash(tx, input.hash)
    const activeFrom = input.activeFrom ?? tx.clock.now()
    const [latest] = await activations(tx)
    if (latest?.hash === input.hash) {
      return { activationId: latest.id, hash: latest.hash, activeFrom: latest.activeFrom, isNew: false }
    }
    if (latest && latest.activeFrom > activeFrom) {
      throw new ConflictError('release.before-active', {
        params: { since: SEOUL_DAY.format(latest.activeFrom) },
      })
    }
    const id = newId()
    const { actor } = tx
    const decidedBy = actor.kind === 'officer' ? actor.personId : actor.kind === 'system' ? actor.name : actor.kind
    await insertActivation(tx, { id, hash: input.hash, activeFrom, decidedBy, reason: input.reason })
    await audit(tx, {
      action: 'release.activate',
      subjectType: 'release',
      subjectId: input.hash,
      before: latest ? { hash: latest.hash } : undefined,
      after: { hash: input.hash, activeFrom: activeFrom.toISOString() },
      reason: input.reason,
    })
    await emit(tx, releaseActivated.of({ hash: input.hash, activeFrom: activeFrom.toISOString() }))
    return { activationId: id, hash: input.hash, activeFrom, isNew: true }
  })
}
