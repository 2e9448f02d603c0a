import { z } from 'zod'

const NOBODY = '하모니 <no-reply@harmony.invalid>'

const schema = z.object({
  NODE_ENV: z.enum(['development', 'test', 'production']).default('development'),
  /** Administrative URL of a PostgreSQL server of one's own; without it the embedded one runs, with the demo. */
  DATABASE_URL: z.url().optional(),
  APP_DATABASE_URL: z.url().optional(),
  WORKER_DATABASE_URL: z.url().optional(),
  REDIS_URL: z.url().optional(),
  SMTP_URL: z.url().optional(),
  MAIL_FROM: z.string().default(NOBODY),
  /** At least 32 characters; runtime roles' passwords and signed heads derive from it. */
  HARMONY_SECRET: z.string().min(32).optional(),
  /** Set by the supervisor for its children: the demo's embedded database. */
  HARMONY_DEMO: z.enum(['0', '1']).default('0'),
  /** How many days of the past the demo plays; the browser tests take a few. */
  DEMO_DAYS: z.coerce.number().int().min(1).max(400).default(75),
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  PUBLIC_URL: z.url().optional(),
  TRUST_PROXY: z.enum(['0', '1']).default('0'),
  FILES_DIR: z.string().optional(),
  DATA_DIR: z.string().optional(),
  /** Where signed heads of the audit chains are kept; outside the database's reach. */
  CHECKPOINT_DIR: z.string().optional(),
  POOL_SIZE: z.coerce.number().int().min(1).max(100).default(8),
  /** A bearer token for /metrics; without it only callers on the same machine are answered. */
  METRICS_TOKEN: z.string().min(16).optional(),
  /** Port of the worker's own health and metrics; none without it. */
  WORKER_PORT: z.coerce.number().int().min(0).max(65_535).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
})

export type Config = z.infer<typeof schema>

/** The environment holds something that cannot be; the message names each variable. */
export class ConfigurationError extends Error {
  override readonly name = 'ConfigurationError'
}

/**
 * Reads the configuration from the environment (see `.env.example`).
 * @throws ConfigurationError naming each wrong variable and what is allowed
 */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = schema.safeParse(given)
  if (!result.success) {
    throw new ConfigurationError(
      `configuration: ${result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ')}`,
    )
  }
  if (result.data.DATABASE_URL !== undefined && result.data.HARMONY_SECRET === undefined) {
    throw new ConfigurationError('configuration: HARMONY_SECRET (32 characters or more) is required with DATABASE_URL')
  }
  return result.data
}

/** The installation's secret. @throws ConfigurationError when it is not set */
export function secretOf(config: Config): string {
  if (config.HARMONY_SECRET !== undefined) return config.HARMONY_SECRET
  throw new ConfigurationError('configuration: HARMONY_SECRET (32 characters or more) is required')
}

/** What can be meant but probably is not, in words for the person who starts a server. */
export function doubtsOf(config: Config): string[] {
  const doubts: string[] = []
  if (config.SMTP_URL !== undefined && config.MAIL_FROM === NOBODY) {
    doubts.push('MAIL_FROM is not set: mail goes out as no-reply@harmony.invalid, which mail servers may refuse')
  }
  if (config.DATABASE_URL !== undefined && config.PUBLIC_URL === undefined) {
    doubts.push('PUBLIC_URL is not set: links in mails lead to localhost, and session cookies follow the proxy only')
  }
  return doubts
}
