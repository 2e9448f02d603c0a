import { AsyncLocalStorage } from 'node:async_hooks'
import { type DestinationStream, type Logger, pino } from 'pino'
import { HarmonyError } from '../../kernel/index.ts'

/** Ids that every line of a request or job carries. */
export interface LogFields {
  readonly requestId?: string
  readonly tenantId?: string
  readonly procedure?: string
  readonly job?: string
}

export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'silent'

const fields = new AsyncLocalStorage<LogFields>()

/**
 * The process's log: JSON lines with ids, never bodies, tokens or the words of an error (a database's message
 * quotes the values it stumbled over).
 */
export function openLog(options: { name: string; level: LogLevel; destination?: DestinationStream }): Logger {
  const settings = {
    name: options.name,
    level: options.level,
    base: { name: options.name, pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    mixin: () => ({ ...fields.getStore() }),
    serializers: { err: describeError },
  }
  return options.destination === undefined ? pino(settings) : pino(settings, options.destination)
}

/** Runs `fn` with fields added to every line logged within it. */
export function withLogFields<T>(more: LogFields, fn: () => T): T {
  return fields.run({ ...fields.getStore(), ...more }, fn)
}

interface ErrorFacts {
  readonly type: string
  readonly code?: string
  readonly field?: string
  readonly stack?: string[]
  readonly cause?: ErrorFacts
}

/** An error without its words: type, code, where it came from, and its causes. */
export function describeError(error: unknown): ErrorFacts {
  if (!(error instanceof Error)) return { type: typeof error }
  const code =
    'code' in error && (typeof error.code === 'string' || typeof error.code === 'number')
      ? String(error.code)
      : undefined
  const stack = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 8)
    .map((line) => line.slice(7))
  return {
    type: error.name,
    ...(code === undefined ? {} : { code }),
    ...(error instanceof HarmonyError && error.field !== undefined ? { field: error.field } : {}),
    ...(stack === undefined || error instanceof HarmonyError ? {} : { stack }),
    ...(error.cause instanceof Error ? { cause: describeError(error.cause) } : {}),
  }
}
