/** Seoul has kept +09:00 without summer time since 1988-10-09. */
const SEOUL_OFFSET = 9 * 3_600_000

/** The Seoul day an instant falls on, `YYYY-MM-DD`. */
export function seoulDay(instant: Date): string {
  return new Date(instant.getTime() + SEOUL_OFFSET).toISOString().slice(0, 10)
}

/** The instants a Seoul day begins and ends (exclusive). */
export function daySpan(day: string): { from: Date; to: Date } {
  const from = new Date(Date.parse(`${day}T00:00:00Z`) - SEOUL_OFFSET)
  return { from, to: new Date(from.getTime() + 24 * 3_600_000) }
}
