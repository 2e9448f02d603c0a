export { type AuditRecord, auditTrail } from './audit/audit.store.ts'
export { type AuditEntry, audit } from './audit/audit.ts'
export { type Checkpoint, checkpointText, type SealedRecord } from './audit/chain.ts'
export { type ChainKey, chainKey, isSignedBy } from './audit/chain-key.ts'
export { readChain, verifyAudit } from './audit/read-chain.ts'
export { type RunningSealer, runSealer } from './audit/run-sealer.ts'
export { sealAudit, signHead } from './audit/seal-audit.ts'
export { type ChainFault, type ChainReport, verifyChain } from './audit/verify-chain.ts'
export { authorise } from './authorise.ts'
export { type BackupPlace, checkBackup, restoreBackup, writeBackup } from './backup/backup.ts'
export type { BackupManifest } from './backup/manifest.ts'
export {
  type CalendarDay,
  type CalendarOverride,
  calendarFor,
  calendarMessages,
  createCalendar,
  type DateString,
  type LoadCalendarYearInput,
  type LoadCalendarYearOutput,
  loadCalendarYear,
  loadCalendarYearInput,
  loadCalendarYearOutput,
  OFFICE_HOURS,
  OFFICIAL_HOLIDAYS,
  officialCalendar,
  type WorkingCalendar,
} from './calendar/index.ts'
export { LIVE_CHANNEL, OUTBOX_CHANNEL } from './db/announcer.ts'
export { type Database, type DatabaseOptions, databaseOf, openDatabase } from './db/database.ts'
export { ensureDatabase, type LoginRole, migrate, migrationFiles, rolePassword, roleUrl } from './db/migrate.ts'
export { inSavepoint, type TxCtx, withTenant } from './db/with-tenant.ts'
export { deliverEnvelopes } from './exchange/deliver-envelopes.ts'
export { defineEnvelopeHandler, type Envelope, type EnvelopeFile, type EnvelopeHandler } from './exchange/envelope.ts'
export { sendEnvelope } from './exchange/exchange.store.ts'
export {
  attachmentHeader,
  cleanFileName,
  FILE_ENDINGS,
  type FilePreview,
  type FileRight,
  fileJobs,
  fileMessages,
  fileSchedules,
  filesById,
  MAX_FILE_BYTES,
  previewFile,
  previewFileInput,
  previewFileOutput,
  readAttachedFile,
  readFile,
  readPages,
  type StoredFile,
  shownPictures,
  storeFile,
} from './files/index.ts'
export { type Claim, claimRequest } from './idempotency/idempotency.store.ts'
export {
  cancelJob,
  connectJobQueue,
  defineJob,
  type JobDefinition,
  type JobHandle,
  type JobQueue,
  type JobRun,
  type JobSystem,
  jobMessages,
  jobSystem,
  listJobs,
  requestJob,
  retryJob,
  type Schedule,
  type TenantDirectory,
} from './jobs/index.ts'
export {
  followTopics,
  type LiveFrame,
  type LiveHub,
  type LiveTopic,
  MAX_TOPICS,
  openLiveHub,
  parseTopic,
  type ReaderLimits,
  readerLimits,
} from './live/index.ts'
export { describeError, type LogLevel, openLog, withLogFields } from './log/index.ts'
export {
  defineMailTemplate,
  listMailbox,
  type MailboxEntry,
  type MailTemplate,
  mailJob,
  mailMessages,
  mailSubscriber,
  sendMail,
  smtpTransport,
} from './mail/index.ts'
export { type Metrics, openMetrics } from './metrics/index.ts'
export { drainOutbox } from './outbox/drain-outbox.ts'
export { type DomainEvent, defineEvent, type EventDefinition, emit, type RecordedEvent, touch } from './outbox/event.ts'
export { outboxStatus, replayDead } from './outbox/outbox.store.ts'
export { type RunningWorker, runWorker, type WorkerOptions } from './outbox/run-worker.ts'
export { defineSubscriber, type Subscriber } from './outbox/subscriber.ts'
export { missingMigrations, type WorkerStatus, workerStatus } from './outbox/worker-status.store.ts'
export { inputError, parse } from './parse/parse.ts'
export { systemCtx } from './worker-ctx.ts'
