export { applyFunctions } from './commands/apply-functions.ts'
export { openFunctions } from './commands/open-functions.ts'
export { updateUnitTask } from './commands/update-unit-task.ts'
export { functionVersionApplied, unitTaskChanged } from './events.ts'
export { type FunctionSource, importFunctions } from './import/import-functions.ts'
export { brmMessages } from './messages.ts'
export { canEditUnitTask, canImportFunctions, canReadFunctions } from './policy.ts'
export { getFunctionTree, getVersionChanges, listFunctionVersions } from './queries/functions.ts'
export { previewFunctions } from './queries/preview-functions.ts'
export { getUnitTask, getUnitTaskHistory, searchUnitTasks } from './queries/unit-tasks.ts'
export {
  findUnitTasks,
  type UnitTask,
  unitTaskById,
  unitTasksByCodes,
  unitTasksByIds,
  unitTasksOfService,
} from './unit-task.store.ts'
