export { describeError, type LogFields, type LogLevel, openLog, withLogFields } from './log.ts'
