import { type Layer, standard, synthesiseRelease } from '../src/contract.ts'
import { activateRelease, publishRelease } from '../src/tenancy/index.ts'
import type { WorkFragment } from '../src/work/fragment.ts'
import type { TestDatabase, TestSlug } from './index.ts'

/**
 * Lets an agency of a test run a model from 2000 on: the standard one, or the layer given. Returns the release's hash.
 * @throws Error listing every problem of a layer that does not synthesise
 */
export async function runModel(t: TestDatabase, slug: TestSlug, layer: Layer = standard): Promise<string> {
  const { canonical, problems } = await synthesiseRelease(layer)
  if (canonical === undefined) throw new Error(JSON.stringify(problems, null, 2))
  const { hash } = await publishRelease(t.workerCtx(slug), { canonical })
  await activateRelease(t.ctx(slug), { hash, activeFrom: new Date('2000-01-01T00:00:00+09:00'), reason: '시험' })
  return hash
}

/** The standard model's part for work, for releases that a test builds by hand. */
export async function sampleWork(changes: Partial<WorkFragment> = {}): Promise<WorkFragment> {
  const { release } = await synthesiseRelease(standard)
  if (!release) throw new Error('the standard model does not synthesise')
  return { ...release.work, ...changes }
}
