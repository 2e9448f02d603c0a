import { workerParts } from '@harmony/api/worker-parts'
import { requestJob, withTenant } from '@harmony/core/platform'
import { currentRelease } from '@harmony/core/tenancy'
import type { Agency } from '../agency.ts'
import { inputs, nothing, type Plans } from '../sample.ts'
import { brmPlans } from './brm.ts'
import { customerPlans } from './customer.ts'
import { dispatchPlans } from './dispatch.ts'
import { documentPlans } from './document.ts'
import { identityPlans } from './identity.ts'
import { recordPlans } from './record.ts'
import { taskPlans } from './task.ts'

const unitOf = (agency: Agency) => agency.unitId(agency.cast.unit)
const hashOf = (agency: Agency) => withTenant(agency.ctx(), async (tx) => (await currentRelease(tx)).hash)

/** A job someone of the agency wants done. */
async function waitingJob(agency: Agency): Promise<string | null> {
  const [job] = workerParts.jobs
  return withTenant(agency.ctx(), async (tx) => (job === undefined ? null : requestJob(tx, job, {})))
}

/** How each procedure is probed, by its path. A procedure that is not here turns the gate red. */
export const plans: Plans = {
  'tenancy.agencies': nothing,
  'tenancy.info': nothing,
  'tenancy.overview': nothing,
  'model.releases': nothing,
  'model.release': inputs(async (agency) => ({ hash: await hashOf(agency) })),
  'model.diff': inputs(async (agency) => ({ before: await hashOf(agency), after: await hashOf(agency) })),
  'model.activate': inputs(async (agency) => ({ hash: await hashOf(agency), reason: agency.text('다시') })),
  ...identityPlans,
  ...brmPlans,
  ...customerPlans,
  ...dispatchPlans,
  ...documentPlans,
  ...recordPlans,
  ...taskPlans,
  'performance.strategyMap': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'performance.explain': inputs(async (agency) => ({
    unitId: await unitOf(agency),
    nodeKey: 'indicator:processing-days',
    cursor: `${new Date().toISOString()}_${agency.kept.evidence}`,
  })),
  'performance.scores': inputs(() => ({})),
  'performance.trend': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'performance.periods': nothing,
  'performance.teamFigures': inputs(async (agency) => ({ unitId: await unitOf(agency) })),
  'performance.published': inputs(() => ({})),
  'performance.closePeriod': inputs((agency) => ({ periodKey: agency.kept.openMonth, reason: agency.text('마감') })),
  'performance.publish': inputs((agency) => ({ periodKey: agency.kept.closedMonth, reason: agency.text('공개') })),
  'performance.verify': inputs((agency) => ({ periodKey: agency.kept.closedMonth })),
  'performance.rebuild': inputs((agency) => ({ periodKey: agency.kept.month })),
  'file.preview': inputs(async (agency) => ({ fileId: await agency.upload('citizen') })),
  'jobs.list': nothing,
  'jobs.cancel': inputs(async (agency) => ({ jobId: await waitingJob(agency) })),
  'mail.mailbox': nothing,
}
