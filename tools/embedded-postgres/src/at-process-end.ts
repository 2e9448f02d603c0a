const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
const actions = new Set<() => void>()

/**
 * Runs a synchronous action when this process ends: by itself, by an uncaught error, or by a signal that nobody else
 * handles. When the program handles the signal itself, the action waits for the program's own end.
 * @returns the function that forgets the action
 */
export function atProcessEnd(action: () => void): () => void {
  if (actions.size === 0) listen()
  actions.add(action)
  return () => {
    actions.delete(action)
    if (actions.size === 0) unlisten()
  }
}

function runAll(): void {
  for (const action of actions) action()
  actions.clear()
}

function onSignal(name: NodeJS.Signals): void {
  if (process.listenerCount(name) > 1) return
  runAll()
  unlisten()
  // Without a listener the signal ends the process as it would have without us.
  process.kill(process.pid, name)
}

function listen(): void {
  process.on('exit', runAll)
  for (const name of signals) process.on(name, onSignal)
}

function unlisten(): void {
  process.off('exit', runAll)
  for (const name of signals) process.off(name, onSignal)
}
