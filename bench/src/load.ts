/** What so many connections got done, in whole requests a second and milliseconds. */
export interface Figures {
  readonly perSecond: number
  readonly median: number
  readonly p95: number
}

/** Asks again and again on so many connections for some seconds, after a few rounds to warm up. */
export async function under(
  ask: () => Promise<unknown>,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Figures> {
  await Promise.all(Array.from({ length: connections }, ask))
  const taken: number[] = []
  const started = performance.now()
  const end = started + seconds * 1000
  const work = async () => {
    while (performance.now() < end) {
      const begun = performance.now()
      await ask()
      taken.push(performance.now() - begun)
    }
  }
  await Promise.all(Array.from({ length: connections }, work))
  const passed = performance.now() - started
  taken.sort((a, b) => a - b)
  const at = (share: number) => Math.round((taken[Math.floor((taken.length - 1) * share)] ?? 0) * 10) / 10
  return { perSecond: Math.round((taken.length / passed) * 1000), median: at(0.5), p95: at(0.95) }
}
