import { roleUrl } from '@harmony/core/platform'
import { type Config, ConfigurationError } from './config.ts'

/** The runtime roles' addresses: as given, or derived from the administrative one (ADR 0003). */
export function roleUrls(config: Config): { app: string; worker: string } {
  const derive = (role: 'harmony_app' | 'harmony_worker') => {
    if (config.DATABASE_URL === undefined || config.HARMONY_SECRET === undefined) {
      throw new ConfigurationError('configuration: DATABASE_URL and HARMONY_SECRET are required to reach the database')
    }
    return roleUrl(config.DATABASE_URL, config.HARMONY_SECRET, role)
  }
  return {
    app: config.APP_DATABASE_URL ?? derive('harmony_app'),
    worker: config.WORKER_DATABASE_URL ?? derive('harmony_worker'),
  }
}
