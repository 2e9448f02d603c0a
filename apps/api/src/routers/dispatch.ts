import {
  amendDispatch,
  assignReception,
  cancelDispatch,
  closeReception,
  getDispatch,
  getDispatchCounts,
  getReception,
  getReceptionCounts,
  getReceptionDesk,
  listDispatches,
  listReceptions,
  receiveReception,
  receptionToTask,
  refuseReception,
  releaseDispatch,
  routeReception,
  sendBackDispatch,
  setReceptionDesk,
  withdrawDispatch,
} from '@harmony/core/work'
import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** What leaves an agency's units and what comes to them. */
export const dispatchRouter = router({
  list: officer
    .input(schemas.listDispatchesInput)
    .output(schemas.listDispatchesOutput)
    .query(({ ctx, input }) => listDispatches(ctx.harmony, input)),
  counts: officer.output(schemas.dispatchCountsOutput).query(({ ctx }) => getDispatchCounts(ctx.harmony)),
  dispatch: officer
    .input(schemas.dispatchIdInput)
    .output(schemas.dispatchView)
    .query(({ ctx, input }) => getDispatch(ctx.harmony, input)),
  release: officer
    .input(schemas.releaseDispatchInput)
    .output(schemas.dispatchActOutput)
    .mutation(({ ctx, input }) => releaseDispatch(ctx.harmony, input)),
  sendBack: officer
    .input(schemas.sendBackDispatchInput)
    .output(schemas.dispatchActOutput)
    .mutation(({ ctx, input }) => sendBackDispatch(ctx.harmony, input)),
  amend: officer
    .input(schemas.amendDispatchInput)
    .output(schemas.dispatchActOutput)
    .mutation(({ ctx, input }) => amendDispatch(ctx.harmony, input)),
  cancel: officer
    .input(schemas.cancelDispatchInput)
    .output(schemas.dispatchActOutput)
    .mutation(({ ctx, input }) => cancelDispatch(ctx.harmony, input)),
  withdraw: officer
    .input(schemas.withdrawDispatchInput)
    .output(schemas.dispatchActOutput)
    .mutation(({ ctx, input }) => withdrawDispatch(ctx.harmony, input)),

  receptions: officer
    .input(schemas.listReceptionsInput)
    .output(schemas.listReceptionsOutput)
    .query(({ ctx, input }) => listReceptions(ctx.harmony, input)),
  receptionCounts: officer.output(schemas.receptionCountsOutput).query(({ ctx }) => getReceptionCounts(ctx.harmony)),
  reception: officer
    .input(schemas.receptionIdInput)
    .output(schemas.receptionView)
    .query(({ ctx, input }) => getReception(ctx.harmony, input)),
  receive: officer
    .input(schemas.receiveReceptionInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => receiveReception(ctx.harmony, input)),
  route: officer
    .input(schemas.routeReceptionInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => routeReception(ctx.harmony, input)),
  assign: officer
    .input(schemas.assignReceptionInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => assignReception(ctx.harmony, input)),
  toTask: officer
    .input(schemas.receptionToTaskInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => receptionToTask(ctx.harmony, input)),
  desk: officer.output(schemas.receptionDeskOutput).query(({ ctx }) => getReceptionDesk(ctx.harmony)),
  setDesk: officer
    .input(schemas.setReceptionDeskInput)
    .output(schemas.receptionDeskOutput)
    .mutation(({ ctx, input }) => setReceptionDesk(ctx.harmony, input)),
  closeReception: officer
    .input(schemas.closeReceptionInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => closeReception(ctx.harmony, input)),
  refuse: officer
    .input(schemas.refuseReceptionInput)
    .output(schemas.receptionActOutput)
    .mutation(({ ctx, input }) => refuseReception(ctx.harmony, input)),
})
