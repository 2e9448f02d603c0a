import { joinServer } from './shared-test-server.ts'
import { startEmbeddedPostgres } from './start.ts'

/** A process that launches or joins a server, says so in one line of JSON, and then ends in the way it is told to. */
export type LauncherOrder = {
  dir: string
  join?: boolean
  user?: number
  programs?: string
  end: 'exit' | 'throw' | 'stay'
}

const order = JSON.parse(process.argv[2] ?? '{}') as LauncherOrder
if (order.user !== undefined) {
  process.setgroups?.([order.user])
  process.setgid?.(order.user)
  process.setuid?.(order.user)
}
const server = order.join
  ? await joinServer(order.dir)
  : await startEmbeddedPostgres({
      dir: order.dir,
      persistent: true,
      fast: true,
      ...(order.programs === undefined ? {} : { programs: order.programs }),
    })
const pid = 'pid' in server ? server.pid : 0
process.stdout.write(`${JSON.stringify({ pid, port: server.port, url: server.superuserUrl() })}\n`)
setInterval(() => {}, 60_000)
if (order.end === 'exit') process.exit(0)
if (order.end === 'throw') throw new Error('an error nobody catches')
