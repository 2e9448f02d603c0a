import { UnavailableError } from '@harmony/core/kernel'
import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

const later = (): never => {
  throw new UnavailableError()
}

/** Managed tasks and task cards (R8–R13, R15). */
export const taskRouter = router({
  list: officer.input(schemas.taskListInput).output(schemas.taskListOutput).query(later),
  export: officer.input(schemas.taskExportInput).output(schemas.taskExportOutput).query(later),
  settings: officer.output(schemas.taskSettingsOutput).query(later),
  managedTasks: officer.input(schemas.managedTasksInput).output(schemas.managedTasksOutput).query(later),
  managedTask: officer.input(schemas.managedTaskIdInput).output(schemas.managedTaskView).query(later),
  card: officer.input(schemas.taskCardIdInput).output(schemas.taskCardView).query(later),
  history: officer.input(schemas.taskHistoryInput).output(schemas.taskHistoryOutput).query(later),
  achievements: officer.input(schemas.achievementsInput).output(schemas.achievementsOutput).query(later),
  quality: officer.input(schemas.taskCardIdInput).output(schemas.taskQualityView).query(later),
  qualityAnswers: officer.input(schemas.qualityAnswersInput).output(schemas.qualityAnswersOutput).query(later),
  publicity: officer.input(schemas.taskCardIdInput).output(schemas.taskPublicityView).query(later),
  customers: officer.input(schemas.taskCardIdInput).output(schemas.taskCustomersView).query(later),
  tieablePetitions: officer.input(schemas.taskCardIdInput).output(schemas.tieablePetitionsOutput).query(later),
  monitor: officer.input(schemas.taskMonitorInput).output(schemas.taskMonitorOutput).query(later),
  watchlist: officer.input(schemas.watchlistInput).output(schemas.watchlistOutput).query(later),
  onMap: officer.input(schemas.tasksOnMapInput).output(schemas.tasksOnMapOutput).query(later),

  createManaged: officer.input(schemas.createManagedTaskInput).output(schemas.createManagedTaskOutput).mutation(later),
  editManaged: officer.input(schemas.editManagedTaskInput).output(schemas.editManagedTaskOutput).mutation(later),
  create: officer.input(schemas.createTaskCardInput).output(schemas.createTaskCardOutput).mutation(later),
  edit: officer.input(schemas.editTaskCardInput).output(schemas.taskActOutput).mutation(later),
  handOver: officer.input(schemas.handOverTaskInput).output(schemas.taskActOutput).mutation(later),
  close: officer.input(schemas.closeTaskInput).output(schemas.taskActOutput).mutation(later),
  reopen: officer.input(schemas.reopenTaskInput).output(schemas.taskActOutput).mutation(later),
  savePlan: officer.input(schemas.savePlanInput).output(schemas.taskActOutput).mutation(later),
  movePlanWeight: officer.input(schemas.movePlanWeightInput).output(schemas.taskActOutput).mutation(later),
  completePhase: officer.input(schemas.completePhaseInput).output(schemas.taskActOutput).mutation(later),
  reopenPhase: officer.input(schemas.reopenPhaseInput).output(schemas.taskActOutput).mutation(later),
  changeProgress: officer.input(schemas.changeProgressInput).output(schemas.taskActOutput).mutation(later),
  planQualityStage: officer.input(schemas.planQualityStageInput).output(schemas.qualityActOutput).mutation(later),
  answerQualityItem: officer
    .input(schemas.answerQualityItemInput)
    .output(schemas.answerQualityItemOutput)
    .mutation(later),
  completeQualityStage: officer
    .input(schemas.completeQualityStageInput)
    .output(schemas.qualityActOutput)
    .mutation(later),
  reopenQualityStage: officer.input(schemas.reopenQualityStageInput).output(schemas.qualityActOutput).mutation(later),
  savePublicity: officer.input(schemas.savePublicityInput).output(schemas.publicityActOutput).mutation(later),
  removePublicity: officer.input(schemas.removePublicityInput).output(schemas.publicityActOutput).mutation(later),
  saveTargetGroup: officer.input(schemas.saveTargetGroupInput).output(schemas.targetGroupActOutput).mutation(later),
  removeTargetGroup: officer.input(schemas.removeTargetGroupInput).output(schemas.targetGroupActOutput).mutation(later),
  tiePetition: officer.input(schemas.tiePetitionInput).output(schemas.taskActOutput).mutation(later),
  mark: officer.input(schemas.markTaskInput).output(schemas.markOutput).mutation(later),
  liftMark: officer.input(schemas.liftMarkInput).output(schemas.markOutput).mutation(later),
})
