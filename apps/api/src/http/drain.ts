import type { Server as HttpServer } from 'node:http'
import { Server as NetServer } from 'node:net'
import type { ServerType } from '@hono/node-server'

/** How long the door stays open after the process is no longer ready: for who is on the way or has not heard yet. */
const GRACE_MS = 1_000

/**
 * Goes on answering for a moment, then takes no new connections and answers what the open ones bring. Node's own
 * `close` would at once cut connections that are not accepted, or whose request is not read yet.
 * @returns once the last connection has gone
 */
export async function drainServer(server: ServerType): Promise<void> {
  const http = server as HttpServer
  await new Promise((resolve) => setTimeout(resolve, GRACE_MS))
  const cut = setInterval(() => http.closeIdleConnections(), GRACE_MS / 2)
  await new Promise((resolve) => NetServer.prototype.close.call(http, resolve))
  clearInterval(cut)
}
