import { bureau } from './bureau/tenant.ts'
import { gangnam } from './gangnam/tenant.ts'
import { mogaha } from './mogaha/tenant.ts'

export { localGovernments } from './local-governments.ts'

/** The agencies that adapt Harmony, each in a folder of its own. */
export const tenants = [mogaha, gangnam, bureau]
