import type { TaskMonitorOutput } from '@harmony/core/work/schemas'

/** What the monitoring shows of a unit on a day. */
export type Monitor = TaskMonitorOutput
export type MonitorLine = Monitor['lines'][number]
