import { ConflictError } from '../kernel/index.ts'
import type { TxCtx } from '../platform/index.ts'
import { currentRelease, type Release, releaseByHash } from '../tenancy/index.ts'
import type { WorkFragment } from './fragment.ts'

/** What a release says for work, with the hash a record keeps of it. */
export interface WorkRelease {
  readonly hash: string
  readonly work: WorkFragment
}

/**
 * What the tenant's release says for documents and tasks now (R55).
 * @throws NotFoundError `release.none`, ConflictError `work.not-in-release` where it runs one from before work was part of it
 */
export async function currentWork(tx: TxCtx): Promise<WorkRelease> {
  return workOf(await currentRelease(tx))
}

/** The same of the release a record was made under (R56). @throws NotFoundError `release.not-found`, as `currentWork` */
export async function workByHash(tx: TxCtx, hash: string): Promise<WorkRelease> {
  return workOf(await releaseByHash(tx, hash))
}

function workOf({ hash, work, key, version }: Release): WorkRelease {
  // A release of an older product has no such part, whatever the type says: its bytes never change.
  const part: WorkFragment | undefined = work
  if (part === undefined) throw new ConflictError('work.not-in-release', { params: { key, version } })
  return { hash, work: part }
}
