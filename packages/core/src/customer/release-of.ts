import { ValidationError } from '../kernel/index.ts'
import type { Process } from '../model/index.ts'
import type { Release } from '../tenancy/index.ts'
import type { Service, ServiceProcess } from './fragment.ts'

/** A service of a release with its process. @throws ValidationError `petition.service-unknown` */
export function serviceOf(release: Release, key: string): { service: Service; process: ServiceProcess } {
  const service = release.customer.services.find((one) => one.key === key)
  const process = release.customer.processes.find((one) => one.key === service?.process)
  if (service === undefined || process === undefined) {
    throw new ValidationError('petition.service-unknown', { field: 'serviceKey', params: { service: key } })
  }
  return { service, process }
}

/** The compiled process a petition began with. */
export function compiledOf(release: Release, processKey: string): Process {
  const found = release.customer.processes.find((one) => one.key === processKey)
  if (found === undefined) throw new Error(`release ${release.hash} has no process ${processKey}`)
  return found.compiled
}
