import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** What leaves an agency's units and what comes to them. */
export const dispatchRouter = router({
  list: officer.input(schemas.listDispatchesInput).output(schemas.listDispatchesOutput).query(later),
  counts: officer.output(schemas.dispatchCountsOutput).query(later),
  dispatch: officer.input(schemas.dispatchIdInput).output(schemas.dispatchView).query(later),
  release: officer.input(schemas.releaseDispatchInput).output(schemas.dispatchActOutput).mutation(later),
  sendBack: officer.input(schemas.sendBackDispatchInput).output(schemas.dispatchActOutput).mutation(later),
  amend: officer.input(schemas.amendDispatchInput).output(schemas.dispatchActOutput).mutation(later),
  cancel: officer.input(schemas.cancelDispatchInput).output(schemas.dispatchActOutput).mutation(later),
  withdraw: officer.input(schemas.withdrawDispatchInput).output(schemas.dispatchActOutput).mutation(later),

  receptions: officer.input(schemas.listReceptionsInput).output(schemas.listReceptionsOutput).query(later),
  receptionCounts: officer.output(schemas.receptionCountsOutput).query(later),
  reception: officer.input(schemas.receptionIdInput).output(schemas.receptionView).query(later),
  receive: officer.input(schemas.receiveReceptionInput).output(schemas.receptionActOutput).mutation(later),
  route: officer.input(schemas.routeReceptionInput).output(schemas.receptionActOutput).mutation(later),
  assign: officer.input(schemas.assignReceptionInput).output(schemas.receptionActOutput).mutation(later),
  toTask: officer.input(schemas.receptionToTaskInput).output(schemas.receptionActOutput).mutation(later),
  closeReception: officer.input(schemas.closeReceptionInput).output(schemas.receptionActOutput).mutation(later),
  refuse: officer.input(schemas.refuseReceptionInput).output(schemas.receptionActOutput).mutation(later),
})

function later(): never {
  throw new Error('not yet')
}
