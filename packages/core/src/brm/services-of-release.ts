import { z } from 'zod'
import type { TxCtx } from '../platform/index.ts'
import { currentRelease } from '../tenancy/index.ts'

/** What this module, below the one that owns it, needs of a release's part for customers. */
const services = z.object({ customer: z.object({ services: z.array(z.object({ key: z.string() })) }) })

/** Keys of the services that citizens may ask of the agency today; none in a release without that part. */
export async function serviceKeysOf(tx: TxCtx): Promise<Set<string>> {
  const found = services.safeParse(await currentRelease(tx))
  return new Set(found.success ? found.data.customer.services.map(({ key }) => key) : [])
}
