import { useSession } from '../../../lib/session.tsx'

/** Live topics of what comes to the reader: their own inbox and their units' receptions. */
export function useTopicsOfMine(): string[] {
  const { personId, units } = useSession()
  return [...(personId === null ? [] : [`inbox:${personId}`]), ...units.map((unit) => `reception:${unit.id}`)]
}
