import { type Database, type Metrics, openLog, openMetrics } from '@harmony/core/platform'
import type { Config } from './config.ts'
import { type LiveService, openLiveService } from './live-service.ts'

export type Log = ReturnType<typeof openLog>

/** What the api has besides the database. */
export interface ApiServices {
  readonly live: LiveService
  readonly metrics: Metrics
  readonly log: Log
  /** Set when the process was told to stop: it answers what it has and is no longer ready. */
  draining: boolean
}

/** Opens the services of an api process. */
export function openServices(db: Database, config: Config, metrics: Metrics = openMetrics(db)): ApiServices {
  const log = openLog({ name: 'api', level: config.LOG_LEVEL })
  const live = openLiveService(db, (err) => log.warn({ err }, 'live hub'))
  metrics.countLiveReaders(() => live.readers())
  return { live, metrics, log, draining: false }
}
