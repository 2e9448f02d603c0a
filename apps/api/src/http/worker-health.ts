import type { Database, Metrics } from '@harmony/core/platform'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import type { Config } from '../config.ts'
import { healthRoutes } from './health.ts'
import { metricsRoutes } from './metrics.ts'

/** The worker's own `/healthz`, `/readyz` and `/metrics`, when WORKER_PORT names a port. */
export function serveWorkerHealth(config: Config, db: Database, metrics: Metrics, draining: () => boolean) {
  if (config.WORKER_PORT === undefined) return undefined
  const app = new Hono()
  app.route('/', healthRoutes(db, draining))
  app.route('/', metricsRoutes(metrics, config.METRICS_TOKEN))
  return serve({ fetch: app.fetch, port: config.WORKER_PORT, hostname: config.HOST })
}
