import type { z } from 'zod'
import type * as receptions from './reception-schemas.ts'
import type * as sendings from './sending-schemas.ts'

export {
  assignReceptionInput,
  closeReceptionInput,
  listReceptionsInput,
  receiveReceptionInput,
  receptionIdInput,
  receptionToTaskInput,
  refuseReceptionInput,
  routeReceptionInput,
  setReceptionDeskInput,
} from './reception-schemas.ts'
export {
  amendDispatchInput,
  cancelDispatchInput,
  dispatchIdInput,
  listDispatchesInput,
  releaseDispatchInput,
  sendBackDispatchInput,
  withdrawDispatchInput,
} from './sending-schemas.ts'

export type ListDispatchesInput = z.input<typeof sendings.listDispatchesInput>
export type ListDispatchesOutput = z.output<typeof sendings.listDispatchesOutput>
export type DispatchCounts = z.output<typeof sendings.dispatchCountsOutput>
export type DispatchIdInput = z.input<typeof sendings.dispatchIdInput>
export type DispatchView = z.output<typeof sendings.dispatchView>
export type ReleaseDispatchInput = z.input<typeof sendings.releaseDispatchInput>
export type SendBackDispatchInput = z.input<typeof sendings.sendBackDispatchInput>
export type AmendDispatchInput = z.input<typeof sendings.amendDispatchInput>
export type CancelDispatchInput = z.input<typeof sendings.cancelDispatchInput>
export type WithdrawDispatchInput = z.input<typeof sendings.withdrawDispatchInput>
export type DispatchActOutput = z.output<typeof sendings.dispatchActOutput>

export type ListReceptionsInput = z.input<typeof receptions.listReceptionsInput>
export type ListReceptionsOutput = z.output<typeof receptions.listReceptionsOutput>
export type ReceptionCounts = z.output<typeof receptions.receptionCountsOutput>
export type ReceptionIdInput = z.input<typeof receptions.receptionIdInput>
export type ReceptionView = z.output<typeof receptions.receptionView>
export type ReceiveReceptionInput = z.input<typeof receptions.receiveReceptionInput>
export type RouteReceptionInput = z.input<typeof receptions.routeReceptionInput>
export type AssignReceptionInput = z.input<typeof receptions.assignReceptionInput>
export type ReceptionToTaskInput = z.input<typeof receptions.receptionToTaskInput>
export type CloseReceptionInput = z.input<typeof receptions.closeReceptionInput>
export type RefuseReceptionInput = z.input<typeof receptions.refuseReceptionInput>
export type ReceptionActOutput = z.output<typeof receptions.receptionActOutput>
export type ReceptionDesk = z.output<typeof receptions.receptionDeskOutput>
export type SetReceptionDeskInput = z.input<typeof receptions.setReceptionDeskInput>
