import {
  applyFunctions,
  getFunctionTree,
  getUnitTask,
  getUnitTaskHistory,
  getVersionChanges,
  listFunctionVersions,
  previewFunctions,
  searchUnitTasks,
  updateUnitTask,
} from '@harmony/core/brm'
import * as schemas from '@harmony/core/brm/schemas'
import { officer, officerWith, router } from '../trpc/init.ts'

const administrator = officerWith('tenant-admin')

/** 정부기능분류체계: the tree, its versions, and the unit tasks as the work manual. */
export const brmRouter = router({
  tree: officer
    .input(schemas.functionTreeInput)
    .output(schemas.functionTreeOutput)
    .query(({ ctx, input }) => getFunctionTree(ctx.harmony, input)),
  versions: officer.output(schemas.functionVersionsOutput).query(({ ctx }) => listFunctionVersions(ctx.harmony)),
  versionChanges: officer
    .input(schemas.functionVersionInput)
    .output(schemas.functionVersionChangesOutput)
    .query(({ ctx, input }) => getVersionChanges(ctx.harmony, input)),
  search: officer
    .input(schemas.searchUnitTasksInput)
    .output(schemas.searchUnitTasksOutput)
    .query(({ ctx, input }) => searchUnitTasks(ctx.harmony, input)),
  unitTask: officer
    .input(schemas.unitTaskInput)
    .output(schemas.unitTaskOutput)
    .query(({ ctx, input }) => getUnitTask(ctx.harmony, input)),
  unitTaskHistory: officer
    .input(schemas.unitTaskInput)
    .output(schemas.unitTaskHistoryOutput)
    .query(({ ctx, input }) => getUnitTaskHistory(ctx.harmony, input)),
  updateUnitTask: officer
    .input(schemas.updateUnitTaskInput)
    .output(schemas.updateUnitTaskOutput)
    .mutation(({ ctx, input }) => updateUnitTask(ctx.harmony, input)),
  previewImport: administrator
    .input(schemas.previewFunctionsInput)
    .output(schemas.previewFunctionsOutput)
    .query(({ ctx, input }) => previewFunctions(ctx.harmony, input)),
  applyImport: administrator
    .input(schemas.applyFunctionsInput)
    .output(schemas.applyFunctionsOutput)
    .mutation(({ ctx, input }) => applyFunctions(ctx.harmony, input)),
})
