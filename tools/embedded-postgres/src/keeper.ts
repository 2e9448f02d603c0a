import { rmSync } from 'node:fs'
import { createServer, type Socket } from 'node:net'
import { clusterHome, serverUser } from './home.ts'
import { ClusterInUseError } from './launcher-lock.ts'
import { startEmbeddedPostgres } from './start.ts'

/** Keeps the shared test server for as long as a test process is connected, and `idleLimitMs` more. */
async function keep(dir: string, idleLimitMs: number): Promise<void> {
  const postgres = await startEmbeddedPostgres({ dir, fast: true, persistent: false })
  const { socket: path } = clusterHome(dir, serverUser())
  const users = new Set<Socket>()
  let idle = setTimeout(finish, idleLimitMs)

  const server = createServer((socket) => {
    users.add(socket)
    clearTimeout(idle)
    socket.on('error', () => {})
    socket.on('close', () => {
      users.delete(socket)
      if (users.size === 0) idle = setTimeout(finish, idleLimitMs)
    })
    socket.on('data', () => (users.size === 1 ? finish() : socket.write('in use\n')))
    const url = new URL(postgres.superuserUrl())
    socket.write(
      `${JSON.stringify({ port: postgres.port, url: `${url.protocol}//${url.username}:${url.password}@${url.host}` })}\n`,
    )
  })
  rmSync(path, { force: true })
  server.listen(path)

  async function finish(): Promise<void> {
    clearTimeout(idle)
    rmSync(path, { force: true })
    server.close()
    await postgres.stop()
    for (const socket of users) socket.destroy()
    process.exit(0)
  }
}

const [dir, idleMs] = process.argv.slice(2)
if (dir === undefined) throw new Error('usage: keeper.ts <folder> <milliseconds>')
keep(dir, Number(idleMs)).catch((error: unknown) => {
  // Somebody else was faster: exactly what the one who asked for a server wants.
  if (error instanceof ClusterInUseError) process.exit(0)
  console.error(error)
  process.exit(1)
})
