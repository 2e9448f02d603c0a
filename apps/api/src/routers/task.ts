import {
  answerQualityItem,
  changeProgress,
  closeTask,
  completePhase,
  completeQualityStage,
  createManagedTask,
  createTaskCard,
  editManagedTask,
  editTaskCard,
  exportTasks,
  getManagedTask,
  getTaskCard,
  getTaskCustomers,
  getTaskHistory,
  getTaskPublicity,
  getTaskQuality,
  getTaskSettings,
  handOverTask,
  liftMark,
  listAchievements,
  listManagedTasks,
  listQualityAnswers,
  listTasks,
  listTieablePetitions,
  listWatchlist,
  markTask,
  monitorTasks,
  movePlanWeight,
  planQualityStage,
  removePublicity,
  removeTargetGroup,
  reopenPhase,
  reopenQualityStage,
  reopenTask,
  savePlan,
  savePublicity,
  saveTargetGroup,
  tasksOnMap,
  tiePetition,
} from '@harmony/core/work'
import * as schemas from '@harmony/core/work/schemas'
import { officer, router } from '../trpc/init.ts'

/** Managed tasks and task cards (R8–R13, R15). */
export const taskRouter = router({
  list: officer
    .input(schemas.taskListInput)
    .output(schemas.taskListOutput)
    .query(({ ctx, input }) => listTasks(ctx.harmony, input)),
  export: officer
    .input(schemas.taskExportInput)
    .output(schemas.taskExportOutput)
    .query(({ ctx, input }) => exportTasks(ctx.harmony, input)),
  settings: officer.output(schemas.taskSettingsOutput).query(({ ctx }) => getTaskSettings(ctx.harmony)),
  managedTasks: officer
    .input(schemas.managedTasksInput)
    .output(schemas.managedTasksOutput)
    .query(({ ctx, input }) => listManagedTasks(ctx.harmony, input)),
  managedTask: officer
    .input(schemas.managedTaskIdInput)
    .output(schemas.managedTaskView)
    .query(({ ctx, input }) => getManagedTask(ctx.harmony, input)),
  card: officer
    .input(schemas.taskCardIdInput)
    .output(schemas.taskCardView)
    .query(({ ctx, input }) => getTaskCard(ctx.harmony, input)),
  history: officer
    .input(schemas.taskHistoryInput)
    .output(schemas.taskHistoryOutput)
    .query(({ ctx, input }) => getTaskHistory(ctx.harmony, input)),
  achievements: officer
    .input(schemas.achievementsInput)
    .output(schemas.achievementsOutput)
    .query(({ ctx, input }) => listAchievements(ctx.harmony, input)),
  quality: officer
    .input(schemas.taskCardIdInput)
    .output(schemas.taskQualityView)
    .query(({ ctx, input }) => getTaskQuality(ctx.harmony, input)),
  qualityAnswers: officer
    .input(schemas.qualityAnswersInput)
    .output(schemas.qualityAnswersOutput)
    .query(({ ctx, input }) => listQualityAnswers(ctx.harmony, input)),
  publicity: officer
    .input(schemas.taskCardIdInput)
    .output(schemas.taskPublicityView)
    .query(({ ctx, input }) => getTaskPublicity(ctx.harmony, input)),
  customers: officer
    .input(schemas.taskCardIdInput)
    .output(schemas.taskCustomersView)
    .query(({ ctx, input }) => getTaskCustomers(ctx.harmony, input)),
  tieablePetitions: officer
    .input(schemas.taskCardIdInput)
    .output(schemas.tieablePetitionsOutput)
    .query(({ ctx, input }) => listTieablePetitions(ctx.harmony, input)),
  monitor: officer
    .input(schemas.taskMonitorInput)
    .output(schemas.taskMonitorOutput)
    .query(({ ctx, input }) => monitorTasks(ctx.harmony, input)),
  watchlist: officer
    .input(schemas.watchlistInput)
    .output(schemas.watchlistOutput)
    .query(({ ctx, input }) => listWatchlist(ctx.harmony, input)),
  onMap: officer
    .input(schemas.tasksOnMapInput)
    .output(schemas.tasksOnMapOutput)
    .query(({ ctx, input }) => tasksOnMap(ctx.harmony, input)),

  createManaged: officer
    .input(schemas.createManagedTaskInput)
    .output(schemas.createManagedTaskOutput)
    .mutation(({ ctx, input }) => createManagedTask(ctx.harmony, input)),
  editManaged: officer
    .input(schemas.editManagedTaskInput)
    .output(schemas.editManagedTaskOutput)
    .mutation(({ ctx, input }) => editManagedTask(ctx.harmony, input)),
  create: officer
    .input(schemas.createTaskCardInput)
    .output(schemas.createTaskCardOutput)
    .mutation(({ ctx, input }) => createTaskCard(ctx.harmony, input)),
  edit: officer
    .input(schemas.editTaskCardInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => editTaskCard(ctx.harmony, input)),
  handOver: officer
    .input(schemas.handOverTaskInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => handOverTask(ctx.harmony, input)),
  close: officer
    .input(schemas.closeTaskInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => closeTask(ctx.harmony, input)),
  reopen: officer
    .input(schemas.reopenTaskInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => reopenTask(ctx.harmony, input)),
  savePlan: officer
    .input(schemas.savePlanInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => savePlan(ctx.harmony, input)),
  movePlanWeight: officer
    .input(schemas.movePlanWeightInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => movePlanWeight(ctx.harmony, input)),
  completePhase: officer
    .input(schemas.completePhaseInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => completePhase(ctx.harmony, input)),
  reopenPhase: officer
    .input(schemas.reopenPhaseInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => reopenPhase(ctx.harmony, input)),
  changeProgress: officer
    .input(schemas.changeProgressInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => changeProgress(ctx.harmony, input)),
  planQualityStage: officer
    .input(schemas.planQualityStageInput)
    .output(schemas.qualityActOutput)
    .mutation(({ ctx, input }) => planQualityStage(ctx.harmony, input)),
  answerQualityItem: officer
    .input(schemas.answerQualityItemInput)
    .output(schemas.answerQualityItemOutput)
    .mutation(({ ctx, input }) => answerQualityItem(ctx.harmony, input)),
  completeQualityStage: officer
    .input(schemas.completeQualityStageInput)
    .output(schemas.qualityActOutput)
    .mutation(({ ctx, input }) => completeQualityStage(ctx.harmony, input)),
  reopenQualityStage: officer
    .input(schemas.reopenQualityStageInput)
    .output(schemas.qualityActOutput)
    .mutation(({ ctx, input }) => reopenQualityStage(ctx.harmony, input)),
  savePublicity: officer
    .input(schemas.savePublicityInput)
    .output(schemas.publicityActOutput)
    .mutation(({ ctx, input }) => savePublicity(ctx.harmony, input)),
  removePublicity: officer
    .input(schemas.removePublicityInput)
    .output(schemas.publicityActOutput)
    .mutation(({ ctx, input }) => removePublicity(ctx.harmony, input)),
  saveTargetGroup: officer
    .input(schemas.saveTargetGroupInput)
    .output(schemas.targetGroupActOutput)
    .mutation(({ ctx, input }) => saveTargetGroup(ctx.harmony, input)),
  removeTargetGroup: officer
    .input(schemas.removeTargetGroupInput)
    .output(schemas.targetGroupActOutput)
    .mutation(({ ctx, input }) => removeTargetGroup(ctx.harmony, input)),
  tiePetition: officer
    .input(schemas.tiePetitionInput)
    .output(schemas.taskActOutput)
    .mutation(({ ctx, input }) => tiePetition(ctx.harmony, input)),
  mark: officer
    .input(schemas.markTaskInput)
    .output(schemas.markOutput)
    .mutation(({ ctx, input }) => markTask(ctx.harmony, input)),
  liftMark: officer
    .input(schemas.liftMarkInput)
    .output(schemas.markOutput)
    .mutation(({ ctx, input }) => liftMark(ctx.harmony, input)),
})
