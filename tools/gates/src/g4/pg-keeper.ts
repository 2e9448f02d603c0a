import { startEmbeddedPostgres } from '@harmony/embedded-postgres'

/** A process of its own that launches the cluster, so that launcher and server can be killed together. */
const [dir = '', port = ''] = process.argv.slice(2)
const server = await startEmbeddedPostgres({ dir, port: Number(port), persistent: true })
process.send?.({ pid: server.pid, url: server.superuserUrl('postgres') })
process.on('disconnect', () => void server.stop().finally(() => process.exit(0)))
setInterval(() => undefined, 60_000)
