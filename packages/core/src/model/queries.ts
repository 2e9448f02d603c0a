import type { Ctx } from '../kernel/index.ts'
import { getRelease } from '../tenancy/index.ts'
import { diffContents, type ReleaseChange } from './diff/diff.ts'
import type { Plain } from './layers/merge.ts'

/** What differs between two published releases. @throws NotFoundError `release.not-found` */
export async function diffReleases(ctx: Ctx, hashes: { before: string; after: string }): Promise<ReleaseChange[]> {
  const [before, after] = [await getRelease(ctx, hashes.before), await getRelease(ctx, hashes.after)]
  return diffContents({ ...before } as unknown as Plain, { ...after } as unknown as Plain)
}
